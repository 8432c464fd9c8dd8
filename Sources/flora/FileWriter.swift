import Foundation

/// Writes a file for its owner only, whole or not at all.
///
/// A new file is written beside the target (mode 0600, never through a link), flushed, and put in place in one step; the
/// folder is flushed too.
enum FileWriter {
  enum Failure: Error, Equatable {
    case exists
    /// In plain words.
    case cannot(String)
  }

  /// `overwrite`: Whether a file that is there may be replaced.
  ///
  /// Links, folders and the like never are.
  static func save(_ text: String, to path: String, overwrite: Bool) throws(Failure) {
    guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
      !path.isEmpty
    else {
      throw .cannot("the file's name holds characters that no file name should")
    }
    try check(path, overwrite: overwrite)
    let folder = (path as NSString).deletingLastPathComponent
    let temporary = (folder.isEmpty ? "." : folder) + "/.flora-\(getpid()).tmp"
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannot(reason(errno, folder.isEmpty ? "this folder" : folder)) }
    let written = fill(file, text)
    close(file)
    guard written == 0 else {
      unlink(temporary)
      throw .cannot(reason(written, path))
    }
    try put(temporary, at: path, overwrite: overwrite)
    flush(folder: folder.isEmpty ? "." : folder)
  }

  private static func check(_ path: String, overwrite: Bool) throws(Failure) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw .cannot("'\(path)' is a link or a folder, and I only write plain files")
    }
    if !overwrite { throw .exists }
  }

  /// - Returns: 0, or the system's error number.
  private static func fill(_ file: Int32, _ text: String) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return fsync(file) == 0 ? 0 : errno
  }

  private static func put(_ temporary: String, at path: String, overwrite: Bool) throws(Failure) {
    defer { unlink(temporary) }
    let result = overwrite ? rename(temporary, path) : link(temporary, path)
    guard result != 0 else { return }
    if errno == EEXIST { throw .exists }
    throw .cannot(reason(errno, path))
  }

  private static func flush(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func reason(_ code: Int32, _ place: String) -> String {
    switch code {
    case ENOSPC, EDQUOT: "there is no space left for \(place)"
    case EACCES, EPERM: "you may not write to \(place)"
    case EROFS: "\(place) can only be read"
    case ENOENT, ENOTDIR: "the folder of \(place) is not there"
    default: "\(place) could not be written"
    }
  }
}
