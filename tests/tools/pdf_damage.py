"""Damages a sound PDF file in many ways, each of which pdf_structure.py must find.

A judge that finds nothing proves nothing; these are its negative controls. A damage that a file
offers no place for is named as not applicable.
"""

import io
import re
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String


class NoPlace(Exception):
    """The file has nothing that could be damaged in this way."""


DAMAGES = []


def damage(rule):
    """Registers a function that damages an open file; the judge must report the rule."""
    return lambda function: DAMAGES.append((rule, function)) or function


def first(things):
    for thing in things:
        return thing
    raise NoPlace


def elements(pdf, *roles):
    found = (o for o in pdf.objects if isinstance(o, Dictionary))
    found = [o for o in found if o.get("/Type") == Name.StructElem]
    return [o for o in found if str(o.get("/S"))[1:] in roles] if roles else found


def element(pdf, *roles):
    return first(elements(pdf, *roles))


def annotation(pdf, kind):
    found = (o for o in pdf.objects if isinstance(o, Dictionary))
    return first(o for o in found if o.get("/Subtype") == kind and "/Rect" in o)


def fonts(pdf):
    return [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Subtype") == Name.Type0]


def page_with(pdf, words):
    return first(page for page in pdf.pages if words in content(page))


def content(page):
    return b"".join(part.read_bytes() for part in parts(page))


def parts(page):
    found = page.obj.Contents
    return list(found) if isinstance(found, Array) else [found]


def rewrite(pdf, page, pattern, replacement, count=1):
    changed = re.sub(pattern, replacement, content(page), count=count)
    if changed == content(page):
        raise NoPlace
    page.obj.Contents = pdf.make_stream(changed)


def xmp(pdf, pattern, replacement):
    packet = pdf.Root.Metadata.read_bytes()
    changed = re.sub(pattern, replacement, packet, count=1)
    assert changed != packet
    pdf.Root.Metadata.write(changed)


def attribute(element, key):
    found = element.get("/A", Array())
    for one in [found] if isinstance(found, Dictionary) else found:
        if key in one:
            return one
    return None


# -- the file -------------------------------------------------------------------------------------


@damage("lang")
def another_language(pdf):
    pdf.Root.Lang = String("en")


@damage("lang")
def no_language(pdf):
    del pdf.Root.Lang


@damage("mark-info")
def not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


@damage("title-shown")
def title_not_shown(pdf):
    del pdf.Root.ViewerPreferences


@damage("javascript")
def javascript(pdf):
    action = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))


@damage("action")
def page_action(pdf):
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.Print))


@damage("action")
def launch(pdf):
    action = Dictionary(Type=Name.Action, S=Name.Launch, F=String("x"))
    pdf.Root.Strange = pdf.make_indirect(action)


@damage("attachment")
def embedded_file(pdf):
    spec = pikepdf.AttachedFileSpec(pdf, b"{}", mime_type="application/json")
    pdf.attachments["niederschrift.json"] = spec


@damage("opacity")
def transparent_state(pdf):
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(G=Dictionary(ca=0.5))


@damage("opacity")
def transparency_group(pdf):
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency)


@damage("catalog")
def layers(pdf):
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())


# -- metadata -------------------------------------------------------------------------------------


@damage("xmp")
def no_metadata(pdf):
    del pdf.Root.Metadata


@damage("xmp")
def broken_metadata(pdf):
    xmp(pdf, rb"</rdf:RDF>", rb"")


@damage("pdfaid")
def another_part(pdf):
    xmp(pdf, rb"<pdfaid:part>3", rb"<pdfaid:part>2")


@damage("pdfaid")
def another_conformance(pdf):
    xmp(pdf, rb"conformance>A<", rb"conformance>B<")


@damage("pdfuaid")
def no_accessibility_claim(pdf):
    xmp(pdf, rb"<pdfuaid:part>1</pdfuaid:part>", rb"")


@damage("pdfuaid")
def no_extension_schema(pdf):
    xmp(pdf, rb"<pdfaSchema:namespaceURI>[^<]*", rb"<pdfaSchema:namespaceURI>")


@damage("xmp-equal")
def another_title(pdf):
    pdf.docinfo["/Title"] = String("Etwas anderes")


@damage("xmp-equal")
def another_date(pdf):
    pdf.docinfo["/ModDate"] = String("D:20010101000000+01'00'")


@damage("info")
def no_author(pdf):
    del pdf.docinfo["/Author"]


