"""Judges the structure of a PDF file of this project: PDF/A-3a, PDF/UA-1, tags, fonts, metadata.

It reads with pikepdf (qpdf), so with other eyes than the writer, and knows no document: it asks
what must hold for every file. It does not replace veraPDF, which is called when it is on the PATH.
All findings are reported at once.

Usage: pdf_structure.py FILE...          exit 1 with findings
       pdf_structure.py --self-test FILE  damages FILE in many ways; each must be found
       pdf_structure.py --allow-attachments FILE...
"""

import argparse
import io
import re
import shutil
import struct
import subprocess
import sys
from collections import Counter
from xml.etree import ElementTree

sys.dont_write_bytecode = True

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

import pdf_fonts
from pdf_tree import Tree, name_tree

PAINTING = set("S s f F f* B B* b b* sh Do BI Tj TJ ' \"".split()) | {"INLINE IMAGE"}
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}


class Judge(Tree):
    """One file; every check adds its findings as (rule, words)."""

    def __init__(self, pdf, raw, attachments=False):
        super().__init__(pdf)
        self.raw, self.attachments = raw, attachments

    def run(self):
        self.file()
        if self.pdf.is_encrypted:
            return self.findings
        self.catalog()
        self.metadata()
        self.intent()
        self.forbidden()
        for number, page in enumerate(self.pdf.pages):
            self.page(number, page)
        self.findings += pdf_fonts.check(self.pdf)
        if self.need("tree", "/StructTreeRoot" in self.root, "no structure tree"):
            self.tree()
            self.parent_tree()
            self.headings()
            self.lists()
            self.tables()
            self.notes()
        self.annotations()
        self.form()
        self.outlines()
        return self.findings

    # -- the file ---------------------------------------------------------------------------------

    def file(self):
        head = re.match(rb"%PDF-1\.[4-7]\r?\n%([^\r\n]{4,})", self.raw)
        self.need("header", head and all(b > 127 for b in head.group(1)[:4]), "no binary comment")
        self.need("encryption", not self.pdf.is_encrypted, "the file is encrypted")
        trailer = self.raw[self.raw.rfind(b"trailer") :]
        hex_id = re.search(rb"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>", trailer)
        self.need("id", hex_id, "the trailer has no identifier of 16 bytes")
        self.need("tail", self.raw.rstrip(b"\r\n").endswith(b"%%EOF"), "bytes after the end")

    def catalog(self):
        root = self.root
        self.need("lang", str(root.get("/Lang", "")) == "de-DE", "catalog: Lang is not de-DE")
        marks = root.get("/MarkInfo", Dictionary())
        self.need("mark-info", marks.get("/Marked") is True, "MarkInfo/Marked is not true")
        self.need("mark-info", marks.get("/Suspects", False) is False, "MarkInfo/Suspects")
        shown = root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle")
        self.need("title-shown", shown is True, "the title is not shown")
        for key in (
            "/OCProperties",
            "/Collection",
            "/Requirements",
            "/AA",
            "/Extensions",
        ):
            self.need("catalog", key not in root, f"catalog: {key}")
        permissions = set(root.get("/Perms", Dictionary()).keys())
        self.need("catalog", permissions <= {"/DocMDP"}, f"catalog: Perms {permissions}")
        if "/OpenAction" in root:
            self.need("catalog", isinstance(root.OpenAction, Array), "catalog: OpenAction")

    def metadata(self):
        stream = self.root.get("/Metadata")
        if not self.need("xmp", isinstance(stream, Stream), "no XMP metadata"):
            return
        self.need("xmp-plain", "/Filter" not in stream, "the XMP metadata are compressed")
        kind = (stream.get("/Type"), stream.get("/Subtype"))
        self.need("xmp", kind == (Name.Metadata, Name.XML), "the XMP stream has another type")
        try:
            packet = stream.read_bytes()
            tree = ElementTree.fromstring(packet.decode("utf-8"))
        except (ElementTree.ParseError, UnicodeDecodeError) as error:
            return self.say("xmp", f"the XMP metadata cannot be read: {error}")
        self.need("xmp", packet.startswith(b"<?xpacket begin="), "no xpacket")

        def value(path):
            return getattr(tree.find(f".//{path}", SPACES), "text", None)

        self.need("pdfaid", value("pdfaid:part") == "3", "pdfaid:part is not 3")
        self.need("pdfaid", value("pdfaid:conformance") == "A", "pdfaid:conformance is not A")
        self.need("pdfuaid", value("pdfuaid:part") == "1", "pdfuaid:part is not 1")
        schema = [e.text for e in tree.findall(".//pdfaSchema:namespaceURI", SPACES)]
        self.need("pdfuaid", SPACES["pdfuaid"] in schema, "no extension schema for pdfuaid")
        self.need("xmp", value("dc:language//rdf:li") == "de-DE", "dc:language is not de-DE")
        if not self.need("info", "/Info" in self.pdf.trailer, "no document information"):
            return
        for key, path in {
            "/Title": "dc:title/rdf:Alt/rdf:li",
            "/Author": "dc:creator/rdf:Seq/rdf:li",
            "/Creator": "xmp:CreatorTool",
            "/Producer": "pdf:Producer",
            "/CreationDate": "xmp:CreateDate",
            "/ModDate": "xmp:ModifyDate",
        }.items():
            info, xmp = self.pdf.docinfo.get(key), value(path)
            info = None if info is None else str(info)
            same = iso_date(info) if info and key.endswith("Date") else info
            self.need("info", info, f"document information: no {key}")
            self.need("xmp-equal", same == xmp, f"{key} {info!r} is {xmp!r} in XMP")

    def intent(self):
        intents = list(self.root.get("/OutputIntents", Array()))
        intents = [i for i in intents if i.get("/S") == Name.GTS_PDFA1]
        if not self.need("intent", len(intents) == 1, "not exactly one output intent GTS_PDFA1"):
            return
        self.need("intent", "/OutputConditionIdentifier" in intents[0], "no output condition")
        profile = intents[0].get("/DestOutputProfile")
        if not self.need("intent", isinstance(profile, Stream), "no ICC profile"):
            return
        data = profile.read_bytes()
        sound = len(data) > 132 and struct.unpack(">I", data[:4])[0] == len(data)
        sound = sound and data[36:40] == b"acsp" and data[16:20] == b"RGB " and data[8] <= 4
        sound = sound and data[12:16] in (b"mntr", b"prtr", b"spac")
        self.need("icc", sound and profile.get("/N") == 3, "the ICC profile is no RGB profile")

    def forbidden(self):
        """Things that no object of the file may be or have."""
        for number, thing in dictionaries(self.pdf):
            where = f"object {number}"
            action = thing.get("/S") if thing.get("/Type") == Name.Action else None
            self.need("javascript", "/JS" not in thing, where)
            self.need("action", action in (None, Name.URI, Name.GoTo), f"{where}: action {action}")
            self.need("action", "/AA" not in thing, f"{where}: additional actions")
            self.need("opacity", not translucent(thing), f"{where}: transparency")
            if thing.get("/Type") == Name.Filespec or "/EmbeddedFiles" in thing or "/AF" in thing:
                self.need("attachment", self.attachments, f"{where}: embedded file")
            if isinstance(thing, Stream):
                filters = thing.get("/Filter", Array())
                filters = [filters] if isinstance(filters, Name) else list(filters)
                self.need(
                    "stream", not {"/F", "/FFilter"} & set(thing.keys()), f"{where}: external"
                )
                self.need("stream", Name.LZWDecode not in filters, f"{where}: LZW")
        names = self.root.get("/Names", Dictionary())
        self.need("javascript", "/JavaScript" not in names, "names: JavaScript")
        self.places = [(bytes(k), v) for k, v in name_tree(names.get("/Dests", Dictionary()))]
        keys = [key for key, _ in self.places]
        self.need("destination", keys == sorted(set(keys)), "names: Dests out of order")

    # -- pages ------------------------------------------------------------------------------------

    def page(self, number, page):
        where = f"page {number + 1}"
        self.need("page", page.obj.get("/Tabs") == Name.S, f"{where}: Tabs is not S")
        self.need("page", page.obj.get("/StructParents") == number, f"{where}: StructParents")
        self.drawn[number] = []
        open_marks = []
        try:
            operations = list(pikepdf.parse_content_stream(page))
        except pikepdf.PdfError as error:
            return self.say("content", f"{where}: {error}")
        for operands, operator in operations:
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                open_marks.append(self.mark(where, number, operands, open_marks))
            elif operator == "EMC":
                if not self.need("content", open_marks, f"{where}: EMC without a beginning"):
                    continue
                open_marks.pop()
            elif operator in PAINTING and not any(open_marks):
                self.say("untagged", f"{where}: {operator} outside of marked content")
            if operator in ("cs", "CS", "k", "K", "ri", "gs", "sh"):
                self.say("colour", f"{where}: operator {operator}")
        self.need("content", not open_marks, f"{where}: marked content is not closed")
        doubled = [m for m, n in Counter(self.drawn[number]).items() if n > 1]
        self.need("mcid", not doubled, f"{where}: MCID {doubled} twice")

    def mark(self, where, number, operands, outer):
        """What a mark is: an artifact, content of an element, or (None) neither."""
        tag = str(operands[0])
        properties = operands[1] if len(operands) > 1 else Dictionary()
        if not isinstance(properties, Dictionary):
            self.say("content", f"{where}: properties of {tag} by name")
            return None
        mcid = properties.get("/MCID")
        if tag == "/Artifact":
            self.need("nesting", "content" not in outer, f"{where}: artifact inside content")
            kinds = (Name.Pagination, Name.Layout, Name.Page, Name.Background)
            self.need("artifact", properties.get("/Type") in kinds, f"{where}: artifact, no type")
            return "artifact"
        if mcid is None:
            return None
        self.need("nesting", not any(outer), f"{where}: MCID {mcid} inside marked content")
        self.drawn[number].append(int(mcid))
        return "content"

    # -- annotations, form, bookmarks -------------------------------------------------------------

    def annotations(self):
        entries, seen = self.entries, set()
        for number, page in enumerate(self.pdf.pages):
            for annotation in page.obj.get("/Annots", Array()):
                where = f"page {number + 1}, annotation {annotation.objgen[0]}"
                kind, flags = annotation.get("/Subtype"), int(annotation.get("/F", 0))
                self.need("annotation", kind in (Name.Link, Name.Widget), f"{where}: {kind}")
                visible = flags & 4 and not flags & (1 | 2 | 32 | 256)
                self.need("flags", visible, f"{where}: flags {flags}")
                key = annotation.get("/StructParent")
                fresh = key is not None and key not in seen
                self.need("annotation", fresh, f"{where}: StructParent {key}")
                seen.add(key)
                owners = self.objects.get(annotation.objgen[0], [])
                if not self.need("objr", len(owners) == 1, f"{where}: {len(owners)} elements"):
                    continue
                element, role, _ = self.elements[owners[0]]
                entry = entries.get(key)
                same = isinstance(entry, Dictionary) and entry.objgen == element.objgen
                self.need("parent-tree", same, f"{where}: the parent tree names another element")
                wanted = "Link" if kind == Name.Link else "Form"
                self.need("objr", role == wanted, f"{where}: its element is {role}")
                if kind == Name.Link:
                    self.link(where, annotation, owners[0])
                else:
                    self.widget(where, annotation, element, page)

    def link(self, where, annotation, owner):
        self.need("contents", str(annotation.get("/Contents", "")).strip(), f"{where}: no Contents")
        self.writers = self.writers or {e for owners in self.owners.values() for e in owners}
        self.need(
            "link",
            owner in self.writers or self.children(owner),
            f"{where}: the element has no text",
        )
        action = annotation.get("/A", Dictionary())
        uri = bytes(action.get("/URI", b""))
        if action:
            good = action.get("/S") == Name.URI and uri and all(32 < b < 127 for b in uri)
            self.need("link", good, f"{where}: address {uri!r}")
        else:
            self.destination(where, annotation.get("/Dest"))

    def destination(self, where, place):
        if isinstance(place, String):
            place = dict(self.places).get(bytes(place))
        good = isinstance(place, Array) and len(place) >= 2 and isinstance(place[0], Dictionary)
        good = good and place[0].objgen in self.page_numbers
        self.need("destination", good, f"{where}: it leads nowhere")

    def widget(self, where, annotation, element, page):
        self.need("field", annotation.get("/FT") == Name.Sig, f"{where}: no signature field")
        self.need("field", str(annotation.get("/TU", "")).strip(), f"{where}: no description")
        self.need("field", str(annotation.get("/T", "")).strip(), f"{where}: no name")
        self.need("field", "/Kids" not in annotation, f"{where}: field and widget are two objects")
        self.need("field", isinstance(element.get("/K"), Dictionary), f"{where}: K is an array")
        same = "/P" in annotation and annotation.P.objgen == page.obj.objgen
        self.need("field", same, f"{where}: P is not its page")
        normal = annotation.get("/AP", Dictionary()).get("/N")
        drawn = isinstance(normal, Stream) and normal.get("/Subtype") == Name.Form
        self.need("appearance", drawn, f"{where}: no normal appearance")
        extra = set(annotation.get("/AP", Dictionary()).keys()) - {"/N"}
        self.need("appearance", not extra, f"{where}: appearances {extra}")

    def form(self):
        form = self.root.get("/AcroForm")
        widgets = set()
        for page in self.pdf.pages:
            found = page.obj.get("/Annots", Array())
            widgets |= {a.objgen for a in found if a.get("/Subtype") == Name.Widget}
        if form is None:
            return self.need("form", not widgets, "fields without a form")
        fields = list(form.get("/Fields", Array()))
        self.need("form", {f.objgen for f in fields} == widgets, "the form lists other fields")
        names = [str(field.get("/T", "")) for field in fields]
        self.need("form", len(names) == len(set(names)), "a field name stands twice")
        self.need("form", not form.get("/NeedAppearances", False), "NeedAppearances")
        self.need("form", "/XFA" not in form, "XFA")
        self.need("form", int(form.get("/SigFlags", 0)) & 1, "SigFlags: no signature fields")

    def outlines(self):
        outlines = self.root.get("/Outlines")
        if outlines is not None:
            self.need("outline", self.bookmarks(outlines, 0) > 0, "an empty outline")

    def bookmarks(self, parent, depth):
        """Entries below one of them; their chain must be whole in both directions."""
        count, entry, before = 0, parent.get("/First"), None
        while entry is not None and count < 100000:
            title = str(entry.get("/Title", "")).strip()
            where = f"bookmark {title!r}"
            self.need("outline", title, "a bookmark without words")
            self.need("outline", entry.Parent.objgen == parent.objgen, f"{where}: Parent")
            back = entry.get("/Prev")
            good = (back is None) == (before is None)
            good = good and (back is None or back.objgen == before.objgen)
            self.need("outline", good, f"{where}: Prev")
            self.destination(where, entry.get("/Dest"))
            below = self.bookmarks(entry, depth + 1)
            self.need("outline", int(entry.get("/Count", 0)) == below, f"{where}: Count")
            count += 1 + below
            before, entry = entry, entry.get("/Next")
        last = parent.get("/Last")
        good = (last is None) == (before is None) and (last is None or last.objgen == before.objgen)
        self.need("outline", good, "an outline does not end where it says")
        return count


