import Copydesk
import Testing

@testable import Entities

/// Whoever writes features asks between words alone whether there is room: no word may need more than is then left.
@Suite struct FeatureRoomTests {
  /// A word that belongs to all classes, of which all is told that a document can tell.
  private static let fullest: ModelWords.Word = {
    var word = ModelWords.Word.beyond
    word.classes = WordClass(rawValue: .max)
    word.memory = DocumentSignals.Signals(rawValue: .max)
    return word
  }()

  @Test func noWordHasMoreFeaturesThanThereIsRoomFor() {
    var features = [UInt32](repeating: 0, count: FeatureRoom.capacity)
    var ends = [Int32](repeating: 0, count: FeatureRoom.endCapacity)
    let words = [ModelWords.Word](repeating: Self.fullest, count: 5)
    let text = Text("Zorvath Zorvath Zorvath Zorvath Zorvath")
    text.utf8.withUnsafeBufferPointer { bytes in
      let names = NameTokens(bytes, text.tokens, NameLexicon.shared.words)
      let describer = EntityFeatures(ModelWords(names, sentences: [0..<5], clusters: nil))
      features.withUnsafeMutableBufferPointer { features in
        ends.withUnsafeMutableBufferPointer { ends in
          words.withUnsafeBufferPointer { words in
            var room = FeatureRoom(features, ends: ends)
            let around = Surroundings(words, 2, in: 0..<5, .beyond)
            let rowEnds = RowEnds(words, 2..<3, in: 0..<5, .beyond)
            describer.addHere(around.here, 2, &room)
            EntityFeatures.addBefore(around.before, &room)
            EntityFeatures.addAfter(around.after, &room)
            EntityFeatures.addBeforeLast(around.beforeLast, &room)
            EntityFeatures.addAfterNext(around.afterNext, &room)
            EntityFeatures.addPlace(around.here, 0, isFirst: false, &room)
            EntityFeatures.addPair(before: around.before, around.here, &room)
            EntityFeatures.addPair(around.here, after: around.after, &room)
            EntityFeatures.addFindings(around, &room)
            EntityFeatures.addFirst(rowEnds.first, &room)
            EntityFeatures.addLast(rowEnds.last, &room)
            EntityFeatures.addBeforeRow(rowEnds.before, &room)
            EntityFeatures.addAfterRow(rowEnds.after, &room)
            EntityFeatures.addRow(EntityFeatures.place(2, in: 2..<3), &room)
            #expect(room.count > 300 && room.count <= FeatureRoom.mostOfWord, "\(room.count)")
          }
        }
      }
    }
    // A group of a word may be a position of its own, and the word is one.
    #expect(WordSums.Group.afterRow.rawValue + 1 < FeatureRoom.mostEndsOfWord)
  }

  @Test func aRoomIsFullBeforeAWordMayNotFit() {
    var features = [UInt32](repeating: 0, count: FeatureRoom.capacity)
    var ends = [Int32](repeating: 0, count: FeatureRoom.endCapacity)
    features.withUnsafeMutableBufferPointer { features in
      ends.withUnsafeMutableBufferPointer { ends in
        var room = FeatureRoom(features, ends: ends)
        while !room.isFull { room.add(1, UInt64(room.count)) }
        #expect(room.count == FeatureRoom.capacity - FeatureRoom.mostOfWord + 1)
        room.removeAll()
        #expect(!room.isFull)
        while !room.isFull { room.endPosition() }
        #expect(room.ends.count == FeatureRoom.endCapacity - FeatureRoom.mostEndsOfWord + 1)
      }
    }
  }
}
