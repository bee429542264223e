import Copydesk
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps one process of a pool going: starts it, gives it documents, takes its answers, starts it again.
final class Worker: Sendable {
  private let pool: Pool
  /// A pipe to itself that ends its wait.
  private let wakeReader: Int32
  private let wakeWriter: Int32
  private let isDismissed = Mutex(false)
  private let done = DispatchSemaphore(value: 0)

  /// Nil where the system has no more descriptors.
  init?(_ pool: Pool) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    self.pool = pool
    wakeReader = ends[0]
    wakeWriter = ends[1]
  }

  deinit {
    close(wakeReader)
    close(wakeWriter)
  }

  /// Has it look for work. May be called from any thread.
  func wake() {
    var byte: UInt8 = 1
    // Where the pipe is full it will wake up anyway.
    _ = write(wakeWriter, &byte, 1)
  }

  /// Tells it to end its process and itself when it has nothing in hand.
  func dismiss() {
    isDismissed.withLock { $0 = true }
    wake()
  }

  /// Blocks until it has ended.
  func awaitEnd() { done.wait() }

  private var isOver: Bool { isDismissed.withLock { $0 } || pool.hasFailed }

  /// Works until it is dismissed or the stage ends.
  func run() {
    defer { done.signal() }
    var channel = pool.takeFirst()
    while !isOver {
      guard channel != nil || pool.hasWork else {
        sleep(until: nil)
        continue
      }
      if let ready = channel ?? start() {
        channel = nil
        serve(ready)
      }
    }
    _ = channel?.finish(within: 2)
  }

  // MARK: Starting

  /// A process that is ready for documents; nil where there is none, which is dealt with.
  private func start() -> Channel? {
    let settings = pool.settings
    var started: Channel?
    do throws(ProgramEnd) {
      let channel = try Channel(settings.command, stage: settings.stage.id, log: settings.log)
      started = channel
      var handshake = Handshake(channel, patience: settings.startDeadline)
      _ = try handshake.stages()
      if let refusal = try handshake.start(settings.wanted, settings.options) {
        throw .garbage("it refuses options that it took before: \(refusal.message)")
      }
      return channel
    } catch {
      _ = started?.kill()
      rest(pool.noteFailure(error, [], lastErrors: started?.lastErrors ?? []))
      return nil
    }
  }

  /// Sleeps unless it is dismissed.
  private func rest(_ seconds: Double) {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end, !isOver { sleep(until: end) }
  }

  private func sleep(until deadline: ContinuousClock.Instant?) {
    var events = [pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0)]
    let left = deadline.map { ContinuousClock.now.duration(to: $0) / .milliseconds(1) }
    _ = poll(&events, 1, left.map { Int32(max(0, $0.rounded(.up))) } ?? -1)
    drain()
  }

  private func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeReader, &bytes, bytes.count) > 0 {}
  }

  // MARK: Serving

  /// What the process has in hand.
  private struct Hand {
    var requests: [Int: Request] = [:]
    var nextNumber = 1
    /// When it last answered, or got something to do after it had nothing.
    var since = ContinuousClock.now

    var isAlone: Bool { requests.values.contains { $0.isAlone } }
    /// In the order in which they were sent.
    var inOrder: [Request] { requests.sorted { $0.key < $1.key }.map(\.value) }

    /// When an answer must have come.
    func limit(_ seconds: Double) -> ContinuousClock.Instant? {
      guard let most = requests.values.map(\.places.count).max() else { return nil }
      return since + .seconds(seconds * Double(most))
    }
  }

  /// Gives a process work until it fails or it is dismissed.
  private func serve(_ channel: Channel) {
    var hand = Hand()
    var searched = 0
    do throws(ProgramEnd) {
      while true {
        drain()
        give(channel, &hand)
        if isOver {
          pool.abandon(hand.inOrder)
          if hand.requests.isEmpty { _ = channel.finish(within: 2) } else { _ = channel.kill() }
          return
        }
        let limit = hand.limit(pool.settings.deadline)
        channel.exchange(until: limit, wake: wakeReader)
        for line in channel.takeLines(searched: &searched) { try take(line, &hand) }
        if channel.isOutputClosed { throw channel.finish(within: 2) }
        if let limit, hand.limit(pool.settings.deadline) == limit, ContinuousClock.now >= limit {
          throw .silent(seconds: pool.settings.deadline)
        }
      }
    } catch {
      _ = channel.kill()
      rest(pool.noteFailure(error, hand.inOrder, lastErrors: channel.lastErrors))
    }
  }

  private func give(_ channel: Channel, _ hand: inout Hand) {
    while !hand.isAlone, let request = pool.next(inHand: hand.requests.count) {
      if hand.requests.isEmpty { hand.since = .now }
      channel.send(Message.batch(hand.nextNumber, request.message))
      hand.requests[hand.nextNumber] = request
      hand.nextNumber += 1
    }
  }

  private func take(_ line: ArraySlice<UInt8>, _ hand: inout Hand) throws(ProgramEnd) {
    let (kind, value) = try Message.read(line)
    guard kind == "answers" else { throw .garbage("\"\(kind)\" where \"answers\" was expected") }
    guard let number = value["batch"]?.wholeNumber, let request = hand.requests[number] else {
      throw .garbage("answers to a batch that it was not given")
    }
    guard let answers = value["documents"]?.elements, answers.count == request.places.count else {
      throw .garbage("not one answer for each document of the batch")
    }
    hand.requests[number] = nil
    hand.since = .now
    pool.noteAnswer()
    for (place, answer) in zip(request.places, answers) { request.call.settle(place, .success(answer)) }
  }
}
