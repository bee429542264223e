import Copydesk
import Foundation
import Testing

@Suite struct SystemRemedyTests {
  @Test func whateverTheSystemSaysThereIsSomethingToDo() {
    for code in 0..<140 as Range<Int32> {
      for remedy in [SystemRemedy.reading(code), SystemRemedy.writing(code)] {
        #expect(remedy.count > 15 && !remedy.hasSuffix("."), "\(code): \(remedy)")
      }
    }
  }

  @Test func aFullDiskIsToBeEmptiedInTheWordsOfWhoeverNeedsIt() throws {
    let error = CopydeskError.unwritable("out/a.jsonl", ENOSPC, full: "buy another one")
    let diagnostic = try #require(error.diagnostics.first)
    #expect(diagnostic.help == "buy another one" && diagnostic.message.contains("\"out/a.jsonl\""))
    #expect(CopydeskError.unwritable("-", EIO).diagnostics.first?.message.contains("standard output") == true)
  }
}
