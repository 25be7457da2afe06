"""Makes key files of invented persons below one invented authority, valid for 24 hours.

usage: keys.py FOLDER FIELD=NAME...

Writes FIELD.p12 for each, muster-ca.pem and kennwort.txt into the folder.
"""

import datetime
import pathlib
import secrets
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

DAY = datetime.timedelta(hours=24)


def named(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"MUSTER {name}")])


def usage(authority):
    kinds = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment"]
    kinds += ["key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"]
    wanted = ["key_cert_sign", "crl_sign"] if authority else ["digital_signature", "content_commitment"]
    return x509.KeyUsage(**{kind: kind in wanted for kind in kinds})


def certificate(name, key, issuer, signer, authority):
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - DAY / 24)
        .not_valid_after(now + DAY)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(usage(authority), critical=True)
    )
    return builder.sign(signer, hashes.SHA256())


def main(folder, *persons):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    word = secrets.token_hex(12)
    (folder / "kennwort.txt").write_text(f"{word}\n")
    top = rsa.generate_private_key(65537, 2048)
    authority = certificate("Beispiel-CA", top, "Beispiel-CA", top, True)
    (folder / "muster-ca.pem").write_bytes(authority.public_bytes(Encoding.PEM))
    for person in persons:
        field, name = person.split("=")
        key = rsa.generate_private_key(65537, 2048)
        own = certificate(name, key, "Beispiel-CA", top, False)
        secret = BestAvailableEncryption(word.encode())
        data = pkcs12.serialize_key_and_certificates(b"muster", key, own, [authority], secret)
        (folder / f"{field}.p12").write_bytes(data)


if __name__ == "__main__":
    main(*sys.argv[1:])
