"""Judges the structure tree of a PDF file: every piece of marked content and every annotation in
exactly one element, roles where they may stand, headings, lists, tables, notes.

It knows which marked content is drawn from the pages that pdf_structure.py read before.
"""

import re

from pikepdf import Array, Dictionary, Name, Stream

STANDARD = set(
    "Document Part Div Art Sect BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L "
    "LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Form "
    "Figure Formula".split()
)
NUMBERING = set(
    "None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha".split()
)


class Tree:
    """One file; every check adds its findings as (rule, words)."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.root = pdf.Root
        self.findings = []
        self.elements = []  # (element, role, parent index), in reading order
        self.below = {}  # element index -> indices of the elements in it
        self.owners = {}  # (page number, MCID) -> list of element indices
        self.objects = {}  # annotation object number -> list of element indices
        self.writers = set()  # elements with content of their own
        self.entries = {}  # the parent tree
        self.drawn = {}  # page number -> MCIDs drawn on it
        self.page_numbers = {page.objgen: n for n, page in enumerate(pdf.pages)}

    def say(self, rule, words):
        self.findings.append((rule, words))

    def need(self, rule, condition, words):
        if not condition:
            self.say(rule, words)
        return bool(condition)

    def role(self, element):
        role, seen = str(element.get("/S", ""))[1:], set()
        mapped = self.root.StructTreeRoot.get("/RoleMap", Dictionary())
        while role not in STANDARD and f"/{role}" in mapped and role not in seen:
            seen.add(role)
            role = str(mapped[f"/{role}"])[1:]
        return role

    def tree(self):
        root = self.root.StructTreeRoot
        self.need("tree", root.get("/Type") == Name.StructTreeRoot, "the root has another type")
        for name in root.get("/RoleMap", Dictionary()).keys():
            self.need("role", name[1:] not in STANDARD, f"the role map changes {name}")
        self.visited = set()
        self.walk(root.get("/K"), None, root, None)
        tops = [role for _, role, parent in self.elements if parent is None]
        self.need("tree", tops == ["Document"], f"at the top stands {tops}")

    def walk(self, kid, parent, parent_object, page):
        if isinstance(kid, Array):
            for one in kid:
                self.walk(one, parent, parent_object, page)
            return
        if kid is None:
            return
        if not isinstance(kid, (Dictionary, Stream)):
            return self.own(parent, page, int(kid))
        kind = kid.get("/Type")
        if kind == Name.MCR:
            return self.own(parent, kid.get("/Pg", page), int(kid.MCID))
        if kind == Name.OBJR:
            number = kid.Obj.objgen[0] if "/Obj" in kid else 0
            return self.objects.setdefault(number, []).append(parent)
        if not self.need("tree", kid.objgen not in self.visited, f"element {kid.objgen} twice"):
            return
        self.visited.add(kid.objgen)
        here, role = len(self.elements), self.role(kid)
        self.elements.append((kid, role, parent))
        self.below.setdefault(parent, []).append(here)
        self.need("role", role in STANDARD, f"element {here}: role {kid.get('/S')}")
        back = kid.get("/P")
        same = back is not None and back.objgen == parent_object.objgen
        self.need("tree", same, f"element {here} ({role}): P is not its parent")
        self.walk(kid.get("/K"), here, kid, kid.get("/Pg"))

    def own(self, element, page, mcid):
        number = None if page is None else self.page_numbers.get(page.objgen)
        if not self.need("mcid", number is not None, f"MCID {mcid} on no page"):
            return
        self.owners.setdefault((number, mcid), []).append(element)

    def parent_tree(self):
        tree = self.root.StructTreeRoot.get("/ParentTree")
        if not self.need("parent-tree", tree is not None, "no parent tree"):
            return
        entries = dict(number_tree(tree))
        self.entries = entries
        for number, mcids in self.drawn.items():
            row = entries.get(number)
            row = row if isinstance(row, Array) else Array()
            self.need(
                "parent-tree", len(row) == len(mcids), f"page {number + 1}: {len(row)} entries"
            )
            for mcid in mcids:
                owners = self.owners.get((number, mcid), [])
                where = f"page {number + 1}, MCID {mcid}"
                if not self.need("mcid", len(owners) == 1, f"{where}: {len(owners)} elements"):
                    continue
                element = self.elements[owners[0]][0]
                same = 0 <= mcid < len(row) and row[mcid].objgen == element.objgen
                self.need("parent-tree", same, f"{where}: the parent tree names another element")
        for (number, mcid), owners in self.owners.items():
            drawn = mcid in self.drawn.get(number, [])
            self.need("mcid", drawn, f"element {owners[0]}: MCID {mcid} is not drawn")
        following = self.root.StructTreeRoot.get("/ParentTreeNextKey", -1)
        self.need("parent-tree", following > max(entries, default=-1), "ParentTreeNextKey")

    def children(self, parent):
        """Elements directly below one, as (index, role)."""
        return [(kid, self.elements[kid][1]) for kid in self.below.get(parent, [])]

    def headings(self):
        levels = [int(r[1]) for _, r, _ in self.elements if re.fullmatch(r"H[1-6]", r)]
        self.need("heading", levels.count(1) == 1, f"{levels.count(1)} headings of level 1")
        last = 0
        for level in levels:
            self.need("heading", level <= last + 1, f"a heading of level {level} after {last}")
            last = level

    def lists(self):
        for here, (element, role, parent) in enumerate(self.elements):
            above = self.elements[parent][1] if parent is not None else None
            if role == "L":
                for _, kid in self.children(here):
                    self.need("list", kid in ("LI", "L", "Caption"), f"L {here} has {kid}")
                numbering = str(self.attribute(element, "List", "/ListNumbering"))[1:]
                labels = [k for e, _ in self.children(here) for _, k in self.children(e)]
                good = numbering in NUMBERING or "Lbl" not in labels
                self.need("list", good, f"L {here}: ListNumbering {numbering}")
                self.need("list", self.children(here), f"L {here} is empty")
            if role == "LI":
                self.need("list", above == "L", f"LI {here} in {above}")
                kids = [kid for _, kid in self.children(here)]
                self.need("list", kids in (["Lbl", "LBody"], ["LBody"]), f"LI {here} has {kids}")
            if role == "LBody":
                self.need("list", above == "LI", f"LBody {here} in {above}")

    def attribute(self, element, owner, key):
        found = element.get("/A", Array())
        for one in [found] if isinstance(found, Dictionary) else found:
            if isinstance(one, Dictionary) and one.get("/O") == Name(f"/{owner}") and key in one:
                return one[key]
        return None

    def tables(self):
        parts = {
            "TR": ("Table", "THead", "TBody", "TFoot"),
            "TH": ("TR",),
            "TD": ("TR",),
            "THead": ("Table",),
            "TBody": ("Table",),
            "TFoot": ("Table",),
        }
        inside = {
            "Table": ("Caption", "THead", "TBody", "TFoot", "TR"),
            "THead": ("TR",),
            "TBody": ("TR",),
            "TFoot": ("TR",),
            "TR": ("TH", "TD"),
        }
        for here, (element, role, parent) in enumerate(self.elements):
            above = self.elements[parent][1] if parent is not None else None
            if role in parts:
                self.need("table", above in parts[role], f"{role} {here} in {above}")
            for _, kid in self.children(here) if role in inside else ():
                self.need("table", kid in inside[role], f"{role} {here} has {kid}")
            if role == "TH":
                scope = self.attribute(element, "Table", "/Scope")
                good = scope in (Name.Column, Name.Row, Name.Both)
                self.need("scope", good, f"TH {here}: Scope {scope}")
            if role == "Table":
                self.grid(here)
                kids = [kid for _, kid in self.children(here)]
                good = "Caption" not in kids[1:-1] and kids.count("Caption") < 2
                self.need("table", good, f"table {here}: its caption is in the middle")
                good = kids.count("THead") < 2 and ("THead" not in kids or "TBody" in kids)
                self.need("table", good, f"table {here} has {kids}")

    def grid(self, table):
        """Each cell takes its place in a grid; no place may be empty or taken twice."""
        taken, row, heads = {}, 0, 0
        for group in self.rows(table):
            bottom = row + len(group)
            for index in group:
                column = 0
                for cell, role in self.children(index):
                    heads += role == "TH"
                    element = self.elements[cell][0]
                    wide = int(self.attribute(element, "Table", "/ColSpan") or 1)
                    high = int(self.attribute(element, "Table", "/RowSpan") or 1)
                    while (row, column) in taken:
                        column += 1
                    self.need(
                        "table", row + high <= bottom, f"cell {cell} is higher than its group"
                    )
                    for y in range(row, row + high):
                        for x in range(column, column + wide):
                            free = taken.setdefault((y, x), cell) == cell
                            self.need("table", free, f"cell {cell} covers another")
                row += 1
        widths = {y: sum(1 for place in taken if place[0] == y) for y in range(row)}
        self.need("table", len(set(widths.values())) == 1, f"table {table}: columns {widths}")
        self.need("table", heads, f"table {table} has no head cell")

    def rows(self, table):
        """Rows by group; rows directly below the table are one group."""
        groups, loose = [], []
        for index, role in self.children(table):
            if role == "TR":
                loose.append(index)
            elif role != "Caption":
                groups.append([i for i, r in self.children(index) if r == "TR"])
        return groups + ([loose] if loose else [])

    def notes(self):
        ids = []
        for here, (element, role, _) in enumerate(self.elements):
            if "/ID" in element:
                ids.append(bytes(element.ID))
            if role == "Note":
                self.need("note", "/ID" in element, f"Note {here} has no ID")
                self.need("note", self.children(here), f"Note {here} is empty")
        self.need("note", len(ids) == len(set(ids)), "an ID stands twice")
        tree = self.root.StructTreeRoot.get("/IDTree", Dictionary())
        listed = {bytes(key): value for key, value in name_tree(tree)}
        for element, _, _ in self.elements:
            if "/ID" in element:
                entry = listed.get(bytes(element.ID))
                same = entry is not None and entry.objgen == element.objgen
                self.need("note", same, f"the ID tree does not lead to {bytes(element.ID)!r}")


def number_tree(node):
    for kid in node.get("/Kids", Array()):
        yield from number_tree(kid)
    entries = list(node.get("/Nums", Array()))
    for key, value in zip(entries[::2], entries[1::2]):
        yield int(key), value


def name_tree(node):
    for kid in node.get("/Kids", Array()):
        yield from name_tree(kid)
    entries = list(node.get("/Names", Array()))
    yield from zip(entries[::2], entries[1::2])