@damage("intent")
def no_output_intent(pdf):
    del pdf.Root.OutputIntents


@damage("icc")
def broken_profile(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:100])


# -- pages ----------------------------------------------------------------------------------------


@damage("untagged")
def untagged_text(pdf):
    page = page_with(pdf, b"/P <<")
    rewrite(pdf, page, rb"/P <<[^>]*>> BDC", b"/P BMC")


@damage("untagged")
def untagged_rule(pdf):
    page = pdf.pages[0]
    page.obj.Contents = pdf.make_stream(content(page) + b"\n10 10 20 1 re f\n")


@damage("untagged")
def drawn_behind_the_end(pdf):
    page = pdf.pages[0]
    page.obj.Contents = pdf.make_stream(content(page) + b"\nBT ET 1 1 m 2 2 l S\n")


@damage("content")
def open_content(pdf):
    page = pdf.pages[-1]
    at = content(page).rindex(b"EMC")
    page.obj.Contents = pdf.make_stream(content(page)[:at])


@damage("nesting")
def artifact_inside(pdf):
    page = pdf.pages[0]
    rewrite(pdf, page, rb"(/MCID \d+>> BDC)", rb"\1 /Artifact <</Type/Layout>> BDC EMC")


@damage("artifact")
def artifact_without_type(pdf):
    rewrite(pdf, pdf.pages[0], rb"/Artifact <<[^\n]*>> BDC", b"/Artifact <<>> BDC")


@damage("mcid")
def doubled_mcid(pdf):
    page = first(p for p in pdf.pages if b"/MCID 1" in content(p))
    rewrite(pdf, page, rb"/MCID 1>>", b"/MCID 0>>")


@damage("mcid")
def unknown_mcid(pdf):
    rewrite(pdf, pdf.pages[0], rb"/MCID 0>>", b"/MCID 9999>>")


@damage("colour")
def other_colours(pdf):
    page = pdf.pages[0]
    page.obj.Contents = pdf.make_stream(b"0 0 0 1 k\n" + content(page))


@damage("page")
def no_tab_order(pdf):
    del pdf.pages[0].obj.Tabs


@damage("page")
def wrong_struct_parents(pdf):
    pdf.pages[0].obj.StructParents = 77


# -- the structure --------------------------------------------------------------------------------


@damage("tree")
def no_tree(pdf):
    del pdf.Root.StructTreeRoot


@damage("tree")
def wrong_parent(pdf):
    element(pdf, "P").P = element(pdf, "H1")


@damage("mcid")
def content_of_two(pdf):
    one = first(e for e in elements(pdf, "P") if isinstance(e.get("/K"), int))
    other = pdf.make_indirect(Dictionary(one))
    document = element(pdf, "Document")
    other.P = document
    document.K.append(other)


@damage("mcid")
def content_of_none(pdf):
    del first(e for e in elements(pdf) if isinstance(e.get("/K"), int))["/K"]


@damage("parent-tree")
def parent_tree_swapped(pdf):
    rows = pdf.Root.StructTreeRoot.ParentTree.Nums
    row = first(r for r in rows if isinstance(r, Array) and len(r) > 1)
    row[0], row[1] = row[1], row[0]


@damage("parent-tree")
def parent_tree_short(pdf):
    rows = pdf.Root.StructTreeRoot.ParentTree.Nums
    row = first(r for r in rows if isinstance(r, Array) and len(r) > 0)
    del row[len(row) - 1]


@damage("parent-tree")
def parent_tree_without_annotations(pdf):
    annotation(pdf, Name.Link)
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Nums = Array(list(tree.Nums)[: 2 * len(pdf.pages)])


@damage("role")
def unknown_role(pdf):
    element(pdf, "P").S = Name.Absatz


@damage("role")
def standard_role_mapped(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Span)


@damage("heading")
def skipped_level(pdf):
    for heading in elements(pdf, "H2"):
        heading.S = Name.P


@damage("heading")
def two_titles(pdf):
    element(pdf, "H2").S = Name.H1


@damage("heading")
def no_title(pdf):
    element(pdf, "H1").S = Name.P


@damage("list")
def entry_without_body(pdf):
    element(pdf, "LBody").S = Name.P


@damage("list")
def entry_outside(pdf):
    element(pdf, "L").S = Name.Div


@damage("list")
def no_numbering(pdf):
    del element(pdf, "L")["/A"]


@damage("scope")
def head_without_scope(pdf):
    del element(pdf, "TH")["/A"]


