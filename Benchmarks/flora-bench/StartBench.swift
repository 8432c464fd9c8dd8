import Foundation

/// From nothing to an answer: `flora ask` beside a C program that says hello.
struct StartBench {
  let flora: String

  private static let runs = 40

  func run() {
    guard FileManager.default.isExecutableFile(atPath: flora) else {
      return Report.row("cold start", "not measured: there is no \(flora); give --flora")
    }
    let ask = time(flora, ["ask", "does milk cause spots"])
    Report.row("flora ask, median", micros: ask.median)
    guard let hello = compiledHello() else {
      return Report.row("a C hello", "not measured: no C compiler")
    }
    defer { try? FileManager.default.removeItem(atPath: hello) }
    let plain = time(hello, [])
    Report.row("a C hello, median", micros: plain.median)
    Report.row(
      "flora ask, in C hellos",
      "median \(String(format: "%.2f", ask.median / plain.median)), best \(String(format: "%.2f", ask.best / plain.best))"
    )
  }

  private func time(_ path: String, _ arguments: [String]) -> Times {
    _ = start(path, arguments)
    return Times((0..<Self.runs).map { _ in Stopwatch.micros { _ = start(path, arguments) } })
  }

  /// Runs a program to its end, its output thrown away.
  ///
  /// Spawned by hand: Foundation's `Process` adds tens of milliseconds of its own.
  private func start(_ path: String, _ arguments: [String]) -> Bool {
    var files: posix_spawn_file_actions_t = .init()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor: Int32 in 1...2 {
      posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var child: pid_t = 0
    guard posix_spawn(&child, path, &files, nil, words, environ) == 0 else { return false }
    var status: Int32 = 0
    guard waitpid(child, &status, 0) == child else { return false }
    return status == 0
  }

  /// A C hello in a temporary file, or nil where nothing compiles C.
  private func compiledHello() -> String? {
    let folder = NSTemporaryDirectory()
    let (source, program) = (folder + "flora-bench-hello.c", folder + "flora-bench-hello")
    let text = "#include <stdio.h>\nint main(void) { puts(\"hello\"); return 0; }\n"
    guard (try? text.write(toFile: source, atomically: true, encoding: .utf8)) != nil else {
      return nil
    }
    defer { try? FileManager.default.removeItem(atPath: source) }
    return start("/usr/bin/env", ["cc", "-O2", "-o", program, source]) ? program : nil
  }
}
