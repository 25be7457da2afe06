"""Judges ODT files with tools that others wrote: zipfile and lxml read the package, the grammar of
odfpy (ODF 1.2, of which every element and attribute here is) the XML, LibreOffice the whole.

What LibreOffice makes of a file must hold each paragraph of it once, in order. `--self-test` plants
faults into a file and must find each of them.
"""

import argparse
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from lxml import etree

KIND = b"application/vnd.oasis.opendocument.text"
PARTS = ["mimetype", "content.xml", "styles.xml", "meta.xml"]
MANIFEST = "META-INF/manifest.xml"
# What a picture begins with, by its media type.
KINDS = {"image/png": b"\x89PNG\r\n", "image/jpeg": b"\xff\xd8\xff", "image/svg+xml": b"<"}
NAMES = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
        ("manifest", "manifest"),
    ]
}
HREF = "{http://www.w3.org/1999/xlink}href"
# Left edge and height of the first page's head, in millimetres.
HEAD = (25, 45)
# What may stand between two paragraphs: footnotes and repeated heads.
NEAR = 2_000
# python3's zipfile gives comments as bytes, which odflint takes for one.
NOT_A_FAULT = "Error: The 'mimetype' member must not have extra header info"


def q(name):
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def package(raw):
    """Faults of the package, and its parts."""
    faults, parts = [], {}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if archive.testzip():
            faults.append("zip: a checksum is wrong")
        infos = archive.infolist()
        files = [info.filename for info in infos]
        pictures = [name for name in files if re.fullmatch(r"Pictures/\d+\.(png|jpg|svg)", name)]
        if files != [*PARTS, *pictures, MANIFEST]:
            faults.append("zip: other parts, or another order")
        if raw[30:38] != b"mimetype" or raw[38 : 38 + len(KIND)] != KIND:
            faults.append("zip: the kind is not found at its place")
        if any(info.date_time != (1980, 1, 1, 0, 0, 0) for info in infos):
            faults.append("zip: a time")
        for info in infos:
            if info.filename != "mimetype":
                parts[info.filename] = archive.read(info)
    return faults, parts, pictures


def images(content, pictures):
    """Faults of the pictures: no words that say what is seen, files that are missing or not used."""
    faults, shown = [], set()
    for frame in content.iter(q("draw:frame")):
        says = frame.findtext(q("svg:desc"))
        if not says or not says.strip():
            faults.append(f"picture: {frame.get(q('draw:name'))} has no description")
        for image in frame.iter(q("draw:image")):
            shown.add(image.get(HREF))
    if shown != set(pictures):
        faults.append("picture: others are shown than there are")
    return faults


def structure(parts, pictures):
    """Faults inside the parts: names that lead nowhere, tables with ragged rows, lost headings."""
    faults = []
    trees = {name: etree.fromstring(xml) for name, xml in parts.items() if name.endswith(".xml")}
    content, styles = trees["content.xml"], trees["styles.xml"]
    kinds = {
        e.get(q("manifest:full-path")): e.get(q("manifest:media-type"))
        for e in trees[MANIFEST]
    }
    if sorted(kinds) != sorted(["/", *PARTS[1:], *pictures]):
        faults.append("manifest: other files than there are")
    for name in pictures:
        if not parts[name].lstrip().startswith(KINDS.get(kinds.get(name), b"?")):
            faults.append(f"manifest: {name} is something else")
    known = {e.get(q("style:name")) for tree in (content, styles) for e in tree.iter()}
    for tree in (content, styles):
        for element in tree.iter():
            for key, value in element.attrib.items():
                naming = key.endswith("style-name") or key == q("style:master-page-name")
                if naming and value not in known:
                    faults.append(f"style: {value} is used and not there")
    marks = [e.get(q("text:name")) for e in content.iter(q("text:bookmark"))]
    if len(marks) != len(set(marks)):
        faults.append("bookmark: a name stands twice")
    for link in content.iter(q("text:a")):
        to = link.get(HREF)
        if to.startswith("#") and to[1:] not in marks:
            faults.append(f"link: {to} leads nowhere")
    levels = [int(e.get(q("text:outline-level"))) for e in content.iter(q("text:h"))]
    if levels.count(1) != 1 or levels[0] != 1:
        faults.append("heading: there is not one title")
    for table in content.iter(q("table:table")):
        columns = len(table.findall(q("table:table-column")))
        rows = table.xpath("./table:table-row | ./table:table-header-rows/table:table-row", namespaces=NAMES)
        if any(len(row) != columns for row in rows):
            faults.append(f"table: {table.get(q('table:name'))} has ragged rows")
    names = [e.get(q("table:name")) for e in content.iter(q("table:table"))]
    if len(names) != len(set(names)):
        faults.append("table: a name stands twice")
    return faults + images(content, pictures)


def grammar(file):
    """What odflint says."""
    said = subprocess.run(["odflint", file], capture_output=True, text=True, check=False)
    lines = (said.stdout + said.stderr).splitlines()
    return [f"odflint: {line}" for line in lines if line.strip() and line != NOT_A_FAULT]


def words(element):
    """Text of a paragraph without its notes and pictures, white space as one space."""
    pieces = []

    def walk(node):
        if node.tag in (q("text:note"), q("draw:frame")):
            return
        if node.tag in (q("text:tab"), q("text:line-break"), q("text:s")):
            pieces.append(" ")
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")

    walk(element)
    return "".join(pieces)


def bare(text):
    """Letters and figures alone: hyphens at line ends, spaces and labels of lists fall away."""
    return re.sub(r"[\W_]+", "", text)


