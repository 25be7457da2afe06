"""What a file says it is, and what the judge of our structure finds in it.

Usage: verdict.py FILE [--judge]    prints [pages, claims, tags, kinds of findings] as JSON
"""

import json
import pathlib
import sys

import pikepdf

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
sys.dont_write_bytecode = True

import pdf_structure


def claims(pdf):
    with pdf.open_metadata() as metadata:
        part, level = metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance", "")
        archive = [f"A-{part}{level.lower()}"] if part else []
        return archive + (["UA-1"] if metadata.get("pdfuaid:part") else [])


def main():
    raw = pathlib.Path(sys.argv[1]).read_bytes()
    with pikepdf.open(sys.argv[1]) as pdf:
        said = [len(pdf.pages), ", ".join(claims(pdf)), "/StructTreeRoot" in pdf.Root]
    findings = None
    if "--judge" in sys.argv:
        findings = len({rule for rule, _ in pdf_structure.judge(raw, attachments=True)})
    print(json.dumps([*said, findings]))


main()
