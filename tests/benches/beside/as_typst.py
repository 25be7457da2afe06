"""Writes a composed document (JSON) as typst markup with the measures of ours.

Words stand in string literals, so that none of them is taken for markup. Lines are broken by the
total fit, as ours are. A block that is not known here ends the run.

Usage: as_typst.py DOCUMENT.json OUT.typ
"""

import json
import sys

HEAD = """#set document(title: {title}, author: {author}, date: datetime({date}))
#set page(paper: "a4", margin: (left: 56mm, right: 28mm, top: 31mm, bottom: 28mm),
  header: move(dx: -31mm, text(9pt, {title})), footer: context move(dx: -31mm, text(9pt)[#{footer}
  Seite #counter(page).display("1 von 1", both: true)]))
#set text(font: "Source Sans 3", size: 11pt, lang: "de", region: "DE", hyphenate: true,
  top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 4pt, spacing: 11.5pt, linebreaks: "optimized")
#set table(stroke: (x, y) => (bottom: 0.4pt), inset: (x: 3pt, y: 1.5pt))
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(25pt)
#show heading.where(level: 2): set text(15pt)
#show heading.where(level: 3): set text(12pt)
#show heading.where(level: 4): set text(11pt)
#let beside(label, body) = {{ place(dx: -31mm, text(9.5pt, label)); body }}
#let bar(body) = block(stroke: (left: 2pt), inset: (left: 9pt), body)
"""
FACES = {"bold": "strong", "italic": "emph"}


def quoted(words):
    return json.dumps(words, ensure_ascii=False)


def inline(content):
    parts = []
    for run in content:
        if run["type"] == "text":
            made = "#" + quoted(run["text"])
            for face, call in FACES.items():
                if face in run.get("face", "regular").lower():
                    made = f"#{call}[{made}]"
            parts.append(f"#underline[{made}]" if run.get("underline") else made)
        elif run["type"] == "link":
            parts.append(f"#link({quoted(run['href'])})")
        elif run["type"] == "footnote":
            parts.append(f"#footnote[{inline(run['content'])}]")
        else:
            raise ValueError(run["type"])
    # A semicolon ends an expression, so that words behind it are words again.
    return ";".join(parts) + ";" if parts else ""


def blocks(found, out):
    for block in found:
        WRITERS[block["type"]](block, out)


def inside(found):
    out = []
    blocks(found, out)
    return "\n".join(out)


def section(block, out):
    if block["start"] == "newPage":
        out.append("#pagebreak(weak: true)")
    out.append(f"#pad(left: -31mm, heading(level: 2, {quoted(block['title'])}))")


def item(block, out):
    words = " ".join(filter(None, (block["title"], block.get("subject"), block.get("paper"))))
    label = f"#box(width: 31mm, {quoted(block['label'])})"
    out.append(f"#pad(left: -31mm, heading(level: 3)[#par(hanging-indent: 31mm)[{label}#"
               f"{quoted(words)}]]) <{anchor(block['anchor'])}>")


def anchor(name):
    return "a-" + "".join(sign if sign.isalnum() else "-" for sign in name)


def paragraph(block, out):
    words = inline(block["content"])
    if block.get("label"):
        words = f"#beside({quoted(block['label'])})[{words}]"
    out.append(words + "\n")


def entries(block, out):
    rows = ", ".join(f"[{inside(entry['blocks'])}]" for entry in block["items"])
    kinds = {
        "decimal": 'enum(numbering: "1.", ', "lowerAlpha": 'enum(numbering: "a)", ',
        "dash": "list(marker: [–], ",
    }
    if block["numbering"] in kinds:
        out.append(f"#{kinds[block['numbering']]}{rows})")
        return
    rows = ", ".join(
        f"([#{quoted(one['label'])}], [{inside(one['blocks'])}])" for one in block["items"]
    )
    out.append(f"#terms({rows},)")


