import Copydesk
import Testing

@testable import Files

/// Tar archives of which a part is not as it should be.
struct TarDamageTests {
  /// A member as tar writes it, with its header.
  private func member(_ name: String, _ text: String, kind: Character = "0") -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ place: Int) {
      header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    func octal(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    put(name, 0)
    put("0000644", 100)
    put(octal(text.utf8.count, 11), 124)
    put("        ", 148)
    put(String(kind), 156)
    put("ustar", 257)
    put("00", 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", 148)
    return header + text.utf8 + [UInt8](repeating: 0, count: (512 - text.utf8.count % 512) % 512)
  }

  private let zeros = [UInt8](repeating: 0, count: 512)

  private func read(_ bytes: [UInt8], block: Int = 1 << 20) throws -> [Result<Document, Failure>] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "t.tar")
    var files = try source()
    files.limits.block = block
    return try files.results([folder.path])
  }

  /// The texts, and of what failed the message.
  private func told(_ results: [Result<Document, Failure>]) -> [String] {
    results.map { $0.failure?.message ?? ((try? $0.get())?.text.string ?? "") }
  }

  private var three: [[UInt8]] { (1...3).map { member("\($0).txt", "Rain \($0)") } }
  private func joined(_ members: [[UInt8]]) -> [UInt8] { members.flatMap(\.self) + zeros + zeros }

  @Test(arguments: [0, 1, 2], [0, 130, 150]) func aHeaderThatIsDamagedIsToldOf(member: Int, byte: Int) throws
  {
    var members = three
    members[member][byte] ^= 1
    for block in [512, 1 << 20] {
      let results = try read(joined(members), block: block)
      let what = "what stands at byte \(member * 1024) is no tar header"
      let told = told(results)
      #expect(told.count == 3 && told[member].contains(what), "\(told)")
      #expect(told.indices.allSatisfy { $0 == member || told[$0] == "Rain \($0 + 1)" })
      let failure = results[member].failure
      #expect(failure?.code == .unreadableFile)
      #expect(
        member == 2
          || failure?.message.hasSuffix("at byte \(member * 1024 + 1024), where the next one stands") == true)
    }
  }

  @Test func aHeaderOfNothingButZerosIsToldOf() throws {
    var members = three
    members[1].replaceSubrange(0..<512, with: zeros)
    let told = try told(read(joined(members)))
    #expect(told.count == 3 && told[0] == "Rain 1" && told[2] == "Rain 3")
    #expect(told[1].hasPrefix("what stands at byte 1536 is no tar header"))
  }

  @Test(arguments: [1, 3, 7]) func zerosThatEndNoArchiveAreToldOf(_ count: Int) throws {
    let bytes = three[0] + (0..<count).flatMap { _ in zeros } + three[1] + zeros + zeros
    let told = try told(read(bytes))
    #expect(told.count == 3 && told[0] == "Rain 1" && told[2] == "Rain 2")
    #expect(told[1].hasPrefix("\(count * 512) zeros stand in the midst of the tar archive"))
  }

  @Test func anArchiveThatIsAppendedToAnotherIsRead() throws {
    func filled(_ bytes: [UInt8]) -> [UInt8] {
      bytes + [UInt8](repeating: 0, count: (10_240 - bytes.count % 10_240) % 10_240)
    }
    let small = joined(three)
    for bytes in [small + small, filled(small) + filled(small), small + filled(small) + small] {
      let told = try told(read(bytes))
      #expect(told.count.isMultiple(of: 3) && told.allSatisfy { $0.hasPrefix("Rain ") }, "\(told)")
    }
  }

  @Test func theLongNameOfAMemberWhoseHeaderIsDamagedIsNotThatOfTheNext() throws {
    let long = member("././@LongLink", String(repeating: "n", count: 120) + ".txt", kind: "L")
    var members = three
    members[1][0] ^= 1
    let results = try read(joined([members[0], long, members[1], members[2]]))
    #expect(try results.last?.get().id == "t.tar!3.txt")
    #expect(results.count == 3 && results[1].failure != nil)
  }
}