@damage("table")
def cell_lost(pdf):
    row = first(r for r in elements(pdf, "TR") if isinstance(r.K, Array) and len(r.K) > 1)
    del row.K[len(row.K) - 1]


@damage("table")
def span_lost(pdf):
    cells = elements(pdf, "TH", "TD")
    spans = [attribute(c, key) for c in cells for key in ("/RowSpan", "/ColSpan")]
    found = first(s for s in spans if s is not None)
    for key in ("/RowSpan", "/ColSpan"):
        if key in found:
            del found[key]


@damage("table")
def span_too_high(pdf):
    cell = elements(pdf, "TH")[-1] if elements(pdf, "TH") else element(pdf, "TD")
    cell.A = Dictionary(O=Name.Table, Scope=Name.Row, RowSpan=3)


@damage("table")
def row_outside(pdf):
    element(pdf, "Table").S = Name.Div


@damage("table")
def paragraph_in_row(pdf):
    element(pdf, "TD").S = Name.P


@damage("table")
def caption_in_the_middle(pdf):
    table = first(t for t in elements(pdf, "Table") if len(t.K) > 2)
    first(k for k in table.K if k.get("/S") == Name.Caption)
    table.K = Array([*list(table.K)[1:-1], table.K[0], table.K[-1]])


@damage("table")
def head_without_body(pdf):
    element(pdf, "THead")
    for body in elements(pdf, "TBody"):
        body.S = Name.THead


@damage("note")
def note_without_id(pdf):
    del element(pdf, "Note")["/ID"]


@damage("note")
def note_id_twice(pdf):
    note = element(pdf, "Note")
    other = first(e for e in elements(pdf, "P") if "/ID" not in e)
    other.ID = String(bytes(note.ID))


@damage("note")
def no_id_tree(pdf):
    element(pdf, "Note")
    del pdf.Root.StructTreeRoot.IDTree


# -- annotations ----------------------------------------------------------------------------------


@damage("contents")
def link_without_contents(pdf):
    del annotation(pdf, Name.Link)["/Contents"]


@damage("annotation")
def link_without_struct_parent(pdf):
    del annotation(pdf, Name.Link)["/StructParent"]


@damage("objr")
def link_outside_the_tree(pdf):
    link = annotation(pdf, Name.Link)
    for one in elements(pdf, "Link"):
        kids = one.K if isinstance(one.K, Array) else Array([one.K])
        keep = [k for k in kids if not isinstance(k, Dictionary) or k.get("/Obj") != link]
        one.K = Array(keep)


@damage("objr")
def link_in_a_paragraph(pdf):
    annotation(pdf, Name.Link)
    element(pdf, "Link").S = Name.Span


@damage("flags")
def link_not_printed(pdf):
    annotation(pdf, Name.Link).F = 0


@damage("flags")
def field_hidden(pdf):
    annotation(pdf, Name.Widget).F = 6


@damage("link")
def address_with_umlaut(pdf):
    links = [o for o in pdf.objects if isinstance(o, Dictionary) and "/URI" in o.get("/A", {})]
    first(links).A.URI = String("https://kreis.example/ü".encode())


@damage("destination")
def link_to_nowhere(pdf):
    links = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Subtype") == Name.Link]
    first(o for o in links if "/Dest" in o).Dest = Array([None, Name.Fit])


@damage("destination")
def link_to_unknown_name(pdf):
    links = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Subtype") == Name.Link]
    first(o for o in links if "/Dest" in o).Dest = String("nowhere")


@damage("destination")
def unsorted_names(pdf):
    tree = pdf.Root.get("/Names", Dictionary()).get("/Dests")
    if tree is None:
        raise NoPlace
    tree.Names = Array([String("zzz"), tree.Names[1], *tree.Names])


@damage("catalog")
def foreign_permission(pdf):
    pdf.Root.Perms = Dictionary(UR3=Dictionary())


@damage("annotation")
def other_annotation(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], F=4)
    page = pdf.pages[0].obj
    page.Annots = Array(list(page.get("/Annots", [])) + [pdf.make_indirect(note)])


@damage("field")
def field_without_description(pdf):
    del annotation(pdf, Name.Widget)["/TU"]


@damage("field")
def field_in_an_array(pdf):
    annotation(pdf, Name.Widget)
    form = element(pdf, "Form")
    form.K = Array([form.K])


@damage("appearance")
def field_without_appearance(pdf):
    del annotation(pdf, Name.Widget)["/AP"]