def table(block, out):
    cells = lambda row: ", ".join(f"[{inline(cell)}]" for cell in row)
    grid = block["kind"] == "grid"
    left = "auto" if grid else "1fr"
    widths = ", ".join(left if align == "left" else "auto" for align in block["columns"])
    rows = [f"table.header({cells(block['head'])})"] + [cells(row) for row in block["rows"]]
    if block.get("total"):
        rows.append(cells(block["total"]))
    made = (f"#table(columns: ({widths},), align: ({', '.join(block['columns'])},),\n"
            + ",\n".join(rows) + ")")
    if grid:
        made = f"#pad(left: -31mm, text(8pt, {made[1:]}))"
    caption = " ".join(filter(None, (block.get("caption"), block.get("legend"))))
    if caption:
        made = f"#figure(caption: figure.caption(position: top, {quoted(caption)}), {made[1:]})"
    out.append(made)


def decision(block, out):
    made = [inside(block["wording"])]
    if block.get("result"):
        line = block["result"]
        words = f"{line['lead']} {line['words']} {line.get('figures', '')}"
        made.append(f"#strong({quoted(words)})")
    if block.get("table"):
        table(block["table"], made)
    body = "\n\n".join(made)
    if block.get("label"):
        body = f"#beside({quoted(block['label'])})[]\n{body}"
    out.append(f"#bar[{body}]")


def agenda(block, out):
    def rows(found, depth):
        for entry in found:
            title = " ".join(filter(None, (entry["title"], entry.get("subject"))))
            title = f"#{quoted(title)}"
            if entry.get("target"):
                title = f"#link(<{anchor(entry['target'])}>)[{title}]"
            yield (f"pad(left: {depth * 11}mm, {quoted(entry['number'])}), [{title}], "
                   f"{quoted(entry.get('paper', ''))}")
            yield from rows(entry.get("entries", []), depth + 1)

    for part in block["parts"]:
        out.append(f"#strong({quoted(part['name'])})\n")
        lines = ",\n".join(rows(part["entries"], 0))
        out.append(f"#grid(columns: (auto, 1fr, auto), gutter: 4pt, {lines})")


def attendance(block, out):
    for listed in filter(None, (block["members"], block.get("others"))):
        width = len(listed["head"])
        rows = ["table.header(" + ", ".join(map(quoted, listed["head"])) + ")"]
        for group in listed["groups"]:
            for at, row in enumerate(group["rows"]):
                name = ", ".join([row["name"], *row.get("annotations", [])])
                cells = [group["name"] if at == 0 else "", name, *row["cells"]]
                rows.append(", ".join(map(quoted, (cells + [""] * width)[:width])))
        out.append(f"#pad(left: -31mm, table(columns: {width},\n" + ",\n".join(rows) + "))")
    out.append(f"#text(9pt, {quoted(block['legend'])})\n")


def lines(block, out):
    for line in block["lines"]:
        out.append(f"#beside({quoted(line['label'])}, {quoted(line['value'])})\n")


def signatures(block, out):
    for signer in block["signers"]:
        words = f"{signer['name']}, {signer['role']} {signer.get('items', '')}"
        out.append(f"#rect(width: 70mm, height: 20mm)\n#{quoted(words)}\n")


WRITERS = {
    "section": section, "item": item, "paragraph": paragraph, "list": entries, "table": table,
    "subheading": lambda block, out: out.append(f"#heading(level: 4)[{inline(block['content'])}]"),
    "quote": lambda block, out: out.append(f"#quote(block: true)[{inside(block['blocks'])}]"),
    "decision": decision, "agenda": agenda, "attendance": attendance, "lines": lines,
    "signatures": signatures,
}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    year, month, day = map(int, document["created"][:10].split("-"))
    head, top = document["letterhead"], document["headline"]
    out = [HEAD.format(
        title=quoted(document["title"]), author=quoted(document["author"]),
        footer=quoted(document["footer"]), date=f"year: {year}, month: {month}, day: {day}",
    )]
    names = ("body", "organ", "organization", "contactHeading", "contactName", "placeAndDate")
    out += [f"#pad(left: -31mm, {quoted(head[name])})" for name in names]
    out.append(f"#pad(left: -31mm, heading(level: 1, {quoted(top['title'])}))")
    out += [f"#pad(left: -31mm, {quoted(top[name])})" for name in ("subtitle", "scope")]
    lines({"lines": head["contact"] + document["session"]}, out)
    blocks(document["blocks"], out)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(out))


main()
