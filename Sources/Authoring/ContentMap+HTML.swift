internal import Knowledge

extension ContentMap {
  /// One page that needs nothing else: no script, no network.
  package var html: String {
    let rows = groups.flatMap(\.rows)
    let thin = rows.filter { !$0.thin.isEmpty }.count
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Flora: map of the content</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>Map of the content</h1>
      <p>\(rows.count) topics, \(rows.reduce(0) { $0 + $1.examples }) examples, \
      \(rows.reduce(0) { $0 + $1.claims.count }) claims, \(references.count) sources; \
      \(thin) topics with a thin spot.</p>
      <nav><ul>\(groups.map { "<li><a href=\"#\(Self.escaped($0.name))\">\(Self.escaped($0.name))</a></li>" }.joined())</ul></nav>
      \(groups.map(section).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private func section(_ group: (name: String, rows: [Row])) -> String {
    """
    <section id="\(Self.escaped(group.name))">
    <h2>\(Self.escaped(group.name)) <small>\(group.rows.count)</small></h2>
    <table>
    <thead><tr><th scope="col">Topic</th><th scope="col">Words</th><th scope="col">Examples</th>\
    <th scope="col">Claims</th><th scope="col">Sources</th><th scope="col">Follow-ups</th>\
    <th scope="col">Thin spots</th></tr></thead>
    <tbody>
    \(group.rows.map(row).joined(separator: "\n"))
    </tbody>
    </table>
    </section>
    """
  }

  private func row(_ row: Row) -> String {
    let draft = row.isDraft ? " <em>draft</em>" : ""
    let misses = row.nearMisses == 0 ? "" : " and \(row.nearMisses) near misses"
    return """
      <tr id="topic-\(row.id)"\(row.thin.isEmpty ? "" : " class=\"thin\"")>
      <th scope="row">\(Self.escaped(row.title))\(draft)<br><code>\(Self.escaped(row.path))</code></th>
      <td>\(Self.escaped(row.words.joined(separator: ", ")))</td>
      <td>\(row.examples)\(misses)</td>
      <td>\(details(row.claims.map(claim), "\(row.claims.count) claims"))</td>
      <td>\(details(row.sources.map(source), "\(row.sources.count) sources"))</td>
      <td>\(row.offers.map { "<a href=\"#topic-\(Self.escaped($0))\">\(Self.escaped($0))</a>" }.joined(separator: ", "))</td>
      <td>\(Self.escaped(row.thin.joined(separator: ", ")))</td>
      </tr>
      """
  }

  private func details(_ items: [String], _ title: String) -> String {
    guard !items.isEmpty else { return "none" }
    return
      "<details><summary>\(title)</summary><ul>\(items.map { "<li>\($0)</li>" }.joined())</ul></details>"
  }

  private func claim(_ claim: Claim) -> String {
    "<b>\(claim.grade.rawValue)</b> \(Self.escaped(claim.text)) <code>\(Self.escaped(claim.id.rawValue))</code>"
  }

  private func source(_ id: String) -> String {
    Self.escaped(references[id]?.full ?? id)
  }

  /// Text between tags and in quoted attributes.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
  }

  private static let style = """
    body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1rem;color:#1b1b1b;background:#fff}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
    table{border-collapse:collapse;width:100%}th,td{border-top:1px solid #ccc;padding:.4rem .6rem;text-align:left;vertical-align:top}
    tbody th{font-weight:600;min-width:14rem}tr.thin td:last-child{background:#fff3c4;color:#3d2f00}
    code{font-size:.8rem;font-weight:400}details ul{padding-left:1rem}small{font-weight:400}
    @media (prefers-color-scheme:dark){body{color:#eee;background:#16181b}a{color:#8ab4f8}th,td{border-color:#444}\
    tr.thin td:last-child{background:#4a3b00;color:#ffe9a8}}
    """
}
