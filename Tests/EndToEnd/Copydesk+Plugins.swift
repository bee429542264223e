import Foundation
import Testing

extension Copydesk {
  /// Compiles a plugin with one stage, `NAME.pass`.
  func plugin(
    _ name: String, at path: String, before: String = "", body: String = "return 0;"
  ) throws {
    try write(
      """
      #include <copydesk_plugin.h>
      #include <stdio.h>
      \(before)
      static int32_t process(void *stage, const copydesk_host *host, copydesk_document *document) { \(body) }
      static const copydesk_stage stages[] = {{.name = "\(name).pass", .abstract = "Passes.", .process = process}};
      static const copydesk_plugin plugin =
        {COPYDESK_ABI_VERSION, sizeof(copydesk_stage), "\(name)", "1.0", stages, 1};
      const copydesk_plugin *copydesk_native_plugin(uint32_t version) { return &plugin; }
      """, to: "source/\(name)/\(name).c")
    try Shell.succeed(
      "mkdir -p $(dirname \(path))\ncopydesk plugin build source/\(name) -o \(path)", in: folder)
  }
}
