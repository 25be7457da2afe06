#!/bin/sh
# Makes the key files of tests/*.rs that the tests cannot make themselves: an old PKCS#12 (RC2-40 and
# 3DES, SHA-1), one without a key, one without a certificate for its key. All names are fictional;
# the keys were thrown away otherwise. Password: muster. Needs OpenSSL 3 with its legacy provider.
set -eu
cd "$(dirname "$0")"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
request() {
    openssl req -x509 -newkey rsa:2048 -nodes -sha256 -days 36500 -set_serial 0x51D2308B \
        -subj "/CN=MUSTER Wendelin Grauß" -utf8 -keyout "$dir/$1.key" -out "$dir/$1.crt" \
        -addext "keyUsage=critical,digitalSignature,nonRepudiation" 2>/dev/null
}
request one
openssl pkcs12 -export -legacy -inkey "$dir/one.key" -in "$dir/one.crt" -passout pass:muster \
    -out legacy.p12
openssl pkcs12 -export -nokeys -in "$dir/one.crt" -passout pass:muster -out no-key.p12
openssl pkcs12 -export -nocerts -inkey "$dir/one.key" -passout pass:muster -out no-certificate.p12
