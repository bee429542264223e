import Copydesk
import Foundation
import Synchronization

/// Answers `GET /metrics` on 127.0.0.1, one request at a time: enough for one who asks every few seconds.
final class MetricsServer: Sendable {
  /// Where it listens.
  let port: UInt16
  private let socket: Int32
  private let isStopped = Mutex(false)

  /// Listens.
  /// - Parameters:
  ///   - port: where; 0 is any that is free.
  ///   - page: what to answer with; called on the server's thread.
  /// - Throws: ``CopydeskError`` where the port is taken.
  init(port: UInt16, page: @escaping @Sendable () -> String) throws {
    #if canImport(Glibc) || canImport(Musl)
      let stream = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let made = Foundation.socket(AF_INET, stream, 0)
    socket = made
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var on: Int32 = 1
    setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard made >= 0, isBound, listen(made, 8) == 0 else {
      let reason = String(cString: strerror(errno))
      close(made)
      throw CopydeskError(
        .cannotWrite, "cannot serve metrics on 127.0.0.1:\(port): \(reason)",
        help: "give --metrics another port, or the path of a file")
    }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(made, $0, &length) }
    }
    self.port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let client = accept(made, nil, nil)
        if isStopped.withLock({ $0 }) {
          if client >= 0 { close(client) }
          close(made)
          return
        }
        if client >= 0 {
          Self.answer(client, page)
        } else if errno != EINTR, errno != ECONNABORTED {
          Thread.sleep(forTimeInterval: 0.1)
        }
      }
    }
  }

  /// Takes no more requests.
  func stop() {
    isStopped.withLock { $0 = true }
    // Wakes the thread that waits for one.
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// A client that leaves is no reason for a signal.
  private static var quietly: Int32 {
    #if canImport(Glibc) || canImport(Musl)
      Int32(MSG_NOSIGNAL)
    #else
      // A run does without that signal.
      0
    #endif
  }

  private static func answer(_ client: Int32, _ page: () -> String) {
    defer { close(client) }
    // Nobody may keep the server waiting.
    var limit = timeval(tv_sec: 2, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(client, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var request: [UInt8] = []
    while request.count < 16_384, !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      request += buffer.prefix(count)
    }
    let line = String(decoding: request.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    let words = line.split(separator: " ")
    let path = words.count > 1 ? words[1].prefix { $0 != "?" } : ""
    let isKnown = path == "/metrics" || path == "/"
    guard words.first == "GET" || words.first == "HEAD" else {
      return send(client, "405 Method Not Allowed", "only GET is answered\n", withBody: true)
    }
    let body = isKnown ? page() : "see /metrics\n"
    send(client, isKnown ? "200 OK" : "404 Not Found", body, withBody: words.first == "GET")
  }

  private static func send(_ client: Int32, _ status: String, _ body: String, withBody: Bool) {
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
      + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
    let bytes = Array((head + (withBody ? body : "")).utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.send(client, $0.baseAddress?.advanced(by: sent), $0.count - sent, quietly)
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
