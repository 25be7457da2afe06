"""Writes a composed document (JSON) as a flat OpenDocument text with the measures of ours.

A block that is not known here ends the run.

Usage: as_odt.py DOCUMENT.json OUT.fodt
"""

import json
import sys
from xml.sax.saxutils import escape, quoteattr

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'

FONT = ('style:font-name="Source Sans 3" fo:language="de" fo:country="DE" '
        'style:language-asian="none" style:language-complex="none"')


def style(name, paragraph="", text="", display="", parent="Standard", family="paragraph"):
    parent = f'style:parent-style-name="{parent}"' if name != parent and parent else ""
    return (f'<style:style style:name="{name}" style:family="{family}" {parent} {display}>'
            + (f"<style:paragraph-properties {paragraph}/>" if paragraph else "")
            + (f"<style:text-properties {text}/>" if text else "") + "</style:style>")


def heading(level, size, left):
    return style(
        f"Heading_20_{level}", f'fo:margin-left="{left}mm" fo:margin-top="18pt" '
        'fo:margin-bottom="6pt" fo:keep-with-next="always"',
        f'fo:font-size="{size}pt" fo:font-weight="bold" fo:hyphenate="false"',
        f'style:display-name="Heading {level}" style:default-outline-level="{level}"',
    )


def levels(kind, numbering):
    shape = (' text:list-level-position-and-space-mode="label-alignment">'
             "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
             'fo:text-indent="-7mm" fo:margin-left="{left}mm"/></style:list-level-properties>')
    made = "".join(
        f"<text:list-level-style-{kind} text:level=\"{level}\" {numbering}>"
        "<style:list-level-properties" + shape.format(left=31 + 7 * level)
        + f"</text:list-level-style-{kind}>" for level in range(1, 11)
    )
    return made


STYLES = "".join((
    f'<style:default-style style:family="paragraph"><style:text-properties {FONT} '
    'fo:font-size="11pt" fo:hyphenate="true" fo:hyphenation-remain-char-count="3" '
    'fo:hyphenation-push-char-count="3"/></style:default-style>',
    style("Standard", 'fo:margin-left="31mm" fo:margin-bottom="11.5pt" fo:line-height="15pt" '
          'fo:orphans="2" fo:widows="2"'),
    style("Axis", 'fo:margin-left="31mm" fo:text-indent="-31mm"'),
    style("Agenda", 'fo:margin-left="42mm" fo:text-indent="-11mm" fo:margin-bottom="4pt"'),
    style("Left", 'fo:margin-left="0mm" fo:margin-bottom="4pt"'),
    style("Quote", 'fo:margin-left="38mm" fo:margin-right="7mm"'),
    style("Cell", 'fo:margin-left="0mm" fo:margin-bottom="0pt"'),
    style("Right", 'fo:margin-left="0mm" fo:margin-bottom="0pt" fo:text-align="end"'),
    style("Center", 'fo:margin-left="0mm" fo:margin-bottom="0pt" fo:text-align="center"'),
    style("Footnote", 'fo:margin-left="0mm" fo:margin-bottom="0pt" fo:line-height="12pt"',
          'fo:font-size="9pt"'),
    heading(1, 25, 0), heading(2, 15, 0), heading(4, 11, 31),
    style("Heading_20_3", 'fo:margin-left="31mm" fo:text-indent="-31mm" fo:margin-top="18pt" '
          'fo:margin-bottom="6pt" fo:keep-with-next="always"',
          'fo:font-size="12pt" fo:font-weight="bold" fo:hyphenate="false"',
          'style:display-name="Heading 3" style:default-outline-level="3"'),
    style("Bar", 'fo:border-left="2pt solid #000000" fo:padding-left="9pt"'),
    style("bold", text='fo:font-weight="bold"', parent="", family="text"),
    style("italic", text='fo:font-style="italic"', parent="", family="text"),
    style("boldItalic", text='fo:font-weight="bold" fo:font-style="italic"', parent="",
          family="text"),
    style("underline", text='style:text-underline-style="solid"', parent="", family="text"),
    '<text:list-style style:name="decimal">',
    levels("number", 'style:num-format="1" style:num-suffix="."'), "</text:list-style>",
    '<text:list-style style:name="lowerAlpha">',
    levels("number", 'style:num-format="a" style:num-suffix=")"'), "</text:list-style>",
    '<text:list-style style:name="dash">', levels("bullet", 'text:bullet-char="–"'),
    "</text:list-style>",
))
PAGE = (
    '<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="210mm" '
    'fo:page-height="297mm" fo:margin-left="25mm" fo:margin-right="28mm" fo:margin-top="15mm" '
    'fo:margin-bottom="15mm"/><style:header-style><style:header-footer-properties '
    'fo:min-height="16mm"/></style:header-style><style:footer-style>'
    '<style:header-footer-properties fo:min-height="13mm"/></style:footer-style>'
    "</style:page-layout>"
    '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties '
    'fo:border-bottom="0.4pt solid #000000" fo:padding="1.5pt"/></style:style>'
    '<style:style style:name="table" style:family="table"><style:table-properties '
    'fo:margin-left="31mm" style:width="126mm" table:align="left" fo:margin-bottom="14pt"/>'
    "</style:style>"
    '<style:style style:name="wide" style:family="table"><style:table-properties '
    'style:width="157mm" table:align="left" fo:margin-bottom="14pt"/></style:style>'
    + style("Break", 'fo:break-before="page"', parent="Heading_20_2")
)
ALIGNED = {"left": "Cell", "right": "Right", "center": "Center"}


