import CCopydesk

extension UnsafeRawPointer {
  /// Has the line of memory at this address fetched, so that a look at it a little later does not wait: for tables that
  /// are too large for the nearest caches and are read at places that hashes give.
  ///
  /// It changes nothing but the time that takes; an address that cannot be read does no harm.
  @_alwaysEmitIntoClient @inline(__always)
  public func fetchAhead() { copydesk_fetch_ahead(self) }
}
