import Copydesk

extension CopydeskError {
  /// Nothing was found that could be read.
  /// - Parameters:
  ///   - inputs: what the user named.
  ///   - lookedFor: what the source has looked for in it; nil where there were files, but no documents in them.
  ///   - kept: the result of an earlier run that stays.
  static func nothingRead(_ inputs: [String], lookedFor: String?, kept: String?) -> CopydeskError {
    let place = inputs.count == 1 ? "\"\(inputs[0])\" holds" : "the inputs hold"
    let what = "\(place) \(lookedFor == nil ? "no documents" : "no files that the pipeline reads")"
    let consequence = kept.map { ", so \"\($0)\" stays as an earlier run left it" } ?? ""
    let remedy = lookedFor.map {
      "it looked for \($0); to read files of other names, name them or set input.include"
    }
    let removal = kept == nil ? nil : "for an empty result, remove the old one first"
    return CopydeskError(
      .nothingRead, what + consequence, help: [remedy, removal].compactMap(\.self).joined(separator: "; "))
  }
}
