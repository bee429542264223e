import Copydesk
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Posts to an endpoint and waits for the answer, within a time and a size.
///
/// A redirect is not followed: it would carry the document, and the key, to another place.
final class ChatConnection: Sendable {
  private static let largestBody = 4 << 20

  /// A session and what goes on in it.
  private struct Line {
    let session: URLSession
    let exchanges: Exchanges
    var requests = 0
  }

  /// Nil where nobody has asked since the last run was over.
  private let line = Mutex<Line?>(nil)
  private let address: URL
  private let key: String?
  private let timeout: Double

  /// - Parameter key: goes into the header of each request, and nowhere else.
  init(address: URL, key: String?, timeout: Double) {
    self.address = address
    self.key = key
    self.timeout = timeout
  }

  /// Lets go of the connections, unless a request of another run is going on. Who asks later gets new ones.
  func close() {
    let idle = line.withLock { line -> URLSession? in
      guard let session = line?.session, line?.requests == 0 else { return nil }
      line = nil
      return session
    }
    idle?.invalidateAndCancel()
  }

  private func makeLine() -> Line {
    let configuration = URLSessionConfiguration.ephemeral
    // Our own clock decides: this one counts whole seconds, and starts anew with each byte.
    configuration.timeoutIntervalForRequest = timeout + 10
    configuration.httpShouldSetCookies = false
    configuration.httpMaximumConnectionsPerHost = 64
    let exchanges = Exchanges()
    return Line(
      session: URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil),
      exchanges: exchanges)
  }

  /// Calls `body` with a line that stays open as long.
  private func withLine<Result>(_ body: (Line) throws(ChatFailure) -> Result) throws(ChatFailure) -> Result {
    let used = line.withLock { line -> Line in
      var used = line ?? makeLine()
      used.requests += 1
      line = used
      return used
    }
    defer { line.withLock { $0?.requests -= 1 } }
    return try body(used)
  }

  /// Asks once.
  /// - Throws: ``ChatFailure``.
  func ask(_ request: ChatRequest, timeout: Double) throws(ChatFailure) -> ChatAnswer {
    try withLine { line throws(ChatFailure) in try ask(request, on: line, timeout: timeout) }
  }

  private func ask(_ request: ChatRequest, on line: Line, timeout: Double) throws(ChatFailure) -> ChatAnswer {
    var post = URLRequest(url: address, timeoutInterval: timeout + 10)
    post.httpMethod = "POST"
    post.setValue("application/json", forHTTPHeaderField: "Content-Type")
    post.setValue("application/json", forHTTPHeaderField: "Accept")
    if let key { post.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
    post.httpBody = Data(request.body)
    let task = line.session.dataTask(with: post)
    let done = DispatchSemaphore(value: 0)
    line.exchanges.begin(task.taskIdentifier, done, largestBody: Self.largestBody)
    task.resume()
    let inTime = done.wait(timeout: .now() + timeout) == .success
    let outcome = line.exchanges.end(task.taskIdentifier)
    guard inTime, let outcome else {
      task.cancel()
      throw .timeout
    }
    if let status = outcome.status, !(200..<300).contains(status) {
      throw .status(status, retryAfter: outcome.retryAfter)
    }
    if outcome.isTooLarge { throw .malformed }
    guard !outcome.hasFailed else { throw outcome.timedOut ? .timeout : .unreachable }
    guard let answer = ChatAnswer(body: outcome.body) else { throw .malformed }
    return answer
  }
}

/// What has come for each request that is going on.
private final class Exchanges: NSObject, URLSessionDataDelegate, Sendable {
  struct Exchange: Sendable {
    let done: DispatchSemaphore
    let largestBody: Int
    var status: Int?
    var retryAfter: Double?
    var body: [UInt8] = []
    var isTooLarge = false
    var hasFailed = false
    var timedOut = false
  }

  private let open = Mutex<[Int: Exchange]>([:])

  func begin(_ task: Int, _ done: DispatchSemaphore, largestBody: Int) {
    open.withLock { $0[task] = Exchange(done: done, largestBody: largestBody) }
  }

  func end(_ task: Int) -> Exchange? { open.withLock { $0.removeValue(forKey: task) } }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let http = response as? HTTPURLResponse
    open.withLock {
      $0[dataTask.taskIdentifier]?.status = http?.statusCode
      $0[dataTask.taskIdentifier]?.retryAfter = http?.value(forHTTPHeaderField: "Retry-After").flatMap(
        Double.init)
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = open.withLock { open -> Bool in
      guard var exchange = open[dataTask.taskIdentifier] else { return true }
      exchange.isTooLarge = exchange.isTooLarge || exchange.body.count + data.count > exchange.largestBody
      open[dataTask.taskIdentifier] = nil
      if !exchange.isTooLarge { exchange.body.append(contentsOf: data) }
      open[dataTask.taskIdentifier] = exchange
      return exchange.isTooLarge
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    open.withLock { $0[task.taskIdentifier]?.status = response.statusCode }
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let done = open.withLock { open -> DispatchSemaphore? in
      open[task.taskIdentifier]?.hasFailed = error != nil
      open[task.taskIdentifier]?.timedOut = (error as? URLError)?.code == .timedOut
      return open[task.taskIdentifier]?.done
    }
    done?.signal()
  }
}
