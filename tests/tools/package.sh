#!/usr/bin/env bash
# Builds the packages into out/packages/ and looks at what is in them: the desktop file is valid, and
# the program knows none of the switches of the journeys.
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
for name in $(sed -n 's/^const [A-Z]*: &str = "\(.*\)";$/\1/p' src-tauri/src/journeys.rs); do
    if grep -q "$name" "$unpacked/usr/bin/sitzungsbuch-desktop"; then
        echo "The packaged program knows $name, a switch of the journeys." >&2
        exit 1
    fi
done
ls -l out/packages
