import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An endpoint that behaves as it is told, request by request: slow, refusing, cut off, malformed.
final class StubEndpoint: Sendable {
  /// What it does with a request.
  enum Behaviour: Sendable {
    /// Answers with this as the model's words.
    case says(String, finish: String = "stop", tokens: Int? = nil)
    /// Answers with a status and perhaps a header.
    case status(Int, header: String = "")
    /// Answers with a body as it is.
    case body(String)
    /// Promises more than it sends, and hangs up.
    case cutOff
    /// Hangs up without a word.
    case hangsUp
    /// Waits before it answers.
    case slow(Double, String)
  }

  /// What was asked: the head and the body of each request.
  let requests = Mutex<[(head: String, body: String)]>([])
  /// Most connections that were open at once.
  let mostAtOnce = Mutex((now: 0, most: 0))
  private let behaviours: Mutex<[Behaviour]>
  private let socket: Int32
  let port: UInt16

  /// - Parameter behaviours: what it does with each request in turn; the last one goes on.
  init(_ behaviours: [Behaviour]) throws {
    self.behaviours = Mutex(behaviours)
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let socket = Self.open(stream)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard bound else { throw CocoaError(.fileNoSuchFile) }
    self.socket = socket
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else {
          // Closed here and nowhere else: the number may be another stub's the moment it is free.
          close(socket)
          return
        }
        Thread.detachNewThread { [self] in serve(connection) }
      }
    }
  }

  private static func open(_ kind: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.socket(AF_INET, kind, 0)
    #elseif canImport(Musl)
      Musl.socket(AF_INET, kind, 0)
    #else
      Darwin.socket(AF_INET, kind, 0)
    #endif
  }

  /// Makes the thread that waits for connections end.
  func stop() {
    shutdown(socket, Int32(SHUT_RDWR))
  }

  var address: String { "http://127.0.0.1:\(port)/v1" }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    mostAtOnce.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
    defer { mostAtOnce.withLock { $0.now -= 1 } }
    guard let request = receive(connection) else { return }
    requests.withLock { $0.append(request) }
    let behaviour = behaviours.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    switch behaviour {
    case .says(let words, let finish, let tokens): answer(connection, Self.completion(words, finish, tokens))
    case .status(let code, let header):
      send(connection, "HTTP/1.1 \(code) X\r\n\(header)Content-Length: 2\r\nConnection: close\r\n\r\n{}")
    case .body(let body): answer(connection, body)
    case .cutOff:
      send(
        connection,
        "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n{\"choices\": [{\"mess")
    case .hangsUp: break
    case .slow(let seconds, let words):
      Thread.sleep(forTimeInterval: seconds)
      answer(connection, Self.completion(words, "stop", nil))
    }
  }

  private static func completion(_ words: String, _ finish: String, _ tokens: Int?) -> String {
    let content = String(decoding: (try? JSONEncoder().encode(words)) ?? Data(), as: UTF8.self)
    let usage = tokens.map { ", \"usage\": {\"total_tokens\": \($0)}" } ?? ""
    return
      "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \(content)}, \"finish_reason\": \"\(finish)\"}]\(usage)}"
  }

  private func answer(_ connection: Int32, _ body: String) {
    send(
      connection,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    )
  }

  private func send(_ connection: Int32, _ words: String) {
    var bytes = Array(words.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { sendBytes(connection, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes.removeFirst(count)
    }
  }

  private func receive(_ connection: Int32) -> (head: String, body: String)? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let head = String(text[..<end.lowerBound])
        let length =
          head.lowercased().components(separatedBy: "content-length: ").dropFirst().first
          .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
        let start = text[..<end.upperBound].utf8.count
        if bytes.count >= start + length {
          return (head, String(decoding: bytes[start..<(start + length)], as: UTF8.self))
        }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { return nil }
      bytes += buffer[..<count]
    }
  }
}

private func sendBytes(_ connection: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    send(connection, start, count, 0)
  #else
    send(connection, start, count, Int32(MSG_NOSIGNAL))
  #endif
}
