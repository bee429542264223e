/// Bars of block characters, an eighth of a column exact.
enum BarText {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar for a share of the width; never nothing for more than nothing.
  static func of(_ value: Double, outOf whole: Double, width: Int) -> String {
    guard value > 0, whole > 0, width > 0 else { return "" }
    let parts = max(1, Int((min(1, value / whole) * Double(width * 8)).rounded()))
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }
}
