// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: the language is strict and a warning is a mistake.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The targets that train and score are optimised in debug builds too, because the build itself runs them.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "flora",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "flora", targets: ["flora"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CSnowball",
      providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]
    ),
    .systemLibrary(
      name: "CReadline",
      providers: [.apt(["libreadline-dev"]), .brew(["readline"])]
    ),
    .systemLibrary(
      name: "CCommonMark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    .target(name: "Packed", swiftSettings: fast),
    .target(name: "Language", dependencies: ["CSnowball", "Packed"], swiftSettings: fast),
    .target(name: "Intents", dependencies: ["Language", "Packed"], swiftSettings: fast),
    .target(name: "Knowledge", dependencies: ["Intents", "Packed"], swiftSettings: fast),
    .target(name: "Slots", dependencies: ["Knowledge", "Language", "Packed"], swiftSettings: fast),
    .target(name: "Planning", dependencies: ["Knowledge", "Packed"], swiftSettings: fast),
    .target(
      name: "Safety",
      dependencies: ["Intents", "Knowledge", "Language", "Packed"],
      swiftSettings: fast
    ),
    .target(
      name: "Authoring",
      dependencies: ["Safety", "Slots", "Knowledge", "Intents", "Language", "Packed", "Yams"],
      swiftSettings: fast
    ),
    .target(
      name: "Dialogue",
      dependencies: ["Intents", "Knowledge", "Language", "Packed", "Planning", "Safety", "Slots"],
      swiftSettings: fast
    ),
    .target(
      name: "Transcripts",
      dependencies: [
        "Dialogue", "Knowledge", "Language", "Packed", "Planning", "Safety", "Slots",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Evaluation",
      dependencies: [
        "Dialogue", "Intents", "Knowledge", "Language", "Packed", "Planning", "Slots",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Terminal",
      dependencies: ["CCommonMark", "CReadline", "Language"],
      swiftSettings: strict
    ),
    .executableTarget(name: "compile-content", dependencies: ["Authoring"], swiftSettings: strict),
    .plugin(name: "EmbedContent", capability: .buildTool(), dependencies: ["compile-content"]),
    .target(
      name: "Compiled",
      dependencies: ["Knowledge", "Packed"],
      exclude: ["seeds", "intents"],
      swiftSettings: strict,
      plugins: ["EmbedContent"]
    ),
    .executableTarget(
      name: "flora",
      dependencies: [
        "Authoring", "Evaluation", "Terminal", "Transcripts", "Compiled", "Dialogue", "Planning",
        "Safety", "Slots", "Intents", "Knowledge", "Language", "Packed",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "flora-bench",
      dependencies: [
        "Authoring", "Compiled", "Evaluation", "Intents", "Knowledge", "Language", "Packed",
        "Safety",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/flora-bench",
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["Compiled", "Intents", "Knowledge", "Language", "Packed"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "IntentsTests",
      dependencies: ["Authoring", "Compiled", "Intents", "Knowledge", "Language", "Packed"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["Evaluation", "Intents", "Language"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PlanningTests",
      dependencies: ["Compiled", "Intents", "Knowledge", "Packed", "Planning"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PlanCommandTests",
      dependencies: ["Compiled", "Knowledge", "Packed", "Planning", "flora"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DialogueTests",
      dependencies: [
        "Authoring", "Compiled", "Dialogue", "Intents", "Knowledge", "Language", "Packed",
        "Planning", "Safety",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AuthoringTests",
      dependencies: ["Authoring", "Knowledge"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TranscriptsTests",
      dependencies: [
        "Authoring", "Compiled", "Dialogue", "Knowledge", "Packed", "Planning", "Transcripts",
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
