/// A number of a page of less than 2 GiB, in half the memory.
@propertyWrapper
struct Small: Sendable {
  private var value: Int32

  @inline(__always)
  init(wrappedValue: Int) { value = Int32(wrappedValue) }

  /// The number.
  @inline(__always)
  var wrappedValue: Int {
    get { Int(value) }
    set { value = Int32(newValue) }
  }
}

/// What was measured of a block, or nothing, in the memory of a number: each of a page's blocks has several.
@propertyWrapper
struct Measure: Sendable {
  private var value: Double

  /// - Parameter wrappedValue: a number, not `nan`, or nil.
  init(wrappedValue: Double?) { value = wrappedValue ?? .nan }

  /// What was measured.
  var wrappedValue: Double? {
    get { value.isNaN ? nil : value }
    set { value = newValue ?? .nan }
  }
}
