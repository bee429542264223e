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
  private let exchanges = Exchanges()
  private let session: URLSession
  private let address: URL
  private let key: String?

  /// - Parameter key: goes into the header of each request, and nowhere else.
  init(address: URL, key: String?, timeout: Double) {
    self.address = address
    self.key = key
    let configuration = URLSessionConfiguration.ephemeral
    // Our own clock decides: this one counts whole seconds, and starts anew with each byte.
    configuration.timeoutIntervalForRequest = timeout + 10
    configuration.httpShouldSetCookies = false
    configuration.httpMaximumConnectionsPerHost = 64
    session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
  }

  /// Lets go of the connections.
  func close() { session.invalidateAndCancel() }

  /// Asks once.
  /// - Throws: ``ChatFailure``.
  func ask(_ request: ChatRequest, timeout: Double) throws(ChatFailure) -> ChatAnswer {
    var post = URLRequest(url: address, timeoutInterval: timeout + 10)
    post.httpMethod = "POST"
    post.setValue("application/json", forHTTPHeaderField: "Content-Type")
    post.setValue("application/json", forHTTPHeaderField: "Accept")
    if let key { post.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
    post.httpBody = Data(request.body)
    let task = session.dataTask(with: post)
    let done = DispatchSemaphore(value: 0)
    exchanges.begin(task.taskIdentifier, done, largestBody: Self.largestBody)
    task.resume()
    let inTime = done.wait(timeout: .now() + timeout) == .success
    let outcome = exchanges.end(task.taskIdentifier)
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