def translucent(thing):
    """Whether an object asks for blending (our files have none at all)."""
    if thing.get("/Type") == Name.Page and "/Group" in thing:
        return True
    if thing.get("/SMask", Name("/None")) != Name("/None"):
        return True
    if "/BM" in thing and thing.BM not in (Name.Normal, Name.Compatible):
        return True
    return any(key in thing and float(thing[key]) != 1 for key in ("/ca", "/CA"))


def dictionaries(pdf):
    """Every dictionary and stream of the file with the number of the object that holds it."""
    for outer in pdf.objects:
        if not isinstance(outer, (Dictionary, Stream, Array)):
            continue
        number, open_parts = outer.objgen[0], [outer]
        while open_parts:
            part = open_parts.pop()
            if isinstance(part, (Dictionary, Stream)):
                yield number, part
            kids = part if isinstance(part, Array) else [value for _, value in part.items()]
            for kid in kids:
                if isinstance(kid, (Dictionary, Array)) and not kid.is_indirect:
                    open_parts.append(kid)


def iso_date(value):
    """D:20261120100000+01'00' as XMP writes it."""
    parts = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'?", value)
    if not parts:
        return None
    y, mo, d, h, mi, s, zone, minutes = parts.groups()
    return f"{y}-{mo}-{d}T{h}:{mi}:{s}{zone}:{minutes}"


