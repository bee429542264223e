import Copydesk

extension FileLines {
  /// The lines of a file that may be compressed; whether it is, its first bytes say.
  /// - Throws: ``CopydeskError`` where it cannot be read; reading on throws where the compressed bytes are damaged.
  package static func ofAnyFile(_ path: String) throws(CopydeskError) -> FileLines {
    let stream: any ByteStream
    do { stream = try Compression.decompressed(InputFile(path)) } catch let failure as Failure {
      throw error(failure, path)
    } catch { return try FileLines(path) }
    return FileLines { count throws(CopydeskError) in
      var bytes: [UInt8] = []
      do throws(Failure) { _ = try stream.readOn(count, into: &bytes, fills: false) } catch {
        throw Self.error(error, path)
      }
      return bytes
    }
  }

  private static func error(_ failure: Failure, _ path: String) -> CopydeskError {
    CopydeskError(failure.code, "\"\(path)\": \(failure.message)", help: failure.help)
  }
}
