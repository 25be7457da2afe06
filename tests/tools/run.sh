#!/usr/bin/env bash
# Builds the app on a machine that may be new, and opens it. Without a display it says so, plays and
# signs the sample session into out/ instead, and that is no failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
built="${CARGO_TARGET_DIR:-target}/debug"

bash tests/tools/prepare.sh app
npm --prefix ui run --silent build -- --logLevel warn
cargo build --locked --package sitzungsbuch-desktop --package sitzungsbuch-cli

if [[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
    echo "There is no display to open the window on; the demo goes to out/ instead."
    exec "$built"/sitzungsbuch demo --out out
fi
exec "$built"/sitzungsbuch-desktop