@damage("form")
def field_not_listed(pdf):
    annotation(pdf, Name.Widget)
    del pdf.Root.AcroForm.Fields[0]


@damage("form")
def appearances_on_demand(pdf):
    annotation(pdf, Name.Widget)
    pdf.Root.AcroForm.NeedAppearances = True


@damage("outline")
def bookmark_without_words(pdf):
    pdf.Root.Outlines.First.Title = String(" ")


@damage("outline")
def bookmark_chain_broken(pdf):
    pdf.Root.Outlines.Last = pdf.Root.Outlines


# -- fonts ----------------------------------------------------------------------------------------


@damage("embedded")
def font_not_embedded(pdf):
    del fonts(pdf)[0].DescendantFonts[0].FontDescriptor["/FontFile2"]


@damage("subset")
def font_without_tag(pdf):
    fonts(pdf)[0].BaseFont = Name("/SourceSans3-Regular")


@damage("unicode")
def font_without_unicode(pdf):
    del fonts(pdf)[0]["/ToUnicode"]


@damage("unicode")
def code_without_meaning(pdf):
    stream = fonts(pdf)[0].ToUnicode
    shown = re.search(rb"<([0-9A-Fa-f]{4})>\]? ?T[jJ]", content(pdf.pages[0])).group(1).upper()
    stream.write(stream.read_bytes().replace(b"\n<" + shown + b"> <", b"\n<FFF0> <"))


@damage("notdef")
def glyph_lost(pdf):
    mapping = fonts(pdf)[0].DescendantFonts[0].CIDToGIDMap
    mapping.write(bytes(len(mapping.read_bytes())))


@damage("width")
def other_widths(pdf):
    widths = fonts(pdf)[0].DescendantFonts[0].W
    widths[1] = Array([int(width) + 30 for width in widths[1]])


@damage("font")
def standard_font(pdf):
    used = pdf.pages[0].obj.Resources.Font
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    used[first(used.keys())] = pdf.make_indirect(font)


# -- bytes ----------------------------------------------------------------------------------------


def saved(pdf):
    """The bytes of an open file, with its streams left as they are."""
    target = io.BytesIO()
    pdf.save(
        target,
        fix_metadata_version=False,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return target.getvalue()


def byte_damages(sound, pdf):
    yield "id", "no_identifier", sound.replace(b"/ID", b"/Xx")
    yield "header", "no_binary_comment", re.sub(rb"\n%[^\n]*\n", b"\n%abcd\n", sound, count=1)
    yield "tail", "bytes_behind_the_end", sound + b"and more\n"
    target = io.BytesIO()
    pdf.save(target, encryption=pikepdf.Encryption(owner="x", user=""))
    yield "encryption", "encrypted", target.getvalue()
    yield "xmp-plain", "metadata_compressed", with_compressed_metadata(sound)


def with_compressed_metadata(sound):
    """pikepdf always unpacks metadata, so this works on the bytes; no offset changes."""
    found = re.search(
        rb"\d+ 0 obj\n<<[^>]*/Metadata[^>]*>>\nstream\n(<\?xpacket.*?)\nendstream\nendobj",
        sound,
        re.S,
    )
    number = re.match(rb"\d+", found.group()).group()
    data = zlib.compress(found.group(1))
    head = (
        b"%s 0 obj\n<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length %d >>\nstream\n"
    )
    packed = head % (number, len(data)) + data + b"\nendstream\nendobj"
    return sound.replace(found.group(), packed.ljust(len(found.group())))


def self_test(raw, judge):
    """Number of faults of the judge: a sound file with findings, a damage not found."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        sound = saved(pdf)
    faults = [f"the sound file: {rule}: {words}" for rule, words in judge(sound)]
    cases, idle = [], []
    for rule, function in DAMAGES:
        with pikepdf.open(io.BytesIO(sound)) as pdf:
            try:
                function(pdf)
            except NoPlace:
                idle.append(function.__name__)
                continue
            cases.append((rule, function.__name__, saved(pdf)))
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        cases += byte_damages(sound, pdf)
    for rule, name, damaged in cases:
        found = {rule for rule, _ in judge(damaged)}
        if rule not in found:
            faults.append(f"{name}: {rule} was not found, only {sorted(found)}")
    for fault in faults:
        print(fault)
    found = len(cases) - len(faults)
    print(f"{len(cases)} damages, {found} found, {len(idle)} not applicable: {idle}")
    return len(faults)
