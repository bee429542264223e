import Copydesk

/// The bytes that documents were made of, read once more: to show what was taken out of them.
public enum OriginalFile {
  /// The bytes of a span of a file, counted after decompression where it is compressed.
  /// - Parameter encoding: what they are in, by the record of the document. A file of records in UTF-16 was read as UTF-8, and
  ///   so it is here where they should be that.
  /// - Returns: nil where the file is not there, or does not reach so far.
  /// - Complexity: O(span) of a plain file, O(end of the span) of a compressed one.
  public static func bytes(of span: Span, in path: String, encoding: TextEncoding = .utf8) -> [UInt8]? {
    guard let file = try? InputFile(path) else { return nil }
    var head: [UInt8] = []
    _ = try? file.read(4, at: 0, into: &head)
    // Without a mark, units of two bytes are known by their NULs: each second byte of what tables and records begin with.
    let hasNULs = head.count == 4 && [0, 1].contains { head[$0] == 0 && head[$0 + 2] == 0 }
    let wide = encoding == .utf8 && hasNULs ? TextEncoding(label: "utf-16") : nil
    let isWide = encoding == .utf8 && (ByteOrderMark.isUTF16(head[...]) || hasNULs)
    if Compression(magic: head) == nil, !isWide {
      var bytes: [UInt8] = []
      let count = try? file.read(span.count, at: span.start, into: &bytes)
      return count == span.count ? bytes : nil
    }
    guard let stream = try? Compression.decompressed(file) else { return nil }
    var reader = BlockReader(encoding == .utf8 ? WideStream(stream, asked: wide) : stream)
    while true {
      do throws(Failure) {
        let ahead = span.start - reader.offset
        guard try reader.skip(ahead) == ahead else { return nil }
        let bytes = try reader.take(span.count)
        return bytes.count == span.count ? Array(bytes) : nil
      } catch {
        // What stands behind damage is counted from what stands before it.
        guard reader.passDamage() != nil, reader.offset <= span.start else { return nil }
      }
    }
  }
}
