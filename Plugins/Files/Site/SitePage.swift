import Copydesk

/// A page of the site: what is the same on all of them around what is not.
struct SitePage {
  let title: String
  let site: String
  /// What leads to the site's folder.
  let root: String
  let body: [UInt8]

  var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(body.count + 4096)
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.append("<title>\(title.escapedForHTML)</title>\n<style>\(Self.style)</style></head><body>\n")
    out.append("<header><a class=\"site\" href=\"\(root)index.html\">\(site.escapedForHTML)</a>")
    out.append(
      "<nav><a href=\"\(root)index.html\">Articles</a> <a href=\"\(root)names.html\">Names</a></nav></header>\n"
    )
    out.append("<main>\n")
    out += body
    out.append("</main></body></html>\n")
    return out
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1c1d1f;--soft:#62666d;--line:#dcdfe3;--page:#fbfbfa;--card:#fff;--link:#1f5fa8;\
    --person:#ffe3c2;--org:#d5e6ff;--place:#d4f0d9;--other:#ececf2;--sum:#b9791f}
    @media(prefers-color-scheme:dark){:root{--ink:#e7e8ea;--soft:#9aa0a8;--line:#34383e;--page:#17191c;--card:#1f2226;\
    --link:#8abaf2;--person:#5a4020;--org:#1f3c61;--place:#1f4a2b;--other:#383a45;--sum:#d9a14a}}
    *{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:17px/1.6 Georgia,"Times New Roman",serif}
    header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;padding:1rem 1.2rem;border-bottom:1px solid var(--line);\
    font-family:system-ui,sans-serif;font-size:15px}
    header .site{font-weight:700;font-size:18px;color:var(--ink);text-decoration:none;margin-right:auto}
    nav a{margin-left:.8rem}a{color:var(--link)}
    main{max-width:44rem;margin:0 auto;padding:1.2rem}h1{line-height:1.2;font-size:1.8rem;margin:.6rem 0}
    .note,.names,.count,footer,label,.pages{font-family:system-ui,sans-serif;font-size:14px;color:var(--soft)}
    .card{padding:1rem 0;border-bottom:1px solid var(--line)}.card h2{font-size:1.15rem;line-height:1.3;margin:0}
    .card h2 a{color:var(--ink);text-decoration:none}.card h2 a:hover{text-decoration:underline}.card p{margin:.3rem 0}
    .name,mark{color:inherit;border-radius:3px;padding:0 .25em;background:var(--other)}
    .name{display:inline-block;margin:.15rem .3rem .15rem 0}
    .PERSON{background:var(--person)}.ORG{background:var(--org)}.PLACE{background:var(--place)}
    .sum{border-left:3px solid var(--sum);padding-left:.9rem;margin:1.2rem 0;font-style:italic}
    u{text-decoration:underline;text-decoration-color:var(--sum);text-underline-offset:3px}
    input{width:100%;padding:.5rem .7rem;font:inherit;border:1px solid var(--line);border-radius:6px;background:var(--card);color:inherit}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;font:14px/1.5 system-ui,sans-serif;color:var(--soft);\
    border-top:1px solid var(--line);padding-top:1rem;overflow-wrap:anywhere}dd{margin:0}
    details{border-bottom:1px solid var(--line);padding:.35rem 0}summary{cursor:pointer}article{overflow-wrap:anywhere}
    """
}

extension String {
  /// The string as HTML shows it.
  var escapedForHTML: String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    for byte in utf8 { out.appendEscaped(byte) }
    return String(decoding: out, as: UTF8.self)
  }

  /// The string as a path in an address: what has a meaning there is percent-encoded.
  var escapedForAddress: String {
    var out = ""
    for byte in utf8 {
      let isPlain = byte.isASCIILetter || byte.isASCIIDigit || "-_./~".utf8.contains(byte)
      if isPlain {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return out
  }
}

extension [UInt8] {
  mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: append(byte)
    }
  }
}
