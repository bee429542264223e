import Copydesk

/// The first byte chooses between a message and a mailbox, and how the stream is cut into blocks.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  FuzzSource.read(bytes, as: data[0] & 1 == 0 ? .eml : .mbox, block: data[0] & 2 == 0 ? 16 : 1 << 16)
  return 0
}
