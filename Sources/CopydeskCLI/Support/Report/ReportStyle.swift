/// How a report looks, in light and in dark, on a wide screen, a narrow one and on paper.
enum ReportStyle {
  static let sheet = """

    :root{--paper:#fbfaf7;--card:#fff;--ink:#1b1b19;--soft:#66645d;--line:#e2dfd6;--kept:#2f7d6d;--dropped:#c98a1b;\
    --duplicate:#7263b5;--failed:#c0392b;--other:#8b887f;--wash:#2f7d6d22}
    @media(prefers-color-scheme:dark){:root{--paper:#161715;--card:#1e1f1d;--ink:#ecebe6;--soft:#a3a198;--line:#34352f;\
    --kept:#5cb8a4;--dropped:#e0ac4b;--duplicate:#a79be6;--failed:#ef7466;--other:#8b8a82;--wash:#5cb8a433}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
    main{max-width:1040px;margin:0 auto;padding:40px 24px 64px}
    h1,h2{font-family:"Iowan Old Style",Charter,Georgia,"Times New Roman",serif;font-weight:600;line-height:1.15;\
    letter-spacing:-.01em;overflow-wrap:anywhere}
    h1{font-size:44px;margin:0 0 8px}
    h2{font-size:26px;margin:0 0 4px}
    h3{font-size:15px;margin:0;font-weight:650;overflow-wrap:anywhere}
    h3 small{font-weight:400;color:var(--soft);margin-left:6px}
    p{margin:0 0 12px;max-width:68ch}
    section>p,.lead{color:var(--soft)}
    .lead strong{color:var(--ink)}
    .lead{font-size:18px}
    .kicker{text-transform:uppercase;letter-spacing:.12em;font-size:12px;font-weight:650;color:var(--kept);margin:0 0 6px}
    header{border-bottom:3px double var(--line);padding-bottom:28px}
    section{padding:32px 0 0}
    code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
    svg{display:block}
    .kept{fill:var(--kept)}.dropped{fill:var(--dropped)}.duplicate{fill:var(--duplicate)}.failed{fill:var(--failed)}
    .time,.entity{fill:var(--kept)}
    .fates{width:100%;height:14px;border-radius:7px;margin:20px 0 0;overflow:hidden}
    .notes{margin:12px 0;padding:10px 16px 10px 32px;background:var(--card);border-left:3px solid var(--dropped);\
    border-radius:4px}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(138px,1fr));gap:16px 20px;margin:20px 0 0}
    .tiles dt{color:var(--soft);font-size:13px}
    .tiles dd{margin:0;font-size:26px;font-weight:600;line-height:1.2;letter-spacing:-.01em}
    .tiles small{display:inline-block;font-size:13px;font-weight:400;color:var(--soft);margin-left:6px;letter-spacing:0;white-space:nowrap}
    .dot{display:inline-block;width:9px;height:9px;border-radius:50%;margin-right:7px;background:var(--other)}
    .dot.kept,.dot.lifted{background:var(--kept)}.dot.dropped{background:var(--dropped)}
    .dot.duplicate{background:var(--duplicate)}.dot.failed{background:var(--failed)}
    .flow{list-style:none;margin:16px 0 0;padding:0}
    .flow li{display:grid;grid-template-columns:minmax(150px,210px) 1fr minmax(260px,340px);gap:0 24px;min-height:76px}
    .stage{padding:12px 0 16px;border-top:1px solid var(--line)}
    .stage p{margin:2px 0 0;font-size:13px;color:var(--soft)}
    .stream{position:relative;min-height:76px}
    .stream svg{position:absolute;inset:0;width:100%;height:100%}
    .stream path{opacity:.9}
    .stream b{position:absolute;left:10px;top:10px;color:#fff;font-size:15px;text-shadow:0 0 3px #0009}
    .stream .ends{position:absolute;right:0;bottom:2px;margin:0;font-size:13px;background:var(--paper);padding:1px 0 1px 8px;\
    border-radius:4px}
    .ends span{white-space:nowrap}
    .why{padding:10px 0 16px;border-top:1px solid var(--line);font-size:13px}
    .flow .end,.flow .end .stream{min-height:44px}
    .end .stream{border-top:3px solid var(--kept)}
    .end .stream b{color:var(--ink);text-shadow:none;top:8px;font-size:20px}
    table{border-collapse:collapse;width:100%}
    th{text-align:left;font-weight:400}
    thead th{font-size:12px;color:var(--soft);padding:0 0 4px}
    td,tbody th{padding:4px 0;vertical-align:top}
    .figure{text-align:right;white-space:nowrap;padding-left:16px;width:1%}
    .rules td{padding:2px 0}
    .rules small{display:block;color:var(--soft);overflow-wrap:anywhere}
    .rules td:first-child{white-space:nowrap;padding-right:12px;width:1%}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    details{margin-top:6px}
    summary{cursor:pointer;color:var(--soft)}
    .bars th span{overflow-wrap:anywhere}
    .bars th small{display:block;color:var(--soft);font-size:12px;overflow-wrap:anywhere}
    .bar{width:100%;height:5px;margin-top:3px;background:var(--line);border-radius:3px;overflow:hidden}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,290px),1fr));gap:16px;margin-top:12px}
    .cards.wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,440px),1fr))}
    .card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px;min-width:0}
    .card h3{margin-bottom:8px}
    .columns{display:flex;align-items:flex-end;gap:6px;margin-top:12px}
    .columns>div{flex:1;min-width:0;text-align:center;font-size:13px}
    .columns .figure{display:block;padding:0;text-align:center;width:auto}
    .columns svg{width:100%;height:150px;border-bottom:1px solid var(--line)}
    .columns small,.axis,.scale{color:var(--soft);font-size:12px}
    .axis{text-align:right;max-width:none}
    .course{margin:12px 0 0}
    .course figcaption{font-size:13px;color:var(--soft)}
    .course svg{width:100%;height:160px;border-bottom:1px solid var(--line)}
    .course .area{fill:var(--wash)}
    .course .line{fill:none;stroke:var(--kept);stroke-width:2;vector-effect:non-scaling-stroke}
    .course .grid{stroke:var(--line);stroke-width:1;vector-effect:non-scaling-stroke}
    .scale{display:flex;justify-content:space-between;max-width:none}
    .taken{list-style:none;margin:0;padding:0}
    .taken li{padding:6px 0;border-top:1px solid var(--line)}
    .taken del{text-decoration-color:var(--failed);text-decoration-thickness:1px;overflow-wrap:anywhere}
    .taken cite{display:block;font-style:normal;font-size:12px;color:var(--soft);overflow-wrap:anywhere}
    footer{margin-top:48px;padding-top:12px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
    @media(max-width:760px){main{padding:24px 16px 48px}h1{font-size:34px}h2{font-size:23px}
    .flow li{grid-template-columns:1fr}.stage{padding-bottom:6px}.why{border-top:0}.tiles dd{font-size:22px}
    .columns{gap:3px}.columns>div{font-size:11px}.columns small{font-size:10px}.flow .end .stage{padding-bottom:0}}
    @media print{body{background:#fff}.card{break-inside:avoid}}

    """
}
