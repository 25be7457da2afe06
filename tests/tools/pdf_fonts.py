"""Judges the fonts of a PDF file: embedded, subset, every used code with a glyph, a width that the
font program confirms, and characters in ToUnicode.

It understands composite TrueType fonts with Identity-H alone; any other font is a finding.
"""

import re
import struct

import pikepdf
from pikepdf import Dictionary, Name, Stream


def check(pdf):
    """All findings as (rule, words)."""
    findings = []
    used = codes_in_use(pdf, findings)
    for number, (font, codes) in used.items():
        where = f"font {font.get('/BaseFont', number)}"
        findings += [(rule, f"{where}: {words}") for rule, words in font_findings(font, codes)]
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
            if thing.get("/Subtype") == Name.Type0 and thing.objgen[0] not in used:
                codes = set()
                where = f"font {thing.get('/BaseFont')}"
                found = font_findings(thing, codes)
                findings += [(rule, f"{where}: {words}") for rule, words in found]
    return findings


def codes_in_use(pdf, findings):
    """Object number of each font -> (font, codes shown with it), over pages and appearances."""
    used = {}
    for number, page in enumerate(pdf.pages):
        where = f"page {number + 1}"
        collect(page, page.obj.get("/Resources", Dictionary()), where, used, findings)
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            normal = annotation.get("/AP", Dictionary()).get("/N")
            if isinstance(normal, Stream):
                resources = normal.get("/Resources", Dictionary())
                collect(normal, resources, f"{where}, appearance", used, findings)
    return used


def collect(content, resources, where, used, findings):
    fonts, current = resources.get("/Font", Dictionary()), None
    for operands, operator in pikepdf.parse_content_stream(content):
        operator = str(operator)
        if operator == "Tf":
            current = fonts.get(str(operands[0]))
            if current is None:
                findings.append(("font", f"{where}: no font {operands[0]}"))
                continue
            used.setdefault(current.objgen[0], (current, set()))
        if operator == "Tr":
            findings.append(("font", f"{where}: text rendering mode"))
        if operator in ("Tj", "TJ", "'", '"'):
            if current is None:
                findings.append(("font", f"{where}: text without a font"))
                continue
            last = operands[-1]
            for part in last if isinstance(last, pikepdf.Array) else [last]:
                if isinstance(part, pikepdf.String):
                    data = bytes(part)
                    pairs = struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
                    used[current.objgen[0]][1].update(pairs)


def font_findings(font, codes):
    if font.get("/Subtype") != Name.Type0 or font.get("/Encoding") != Name("/Identity-H"):
        yield "font", "it is no composite font with Identity-H"
        return
    descendant = font.DescendantFonts[0]
    descriptor = descendant.get("/FontDescriptor", Dictionary())
    names = {str(font.BaseFont), str(descendant.BaseFont), str(descriptor.get("/FontName", ""))}
    if len(names) != 1 or not re.match(r"/[A-Z]{6}\+", str(font.BaseFont)):
        yield "subset", f"names {sorted(names)}"
    program = descriptor.get("/FontFile2")
    if not isinstance(program, Stream):
        yield "embedded", "no font program"
        return
    if descendant.get("/Subtype") != Name.CIDFontType2:
        yield "font", "its descendant is no CIDFontType2"
    data = program.read_bytes()
    if program.get("/Length1") != len(data):
        yield "embedded", "Length1"
    try:
        advances, scale = widths_in(data)
    except (KeyError, struct.error) as error:
        yield "embedded", f"the font program is damaged: {error}"
        return
    yield from unicode_findings(font, codes)
    glyph = glyph_map(descendant)
    if glyph is None:
        yield "cid-map", "no CIDToGIDMap"
        return
    widths = widths_of(descendant)
    for code in sorted(codes):
        gid = glyph(code)
        if not 0 < gid < len(advances):
            yield "notdef", f"code {code} shows glyph {gid}"
            continue
        declared = widths.get(code, float(descendant.get("/DW", 1000)))
        if abs(declared - advances[gid] * 1000 / scale) > 1:
            yield "width", f"code {code}: {declared} instead of {advances[gid] * 1000 / scale}"


def unicode_findings(font, codes):
    stream = font.get("/ToUnicode")
    if not isinstance(stream, Stream):
        yield "unicode", "no ToUnicode"
        return
    known = to_unicode(stream.read_bytes())
    for code in sorted(codes):
        text = known.get(code)
        if not text:
            yield "unicode", f"code {code} means nothing"
        elif any(c in "\0\ufeff\ufffe" for c in text):
            yield "unicode", f"code {code} means {text!r}"
        elif any("\ue000" <= c <= "\uf8ff" for c in text):
            yield "unicode", f"code {code} means a private character"


def to_unicode(data):
    known = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        for code, text in re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>", block):
            known[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for low, high, text in re.findall(rb"<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>", block):
            for offset in range(int(high, 16) - int(low, 16) + 1):
                known[int(low, 16) + offset] = chr(int(text, 16) + offset)
    return known


def glyph_map(descendant):
    found = descendant.get("/CIDToGIDMap")
    if found == Name.Identity:
        return lambda code: code
    if not isinstance(found, Stream):
        return None
    data = found.read_bytes()
    table = struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
    return lambda code: table[code] if code < len(table) else 0


def widths_of(descendant):
    widths, entries = {}, list(descendant.get("/W", pikepdf.Array()))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            widths.update({first + n: float(width) for n, width in enumerate(second)})
        else:
            width = float(entries.pop(0))
            widths.update({code: width for code in range(first, int(second) + 1)})
    return widths


def widths_in(data):
    """Advances by glyph and units per em, from the tables of a TrueType font."""
    tables = {}
    for n in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * n : 28 + 16 * n])
        tables[tag] = data[offset : offset + length]
    if len(tables[b"glyf"]) == 0:
        raise KeyError("glyf")
    scale = struct.unpack(">H", tables[b"head"][18:20])[0]
    glyphs = struct.unpack(">H", tables[b"maxp"][4:6])[0]
    metrics = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    pairs = struct.unpack(f">{2 * metrics}H", tables[b"hmtx"][: 4 * metrics])
    advances = list(pairs[::2])
    return advances + advances[-1:] * (glyphs - metrics), scale
