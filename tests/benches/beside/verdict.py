"""What a file says it is, and what judges find in it: veraPDF where it is, and for a file of ours the
judge of our structure, whose rules are in part those of our house.

Usage: verdict.py FILE [--ours]    prints [pages, claims, tagged, findings, findings of veraPDF]
"""

import json
import pathlib
import shutil
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
    ours = len(pdf_structure.judge(raw)) if "--ours" in sys.argv else None
    vera = len(pdf_structure.verapdf(sys.argv[1])) if shutil.which("verapdf") else None
    print(json.dumps([*said, ours, vera]))


main()
