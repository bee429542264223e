extension HTMLTag {
  /// Whether the element starts on a line of its own where nothing else is said about its style
  /// (WHATWG HTML Living Standard §15.3); the parts of a table and of a list of choices count as blocks.
  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div,
      .dl, .dd, .dt, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .hr, .legend, .li, .listing,
      .main, .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .ul, .xmp, .h1, .h2, .h3,
      .h4, .h5, .h6, .table, .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th, .form,
      .option, .optgroup, .frameset:
      true
    default: false
    }
  }

  /// Whether the element has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .image, .img, .input, .keygen,
      .link, .meta, .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Whether the content is text up to the element's own end tag, with no markup in it.
  ///
  /// Scripting counts as off, so `noscript` is not among them.
  var isRawText: Bool {
    switch self {
    case .title, .textarea, .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext: true
    default: false
    }
  }

  /// Of the raw text elements, those where character references are still decoded (RCDATA).
  var isEscapableRawText: Bool { self == .title || self == .textarea }

  /// `h1` to `h6`.
  var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }

  /// The formatting elements of §13.2.4.3: misnested end tags of these must not end a block.
  var isFormatting: Bool {
    switch self {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: true
    default: false
    }
  }

  /// The special elements of §13.2.4.2: an end tag of an ordinary element does not reach across one.
  var isSpecial: Bool {
    switch self {
    case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br,
      .button, .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset,
      .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header,
      .hgroup, .hr, .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu,
      .meta, .nav, .noembed, .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script,
      .search, .section, .select, .source, .style, .summary, .table, .tbody, .td, .template, .textarea,
      .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp:
      true
    default: false
    }
  }

  /// The elements whose end tag may be left out before their parent's end (§13.2.6.3).
  var hasImpliedEnd: Bool {
    switch self {
    case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
    default: false
    }
  }
}

extension HTMLTag {
  /// Whether a start tag ends an open paragraph and then nests like any other block (§13.2.6.4.7).
  var closesParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section,
      .summary, .ul:
      true
    default: false
    }
  }

  /// Whether an end tag ends the nearest such element in scope together with all that is open inside it.
  var endsBlock: Bool {
    switch self {
    case .address, .applet, .article, .aside, .blockquote, .button, .center, .dd, .details, .dialog, .dir,
      .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .marquee,
      .menu, .nav, .object, .ol, .pre, .search, .section, .select, .summary, .ul:
      true
    default: false
    }
  }

  /// Whether a start tag inside `svg` or `math` ends them (§13.2.6.5), `font` aside.
  var breaksOutOfForeignContent: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3,
      .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s,
      .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      true
    default: false
    }
  }

  /// Whether a foreign element of this name holds HTML again: `foreignObject`, `desc` and `title` of SVG, and
  /// the token elements of MathML.
  var isIntegrationPoint: Bool {
    switch self {
    case .foreignobject, .desc, .title, .mi, .mo, .mn, .ms, .mtext: true
    default: false
    }
  }
}
