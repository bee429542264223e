/// The element names that parsing or extraction treats in a way of their own.
///
/// A case is spelled as the name is, in small letters; ``HTMLTagTable`` is made from the spelling, so that a
/// name is written down once. Every other name is ``unknown``, and its spelling is read from the source.
enum HTMLTag: UInt8, Sendable, CaseIterable {
  /// A name that is not in this list, and every element inside `svg` and `math`.
  case unknown

  // The document and its metadata.
  case html, head, body, base, basefont, bgsound, link, meta, title, style, script, noscript, template

  // Sections and blocks.
  case address, article, aside, blockquote, center, details, dialog, dir, div, dl, dd, dt, fieldset
  case figcaption, figure, footer, header, hgroup, hr, legend, li, listing, main, menu, nav, ol, p
  case plaintext, pre, search, section, summary, ul, xmp, h1, h2, h3, h4, h5, h6

  // Phrases.
  case a, abbr, acronym, b, bdi, bdo, big, blink, br, cite, code, data, del, dfn, em, font, i, ins, kbd
  case label, mark, nobr, q, rb, rp, rt, rtc, ruby, s, samp, small, span, strike, strong, sub, sup, time
  case tt, u, `var`, wbr

  // Tables.
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th

  // Forms.
  case form, input, button, select, option, optgroup, textarea, keygen, output, progress, meter, datalist

  // Embedded content.
  case applet, area, audio, canvas, embed, frame, frameset, iframe, image, img, map, marquee, noembed
  case noframes, object, param, picture, slot, source, svg, track, video

  // Names of other vocabularies that matter to the boundary between them and HTML.
  case math, mi, mo, mn, ms, mtext, foreignobject, desc
}

extension HTMLTag {
  /// The name in small letters; empty for ``unknown``.
  var name: String { self == .unknown ? "" : String(describing: self) }
}
