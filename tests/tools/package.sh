#!/usr/bin/env bash
# Builds the packages into out/packages/ and looks at what is in them: the desktop file is valid, and
# the program knows none of the switches of the journeys and no folder of this machine. `make package`
# sets the flags that the latter needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
built="${CARGO_TARGET_DIR:-target}/release/bundle"

rm -rf "$built"
ui/node_modules/.bin/tauri build --ci --bundles deb,rpm -- --locked
rm -rf out/packages
mkdir -p out/packages
cp "$built"/deb/*.deb "$built"/rpm/*.rpm out/packages/

unpacked="$(mktemp -d)"
trap 'rm -rf "$unpacked"' EXIT
dpkg-deb --extract out/packages/*.deb "$unpacked"
desktop-file-validate "$unpacked"/usr/share/applications/*.desktop

# lacks TEXT WHAT: the packaged program does not hold the text.
lacks() {
    if grep -qF -- "$1" "$unpacked/usr/bin/sitzungsbuch-desktop"; then
        echo "The packaged program knows $1, $2." >&2
        exit 1
    fi
}
for name in $(sed -n 's/^const [A-Z]*: &str = "\(.*\)";$/\1/p' src-tauri/src/journeys.rs); do
    lacks "$name" "a switch of the journeys"
done
for folder in "$PWD" "${CARGO_HOME:-$HOME/.cargo}" "$(realpath "$built/../..")"; do
    lacks "$folder" "a folder of the machine that built it"
done
ls -l out/packages