def judge(raw, attachments=False):
    """The findings over the bytes of a file."""
    try:
        with pikepdf.open(io.BytesIO(raw)) as pdf:
            return Judge(pdf, raw, attachments).run()
    except pikepdf.PdfError as error:
        return [("open", str(error))]


def verapdf(path):
    """What veraPDF finds for both standards, where it is installed."""
    program = shutil.which("verapdf")
    findings = []
    for flavour in ("3a", "ua1") if program else ():
        call = [program, "--format", "text", "--flavour", flavour, path]
        ended = subprocess.run(call, capture_output=True, text=True, check=False)
        if not ended.stdout.startswith("PASS"):
            findings.append((f"verapdf-{flavour}", ended.stdout.strip() or ended.stderr.strip()))
    return findings


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--allow-attachments", action="store_true")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    if not shutil.which("verapdf"):
        print("veraPDF is not on the PATH; its rules were not checked", file=sys.stderr)
    faults = 0
    for path in arguments.files:
        with open(path, "rb") as file:
            raw = file.read()
        if arguments.self_test:
            import pdf_damage

            faults += pdf_damage.self_test(raw, judge)
            continue
        findings = judge(raw, arguments.allow_attachments) + verapdf(path)
        faults += len(findings)
        for rule, words in findings:
            print(f"{path}: {rule}: {words}")
        if not findings:
            print(f"{path}: nothing found")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
