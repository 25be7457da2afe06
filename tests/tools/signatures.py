"""Validates every signature of PDF files with pyHanko; a second opinion beside our own verify.

usage: signatures.py CA.pem FILE.pdf...

Prints a line per signature and ends with 1 if one of them is not intact, not valid, not trusted
below the given authority, does not cover what it has to, or if the file was changed in a way that
its signatures forbid. A file without signatures is a problem too. No network.
"""

import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


def authority(path):
    with open(path, "rb") as file:
        data = file.read()
    if pem.detect(data):
        data = pem.unarmor(data)[2]
    return x509.Certificate.load(data)


def problems(status, is_last):
    """What is wrong with one signature, in words."""
    found = []
    if not status.intact:
        found.append("not intact")
    if not status.valid:
        found.append("not valid")
    if not status.trusted:
        found.append("not trusted")
    if status.docmdp_ok is not True:
        found.append("forbidden changes (DocMDP or FieldMDP)")
    if is_last:
        if status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
            found.append("does not cover the whole file")
        if status.modification_level != ModificationLevel.NONE:
            found.append("changed after the last signature")
    else:
        if status.coverage not in (
            SignatureCoverageLevel.ENTIRE_REVISION,
            SignatureCoverageLevel.ENTIRE_FILE,
        ):
            found.append("does not cover its revision")
        if status.modification_level not in (
            ModificationLevel.NONE,
            ModificationLevel.LTA_UPDATES,
            ModificationLevel.FORM_FILLING,
        ):
            found.append("changed by more than a signature")
    return found


def level(value):
    return getattr(value, "name", str(value))


def check(path, context):
    """Prints a line per signature; says whether all is well."""
    with open(path, "rb") as file:
        try:
            reader = PdfFileReader(file, strict=True)
            signatures = reader.embedded_signatures
        except Exception as error:  # a damaged file fails in many ways
            print(f"{path}: unreadable: {type(error).__name__}: {error}")
            return False
        if not signatures:
            print(f"{path}: no signature")
            return False
        ok = True
        for number, signature in enumerate(signatures, start=1):
            is_last = number == len(signatures)
            try:
                status = validate_pdf_signature(signature, context)
                found = problems(status, is_last)
            except Exception as error:
                print(f"{path}: {signature.field_name}: {type(error).__name__}: {error}")
                ok = False
                continue
            if number == 1 and signature.docmdp_level is None:
                found.append("the first signature carries no DocMDP")
            if number > 1 and signature.fieldmdp is None:
                found.append("a later signature carries no FieldMDP")
            verdict = "ok" if not found else "PROBLEM: " + ", ".join(found)
            print(
                f"{path}: {signature.field_name}: intact={status.intact} valid={status.valid} "
                f"trusted={status.trusted} coverage={level(status.coverage)} "
                f"changes={level(status.modification_level)} "
                f"at={signature.self_reported_timestamp} docmdp={status.docmdp_ok} {verdict}"
            )
            ok = ok and not found
        return ok


def main(arguments):
    if len(arguments) < 2:
        print(__doc__)
        return 2
    # pyHanko tells of every failed validation with a stack trace; the line says it already.
    logging.disable(logging.CRITICAL)
    context = ValidationContext(trust_roots=[authority(arguments[0])], allow_fetching=False)
    results = [check(path, context) for path in arguments[1:]]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