def converted(file, folder):
    """What LibreOffice makes of it, as text without head and foot."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    pdf = folder / (pathlib.Path(file).stem + ".pdf")
    if not pdf.exists():
        return None, [f"LibreOffice: {done.stdout}{done.stderr}"]
    text = ""
    # The first page has no head; the foot is the same on all.
    for pages, top in [(["-l", "1"], 30), (["-f", "2"], 60)]:
        area = ["-x", "0", "-y", str(top), "-W", "596", "-H", str(778 - top)]
        command = ["pdftotext", "-q", "-raw", *pages, *area, str(pdf), "-"]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        text += said.stdout
    return text, []


def arms(content, pdf):
    """Whether LibreOffice draws what stands on the left of the head: nothing else is there."""
    heads = [e for e in content.iter(q("table:table")) if e.get(q("table:name")) == "Briefkopf"]
    frame = next((frame for head in heads for frame in head.iter(q("draw:frame"))), None)
    if frame is None:
        return []
    # Ten dots for a millimetre.
    left, height = (10 * side for side in HEAD)
    width = int(10 * float(frame.get(q("svg:width")).removesuffix("mm")))
    area = ["-x", str(left), "-y", "0", "-W", str(width), "-H", str(height)]
    command = ["pdftoppm", "-r", "254", "-l", "1", "-gray", *area, str(pdf)]
    dots = subprocess.run(command, capture_output=True, check=True).stdout[-width * height :]
    dark = sum(dot < 200 for dot in dots)
    return [] if dark * 20 > len(dots) else ["LibreOffice: the arms are not shown"]


def cut(word, size=30):
    """A word in pieces, the usual one in one."""
    return [word[at : at + size] for at in range(0, len(word), size)]


def hyphenated(piece, shown, at):
    """Where a word ends that begins here and goes on after the end of the page, behind its notes; none
    where it does not. Hyphenation is that of the machine."""
    for head in range(len(piece) - 2, 1, -1):
        if shown.startswith(piece[:head], at) and not shown.startswith(piece, at):
            found = shown.find(piece[head:], at + head)
            return found + len(piece) - head if 0 <= found <= at + NEAR else None
    return None


def office(file, parts, folder):
    """Each paragraph once and in order in what LibreOffice shows."""
    text, faults = converted(file, folder)
    if text is None:
        return faults
    shown = bare(text)
    content = etree.fromstring(parts["content.xml"])
    faults += arms(content, folder / (pathlib.Path(file).stem + ".pdf"))
    notes = set(content.iter(q("text:note")))
    at = 0
    for element in content.iter(q("text:p"), q("text:h")):
        if any(above in notes for above in element.iterancestors()):
            if bare(words(element)) not in shown:
                faults.append(f"LibreOffice: the note “{words(element)[:40]}” is lost")
            continue
        whole = bare(words(element))
        found = shown.find(whole, at)
        if 0 <= found <= at + NEAR:
            at = found + len(whole)
            continue
        # Parted by the end of a page: piece by piece, of which a note at its foot may part one.
        pieces = [piece for word in words(element).split() for piece in cut(bare(word))]
        parted = 1 + len(whole) // 2_000
        for piece in pieces:
            after = hyphenated(piece, shown, at)
            if after:
                at = after
                continue
            found = shown.find(piece, at)
            if 0 <= found <= at + NEAR:
                at = found + len(piece)
                continue
            parted -= 1
            if parted < 0:
                place = words(element)[:60]
                return [*faults, f"LibreOffice: “{piece[:40]}” of “{place}” is not in its place"]
    return faults


def judge(file, folder):
    raw = pathlib.Path(file).read_bytes()
    faults, parts, pictures = package(raw)
    faults += structure(parts, pictures) + grammar(file)
    if folder:
        faults += office(file, parts, folder)
    return faults


def planted(raw):
    """Files with one fault each."""
    def changed(part, old, new, count=1):
        result = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(result, "w") as target:
            for info in source.infolist():
                data = source.read(info)
                if info.filename == part:
                    assert old in data, (part, old)
                    data = data.replace(old, new, count)
                target.writestr(info, data, info.compress_type)
        return result.getvalue()

    yield "a style that is not there", changed("content.xml", b'"Text_20_body"', b'"Nowhere"')
    yield "a link into nowhere", changed("content.xml", b'href="#', b'href="#x')
    yield "a cell less", changed("content.xml", b"<table:covered-table-cell/>", b"")
    yield "an unknown attribute", changed("content.xml", b"<text:list-item>", b'<text:list-item text:wrong="1">')
    yield "a second title", changed("content.xml", b'outline-level="2"', b'outline-level="1"')
    yield "another kind", changed("mimetype", b"text", b"draw")
    yield "a picture without words", changed("content.xml", b"svg:desc>", b"svg:title>", -1)
    yield "a picture that is not there", changed("content.xml", b"Pictures/1", b"Pictures/9")
    yield "a file that is not listed", changed("META-INF/manifest.xml", b'"meta.xml"', b'"other.xml"')
    yield "a picture of another kind", changed("META-INF/manifest.xml", b'"image/svg+xml"', b'"image/png"')
    yield "a time", changed("meta.xml", b"", b"").replace(b"\x00\x00\x21\x00", b"\x00\x00\x22\x00")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        if arguments.self_test:
            for name, raw in planted(pathlib.Path(arguments.files[0]).read_bytes()):
                file = folder / "planted.odt"
                file.write_bytes(raw)
                found = judge(file, None)
                print(f"{'found' if found else 'MISSED'}: {name}")
                failed |= not found
        elif not shutil.which("soffice"):
            sys.exit("soffice is not on the PATH")
        else:
            for file in arguments.files:
                found = judge(file, folder)
                failed |= bool(found)
                for fault in found:
                    print(f"{file}: {fault}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
