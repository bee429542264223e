import Copydesk
import PipelineDefinition

extension DefinitionTest.Input {
  /// The document that goes into the pipeline, made by the pipeline's own source, so that a page is seen to be one
  /// and what is not text fails as it would in a run.
  func document(by source: any Source) -> Document {
    var item = SourceItem(id: id, path: id, format: (format ?? .text).rawValue)
    switch content {
    case .text(let text):
      let bytes = Array(text.utf8)
      item.span = Span(0, bytes.count)
      item.bytes = bytes[...]
    case .file(let path): item.path = path
    }
    var document = source.documentOrFailure(from: &item)
    document.title = title ?? document.title
    document.byline = byline ?? document.byline
    document.section = section ?? document.section
    document.published = published ?? document.published
    document.language = language ?? document.language
    for member in metadata { document.metadata[member.name] = member.value }
    return document
  }
}
