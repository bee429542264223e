import Copydesk

/// The first byte chooses how the stream is cut into blocks, and whether objects hold their records in a list.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  FuzzSource.read(
    bytes, as: .jsonl, block: data[0] & 1 == 0 ? 16 : 1 << 16, records: data[0] & 2 == 0 ? nil : "text")
  return 0
}
