import Foundation
import Planning

/// The one place that asks what time it is.
enum Clock {
  /// Today where the person is.
  static var today: CivilDate {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return CivilDate(
      year: Int(parts.tm_year) + 1_900,
      month: Int(parts.tm_mon) + 1,
      day: Int(parts.tm_mday)
    )
      ?? CivilDate(daysSince1970: seconds / 86_400)
  }
}
