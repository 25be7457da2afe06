"""Writes a composed document (JSON) as HTML with the measures of ours, for WeasyPrint.

A block that is not known here ends the run.

Usage: as_html.py DOCUMENT.json OUT.html
"""

import json
import sys
from html import escape

STYLE = """
@page { size: A4; margin: 31mm 28mm 28mm 25mm;
  @top-left { content: string(title); font: 9pt "Source Sans 3" }
  @bottom-right { content: "Seite " counter(page) " von " counter(pages);
    font: 9pt "Source Sans 3" } }
body { font: 11pt/15pt "Source Sans 3"; hyphens: auto; margin: 0 }
p { margin: 0 0 11.5pt; orphans: 2; widows: 2 }
h1, h2, h3, h4 { hyphens: none; line-height: 1.2; break-after: avoid; margin: 18pt 0 6pt }
h1 { font-size: 25pt; string-set: title content() } h2 { font-size: 15pt } h3 { font-size: 12pt }
h4 { font-size: 11pt } h3 .label { float: left; margin-left: -31mm }
.body { margin-left: 31mm } .axis { float: left; margin-left: -31mm; font-size: 9.5pt }
.body h2, .body .wide { margin-left: -31mm }
.grid { font-size: 8pt; width: 157mm } .page { break-before: page } .bar { border-left: 2pt solid; padding-left: 9pt }
table { border-collapse: collapse; width: 100%; margin-bottom: 14pt }
th, td { border-bottom: 0.4pt solid; padding: 1.5pt 3pt; text-align: left; vertical-align: top }
.right { text-align: right } .center { text-align: center }
.note { float: footnote; font-size: 9pt; line-height: 12pt }
.field { border: 0.5pt solid; width: 70mm; height: 20mm }
"""


def inline(content):
    out = []
    for run in content:
        if run["type"] == "text":
            made = escape(run["text"])
            face = run.get("face", "regular").lower()
            for name, tag in (("bold", "strong"), ("italic", "em")):
                if name in face:
                    made = f"<{tag}>{made}</{tag}>"
            out.append(f"<u>{made}</u>" if run.get("underline") else made)
        elif run["type"] == "link":
            address = escape(run["href"])
            out.append(f'<a href="{address}">{address}</a>')
        elif run["type"] == "footnote":
            out.append(f'<span class="note">{inline(run["content"])}</span>')
        else:
            raise ValueError(run["type"])
    return "".join(out)


def blocks(found):
    return "\n".join(WRITERS[block["type"]](block) for block in found)


def axis(label):
    return f'<span class="axis">{escape(label)}</span>' if label else ""


def section(block):
    page = ' class="page"' if block["start"] == "newPage" else ""
    return f"<h2{page}>{escape(block['title'])}</h2>"


def item(block):
    words = " ".join(filter(None, (block["title"], block.get("subject"), block.get("paper"))))
    return (f'<h3 id="{escape(block["anchor"])}"><span class="label">{escape(block["label"])}'
            f"</span> {escape(words)}</h3>")


def entries(block):
    kind = {"decimal": "decimal", "lowerAlpha": "lower-alpha"}.get(block["numbering"])
    if kind:
        rows = "".join(f"<li>{blocks(one['blocks'])}</li>" for one in block["items"])
        return f'<ol style="list-style-type: {kind}">{rows}</ol>'
    rows = "".join(
        f"<li style=\"list-style-type: '{escape(one['label'])} '\">{blocks(one['blocks'])}</li>"
        for one in block["items"]
    )
    return f"<ul>{rows}</ul>"


def table(block):
    def row(cells, tag):
        made = "".join(
            f'<{tag} class="{align}">{inline(cell)}</{tag}>'
            for cell, align in zip(cells, block["columns"])
        )
        return f"<tr>{made}</tr>"

    rows = [row(cells, "td") for cells in block["rows"]]
    if block.get("total"):
        rows.append(row(block["total"], "th"))
    caption = " ".join(filter(None, (block.get("caption"), block.get("legend"))))
    caption = f"<caption>{escape(caption)}</caption>" if caption else ""
    wide = ' class="wide grid"' if block["kind"] == "grid" else ""
    return (f"<table{wide}>{caption}<thead>{row(block['head'], 'th')}</thead><tbody>{''.join(rows)}"
            "</tbody></table>")


def decision(block):
    made = axis(block.get("label")) + blocks(block["wording"])
    if block.get("result"):
        line = block["result"]
        words = f"{line['lead']} {line['words']} {line.get('figures', '')}"
        made += f"<p><strong>{escape(words)}</strong></p>"
    if block.get("table"):
        made += table(block["table"])
    return f'<div class="bar">{made}</div>'


def agenda(block):
    def rows(found):
        made = ""
        for entry in found:
            title = " ".join(filter(None, (entry["title"], entry.get("subject"))))
            title = escape(title)
            if entry.get("target"):
                title = f'<a href="#{escape(entry["target"])}">{title}</a>'
            made += (f"<li style=\"list-style-type: '{escape(entry['number'])} '\">{title} "
                     f"{escape(entry.get('paper', ''))}{rows(entry.get('entries', []))}</li>")
        return f"<ul>{made}</ul>" if made else ""

    parts = (f"<p><strong>{escape(part['name'])}</strong></p>{rows(part['entries'])}"
             for part in block["parts"])
    return "".join(parts)


def attendance(block):
    made = ""
    for listed in filter(None, (block["members"], block.get("others"))):
        head = "".join(f"<th>{escape(name)}</th>" for name in listed["head"])
        rows = ""
        for group in listed["groups"]:
            for at, row in enumerate(group["rows"]):
                name = ", ".join([row["name"], *row.get("annotations", [])])
                cells = [group["name"] if at == 0 else "", name, *row["cells"]]
                rows += "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
        made += f'<table class="wide"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return made + f"<p>{escape(block['legend'])}</p>"


def lines(block):
    return "".join(f"<p>{axis(one['label'])}{escape(one['value'])}</p>" for one in block["lines"])


def signatures(block):
    return "".join(
        f'<div class="field"></div><p>{escape(one["name"])}, {escape(one["role"])} '
        f"{escape(one.get('items', ''))}</p>"
        for one in block["signers"]
    )


WRITERS = {
    "section": section, "item": item, "list": entries, "table": table, "decision": decision,
    "agenda": agenda, "attendance": attendance, "lines": lines, "signatures": signatures,
    "paragraph": lambda block: f"<p>{axis(block.get('label'))}{inline(block['content'])}</p>",
    "subheading": lambda block: f"<h4>{inline(block['content'])}</h4>",
    "quote": lambda block: f"<blockquote>{blocks(block['blocks'])}</blockquote>",
}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    head, top = document["letterhead"], document["headline"]
    names = ("body", "organ", "organization", "contactHeading", "contactName", "placeAndDate")
    out = [
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">'
        f"<title>{escape(document['title'])}</title>"
        f'<meta name="author" content="{escape(document["author"])}"><style>{STYLE}</style></head>'
        "<body>",
        *(f"<p>{escape(head[name])}</p>" for name in names),
        f"<h1>{escape(top['title'])}</h1><p>{escape(top['subtitle'])}</p>",
        f"<p>{escape(top['scope'])}</p><div class=\"body\">",
        lines({"lines": head["contact"] + document["session"]}),
        blocks(document["blocks"]),
        "</div></body></html>",
    ]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(out))


main()
