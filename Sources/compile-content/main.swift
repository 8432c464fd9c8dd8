// Compiles intents/ and seeds/ into one Swift file. The build runs it; people use `flora lint`.
//
// compile-content ROOT OUTPUT

import Authoring
import Foundation

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: compile-content ROOT OUTPUT\n".utf8))
  exit(64)
}
let root = CommandLine.arguments[1]
let output = CommandLine.arguments[2]

let content = Content(try SourceFolder(root: root))
let findings = content.findings + ReferenceCheck(content).findings
guard findings.isEmpty else {
  for finding in findings.sorted(by: { $0.place < $1.place }) {
    print(
      "\(root)/\(finding.place.description): error: \(finding.problem); \(finding.remedy) [\(finding.rule.rawValue)]"
    )
  }
  exit(1)
}
let bytes = ContentCompiler(content, dictionary: WordLists.english).compile()
let text =
  "// Made by compile-content from intents/ and seeds/; do not edit.\n"
  + "let compiledContent: StaticString = \"" + StringLiteral.escaped(bytes) + "\"\n"
try Data(text.utf8).write(to: URL(fileURLWithPath: output))
