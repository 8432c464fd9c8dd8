import Foundation

/// A trained model in a file of its own: a heading, a checksum, the model's bytes.
enum ModelFile {
  private static let heading = Array("flora model 1\n".utf8)

  /// - Throws: Exit code 73 when the file cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let data = Data(heading + checksum(bytes) + bytes)
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      Say.error("the model cannot be written to \(path)")
      throw Exit.cannotCreate
    }
  }

  /// - Throws: Exit code 66 when the file is missing, 65 when it is no model or a damaged one.
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = FileManager.default.contents(atPath: path) else {
      Say.error("there is no file \(path)")
      throw Exit.missingFile
    }
    let bytes = [UInt8](file.dropFirst(heading.count + 8))
    guard file.starts(with: heading),
      file.dropFirst(heading.count).prefix(8).elementsEqual(checksum(bytes))
    else {
      Say.error("\(path) is no model that this Flora kept; train it again")
      throw Exit.badData
    }
    return bytes
  }

  private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
  }
}
