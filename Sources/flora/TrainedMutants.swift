import Authoring
import Foundation
import Knowledge
import Packed
import Transcripts

/// Mistakes that only show after training: a keyword dropped, half of a danger's lines dropped.
///
/// Each is made in a copy of the content folder, which goes when the training is done.
struct TrainedMutants {
  /// The folder that holds intents and seeds.
  let folder: String

  /// Some mistakes, chosen by a number; none where there is no content folder.
  func some(_ count: Int, seed: UInt64) -> [Mutant] {
    let intents = files(in: "intents").filter { $0.hasSuffix(".yml") }
    let flags = files(in: "seeds/safety/red-flags").filter { $0.hasSuffix(".yml") }
    guard count > 0, !intents.isEmpty, !flags.isEmpty else { return [] }
    let keywords = Shuffle.order(of: intents.count, seed: seed).lazy.compactMap {
      mutant(.droppedKeyword, in: intents[$0], from: "strong:")
    }
    let signs = Shuffle.order(of: flags.count, seed: seed).lazy.compactMap {
      mutant(.droppedSigns, in: flags[$0], from: "signs:")
    }
    return Array((Array(keywords.prefix((count + 1) / 2)) + signs.prefix(count / 2)).prefix(count))
  }

  private func files(in part: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: "\(folder)/\(part)")
    return (found?.compactMap { $0 as? String } ?? []).sorted().map { "\(part)/\($0)" }
  }

  private func mutant(_ kind: Mutant.Kind, in file: String, from key: String) -> Mutant? {
    guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8),
      let edited = YAMLList.halving(key, in: text)
    else { return nil }
    let folder = folder
    let name = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    return Mutant(kind: kind, what: "\(file): \(edited.dropped)") { coverage in
      coverage.reached[.topics]?.contains(name) == true
        || coverage.reached[.safety]?.contains(name) == true
    } catalog: {
      Self.catalog(of: folder, with: edited.text, at: file)
    }
  }

  /// Copies the content, puts the edited file in and compiles it.
  private static func catalog(of folder: String, with text: String, at file: String) -> Catalog? {
    let manager = FileManager.default
    let copy = manager.temporaryDirectory.appending(path: "flora-mutant-\(UUID().uuidString)").path
    defer { try? manager.removeItem(atPath: copy) }
    do {
      try manager.createDirectory(atPath: copy, withIntermediateDirectories: true)
      for part in ["intents", "seeds"] {
        try manager.copyItem(atPath: "\(folder)/\(part)", toPath: "\(copy)/\(part)")
      }
      try text.write(toFile: "\(copy)/\(file)", atomically: true, encoding: .utf8)
      let content = Content(try SourceFolder(root: copy))
      let findings = content.findings + ReferenceCheck(content).findings
      guard findings.isEmpty else { return nil }
      return Catalog(
        in: .owned(ContentCompiler(content, dictionary: WordLists.english).compile())
      )
    } catch {
      return nil
    }
  }
}

/// Takes items out of a list in a content file without reading the rest of it.
enum YAMLList {
  /// The text with the first half of a list dropped, at least one item and never all.
  static func halving(_ key: String, in text: String) -> (text: String, dropped: String)? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(key) || $0.hasPrefix("    \(key)") })
    else { return nil }
    let indent = lines[start].prefix { $0 == " " }.count
    if let open = lines[start].firstIndex(of: "["), lines[start].hasSuffix("]") {
      let inner = lines[start][lines[start].index(after: open)...].dropLast()
      let items = items(of: String(inner))
      guard items.count > 1 else { return nil }
      let kept = items.dropFirst(items.count / 2)
      lines[start] = "\(lines[start][...open])\(kept.joined(separator: ", "))]"
      return (
        lines.joined(separator: "\n"),
        "\(key) without \(items.prefix(items.count / 2).joined(separator: ", "))"
      )
    }
    let items = lines[(start + 1)...].prefix {
      $0.prefix { $0 == " " }.count >= indent && $0.drop { $0 == " " }.hasPrefix("- ")
    }
    guard items.count > 1 else { return nil }
    lines.removeSubrange((start + 1)..<(start + 1 + items.count / 2))
    return (lines.joined(separator: "\n"), "\(key) without \(items.count / 2) of \(items.count)")
  }

  /// Items between commas; a comma inside quotes belongs to its item.
  private static func items(of text: String) -> [String] {
    var items = [""]
    var quote: Character?
    for letter in text {
      if letter == ",", quote == nil {
        items.append("")
        continue
      }
      if letter == quote {
        quote = nil
      } else if quote == nil, letter == "\"" || letter == "'" {
        quote = letter
      }
      items[items.count - 1].append(letter)
    }
    return items.map { String($0.drop { $0 == " " }) }
  }
}
