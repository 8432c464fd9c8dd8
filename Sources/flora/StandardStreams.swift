import Foundation

/// The three streams that every program starts with.
enum StandardStreams {
  /// Keeps the places of streams that were closed, so that no file of ours is ever opened there.
  ///
  /// Each is opened the wrong way round: reading a closed input and writing a closed output still fail.
  static func keepPlaces() {
    for (descriptor, mode) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }
}