class Writer:
    def __init__(self):
        self.notes = 0
        self.names = 0

    def inline(self, content):
        out = []
        for run in content:
            if run["type"] == "text":
                made = escape(run["text"])
                for name in (run.get("face", "regular"), run.get("underline") and "underline"):
                    if name and name != "regular":
                        made = f'<text:span text:style-name="{name}">{made}</text:span>'
                out.append(made)
            elif run["type"] == "link":
                address = run["href"]
                out.append(f"<text:a xlink:type=\"simple\" xlink:href={quoteattr(address)}>"
                           f"{escape(address)}</text:a>")
            elif run["type"] == "footnote":
                self.notes += 1
                out.append(
                    f'<text:note text:id="ftn{self.notes}" text:note-class="footnote">'
                    f"<text:note-citation>{self.notes}</text:note-citation><text:note-body>"
                    f'<text:p text:style-name="Footnote">{self.inline(run["content"])}</text:p>'
                    "</text:note-body></text:note>"
                )
            else:
                raise ValueError(run["type"])
        return "".join(out)

    def p(self, words, style="Standard", label=""):
        if label:
            style, words = "Axis", f"{escape(label)}<text:tab/>{words}"
        return f'<text:p text:style-name="{style}">{words}</text:p>'

    def blocks(self, found, style="Standard"):
        return "".join(getattr(self, block["type"])(block, style) for block in found)

    def heading(self, level, words, style=None):
        name = style or f"Heading_20_{level}"
        return f'<text:h text:style-name="{name}" text:outline-level="{level}">{words}</text:h>'

    def section(self, block, _):
        style = "Break" if block["start"] == "newPage" else None
        return self.heading(2, escape(block["title"]), style)

    def item(self, block, _):
        words = " ".join(filter(None, (block["title"], block.get("subject"), block.get("paper"))))
        mark = f"<text:bookmark text:name={quoteattr(block['anchor'])}/>"
        return self.heading(3, f"{mark}{escape(block['label'])}<text:tab/>{escape(words)}")

    def subheading(self, block, _):
        return self.heading(4, self.inline(block["content"]))

    def paragraph(self, block, style):
        return self.p(self.inline(block["content"]), style, block.get("label", ""))

    def quote(self, block, _):
        return self.blocks(block["blocks"], "Quote")

    def list(self, block, style):
        if block["numbering"] == "own":
            return "".join(
                self.p(escape(one["label"]), style) + self.blocks(one["blocks"], style)
                for one in block["items"]
            )
        rows = "".join(
            f"<text:list-item>{self.blocks(one['blocks'])}</text:list-item>"
            for one in block["items"]
        )
        return f'<text:list text:style-name="{block["numbering"]}">{rows}</text:list>'

    def rows(self, rows, styles):
        made = ""
        for row in rows:
            cells = "".join(
                '<table:table-cell table:style-name="cell" office:value-type="string">'
                f"{self.p(cell, style)}</table:table-cell>" for cell, style in zip(row, styles)
            )
            made += f"<table:table-row>{cells}</table:table-row>"
        return made

    def grid(self, head, rows, styles, name="table"):
        self.names += 1
        return (
            f'<table:table table:name="T{self.names}" table:style-name="{name}">'
            f'<table:table-column table:number-columns-repeated="{len(styles)}"/>'
            f"<table:table-header-rows>{self.rows([head], styles)}</table:table-header-rows>"
            f"{self.rows(rows, styles)}</table:table>"
        )

    def table(self, block, _):
        cells = lambda row: [self.inline(cell) for cell in row]
        rows = [cells(row) for row in block["rows"]]
        if block.get("total"):
            rows.append(cells(block["total"]))
        caption = " ".join(filter(None, (block.get("caption"), block.get("legend"))))
        made = self.p(escape(caption)) if caption else ""
        styles = [ALIGNED[align] for align in block["columns"]]
        name = "wide" if block["kind"] == "grid" else "table"
        return made + self.grid(cells(block["head"]), rows, styles, name)

    def decision(self, block, _):
        made = self.p("", "Axis", block["label"]) if block.get("label") else ""
        made += self.blocks(block["wording"], "Bar")
        if block.get("result"):
            line = block["result"]
            words = f"{line['lead']} {line['words']} {line.get('figures', '')}"
            made += self.p(f'<text:span text:style-name="bold">{escape(words)}</text:span>', "Bar")
        return made + (self.table(block["table"], "Bar") if block.get("table") else "")

    def agenda(self, block, _):
        def rows(found):
            for entry in found:
                title = escape(" ".join(filter(None, (entry["title"], entry.get("subject")))))
                if entry.get("target"):
                    title = (f"<text:a xlink:type=\"simple\" xlink:href="
                             f"{quoteattr('#' + entry['target'])}>{title}</text:a>")
                words = f"{title} {escape(entry.get('paper', ''))}"
                yield self.p(f"{escape(entry['number'])}<text:tab/>{words}", "Agenda")
                yield from rows(entry.get("entries", []))

        return "".join(
            self.p(f'<text:span text:style-name="bold">{escape(part["name"])}</text:span>')
            + "".join(rows(part["entries"])) for part in block["parts"]
        )

    def attendance(self, block, _):
        made = ""
        for listed in filter(None, (block["members"], block.get("others"))):
            rows = []
            for group in listed["groups"]:
                for at, row in enumerate(group["rows"]):
                    name = ", ".join([row["name"], *row.get("annotations", [])])
                    cells = [group["name"] if at == 0 else "", name, *row["cells"]]
                    rows.append([escape(cell) for cell in cells])
            head = [escape(name) for name in listed["head"]]
            made += self.grid(head, rows, ["Cell"] * len(head), "wide")
        return made + self.p(escape(block["legend"]))

    def lines(self, block, _):
        return "".join(self.p(escape(one["value"]), label=one["label"]) for one in block["lines"])

    def signatures(self, block, _):
        return "".join(
            self.p(escape(f"{one['name']}, {one['role']} {one.get('items', '')}"))
            for one in block["signers"]
        )


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    writer, head, top = Writer(), document["letterhead"], document["headline"]
    names = ("body", "organ", "organization", "contactHeading", "contactName", "placeAndDate")
    body = "".join((
        *(writer.p(escape(head[name]), "Left") for name in names),
        writer.heading(1, escape(top["title"])),
        writer.p(escape(top["subtitle"]), "Left"), writer.p(escape(top["scope"]), "Left"),
        writer.lines({"lines": head["contact"] + document["session"]}, ""),
        writer.blocks(document["blocks"]),
    ))
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} '
            'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:meta><dc:title>{escape(document['title'])}</dc:title>"
            f"<dc:creator>{escape(document['author'])}</dc:creator></office:meta>"
            '<office:font-face-decls><style:font-face style:name="Source Sans 3" '
            "svg:font-family=\"'Source Sans 3'\"/></office:font-face-decls>"
            f"<office:styles>{STYLES}</office:styles>"
            f"<office:automatic-styles>{PAGE}</office:automatic-styles>"
            '<office:master-styles><style:master-page style:name="Standard" '
            'style:page-layout-name="a4"><style:header>'
            f"{writer.p(escape(document['title']), 'Left')}</style:header><style:footer>"
            f"{writer.p(escape(document['footer']), 'Left')}</style:footer></style:master-page>"
            f"</office:master-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document>"
        )


main()
