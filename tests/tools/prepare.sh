#!/usr/bin/env bash
# Makes a Debian or Ubuntu machine ready: minimum versions, Debian packages, npm packages, .venv.
# `prepare.sh build` is content with what the command line needs, `prepare.sh app` with what the app
# needs; without an argument the tests come on top. `prepare.sh bench` installs the programs that our
# documents are measured beside. It installs neither Rust nor Node, changes nothing that is already
# there, and is quick when all is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

WHAT="${1:-tests}"
PACKAGES=(build-essential pkg-config perl make)
# The programs of the packages, for a machine without dpkg.
PROGRAMS=(cc pkg-config perl make)
if [[ "$WHAT" != build ]]; then
    # To build the app and to open its window.
    PACKAGES+=(libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev)
fi
if [[ "$WHAT" == tests ]]; then
    # Documents, then windows without a display.
    PACKAGES+=(poppler-utils qpdf mupdf-tools libnss3-tools python3-venv
        webkit2gtk-driver xvfb strace libgl1-mesa-dri libegl1 fonts-dejavu-core desktop-file-utils)
    # The office: what opens an ODT, and what judges its XML.
    PACKAGES+=(libreoffice-writer-nogui python-odf-tools)
    # What veraPDF runs on (tests/tools/verapdf.sh).
    PACKAGES+=(default-jdk-headless libjaxb-java)
    # Two monitors with a window manager.
    PACKAGES+=(xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils openbox)
    PROGRAMS+=(pdfinfo pdfsig qpdf mutool certutil python3 WebKitWebDriver Xvfb strace
        desktop-file-validate Xorg xrandr openbox soffice odflint java javac)
fi
if [[ "$WHAT" == bench ]]; then
    PACKAGES=(libreoffice-writer-nogui hyphen-de libpangoft2-1.0-0 libharfbuzz-subset0 python3-venv)
    PROGRAMS=(soffice python3)
fi
PYTHON_MIN=3.10
NODE_MIN=20.19.0

# One sentence on stderr, then the end.
stop() {
    printf '%s\n' "$1" >&2
    exit 1
}

# at_least FOUND WANTED: true when FOUND is the same version or a later one.
at_least() {
    [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]
}

check_rust() {
    local wanted found
    wanted="$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)"
    command -v cargo >/dev/null && command -v rustc >/dev/null ||
        stop "Rust $wanted or later is needed, but cargo or rustc was not found."
    found="$(rustc --version | cut -d ' ' -f 2)"
    at_least "$found" "$wanted" || stop "Rust $wanted or later is needed, but rustc is $found."
    cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 ||
        stop "The Rust components rustfmt and clippy are needed, but one of them was not found."
}

check_python() {
    local found
    found="$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')" ||
        stop "Python $PYTHON_MIN or later is needed, but python3 does not start."
    at_least "$found" "$PYTHON_MIN" ||
        stop "Python $PYTHON_MIN or later is needed, but python3 is $found."
}

# Debian's own Node may be older than Vite can use, so it is not installed from there.
check_node() {
    local found
    command -v node >/dev/null && command -v npm >/dev/null ||
        stop "Node $NODE_MIN or later with npm is needed, but node or npm was not found."
    found="$(node --version)"
    at_least "${found#v}" "$NODE_MIN" ||
        stop "Node $NODE_MIN or later is needed, but node is ${found#v}."
}

as_root() {
    if [[ "$(id -u)" == 0 ]]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

install_packages() {
    local name missing=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        for name in "${PROGRAMS[@]}"; do
            command -v "$name" >/dev/null || missing+=("$name")
        done
        ((${#missing[@]} == 0)) ||
            stop "This machine has no apt-get, and these programs are missing: ${missing[*]}."
        return
    fi
    for name in "${PACKAGES[@]}"; do
        [[ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" == installed ]] ||
            missing+=("$name")
    done
    ((${#missing[@]} > 0)) || return 0
    [[ "$(id -u)" == 0 ]] || command -v sudo >/dev/null ||
        stop "These Debian packages are missing, and there is no sudo: ${missing[*]}."
    echo "Installing Debian packages: ${missing[*]}"
    local get=(apt-get -qq -o DPkg::Lock::Timeout=300)
    local install=("${get[@]}" install -y --no-install-recommends "${missing[@]}")
    # The lists may be absent or out of date on a new machine; fetching them is slow, so only then.
    as_root "${install[@]}" >/dev/null 2>&1 || {
        as_root "${get[@]}" update
        as_root "${install[@]}" >/dev/null
    } || stop "These Debian packages could not be installed: ${missing[*]}."
}

# prepare_venv FOLDER PINS: the venv is made anew when the pins or the interpreter changed.
prepare_venv() {
    local want
    want="$({ python3 --version; cat "$2"; } | sha256sum | cut -d ' ' -f 1)"
    [[ -x "$1/bin/python3" && "$(cat "$1/stamp" 2>/dev/null)" == "$want" ]] && return 0
    echo "Setting up $1"
    rm -rf "$1"
    python3 -m venv "$1" || stop "A Python venv could not be made in $1."
    "$1/bin/python3" -m pip install --quiet --disable-pip-version-check --no-deps -r "$2" ||
        stop "The Python packages of $2 could not be installed."
    echo "$want" >"$1/stamp"
}

# prepare_npm FOLDER: the packages are laid anew when the lock file or Node changed.
prepare_npm() {
    local want
    want="$({ node --version; cat "$1/package.json" "$1/package-lock.json" ui/.npmrc; } |
        sha256sum | cut -d ' ' -f 1)"
    [[ "$(cat "$1/node_modules/.stamp" 2>/dev/null)" == "$want" ]] && return 0
    echo "Setting up $1/node_modules"
    npm --prefix "$1" ci --silent ||
        stop "The npm packages of $1/package-lock.json could not be installed."
    echo "$want" >"$1/node_modules/.stamp"
}

# What the documents are measured beside lies with what is built, not in the tree.
prepare_bench() {
    local folder="${CARGO_TARGET_DIR:-target}/bench" from=tests/benches/beside
    mkdir -p "$folder/npm"
    cp "$from/package.json" "$from/package-lock.json" "$folder/npm/"
    prepare_venv "$folder/venv" "$from/requirements.txt"
    prepare_npm "$folder/npm"
}

check_rust
if [[ "$WHAT" == build ]]; then
    install_packages
    exit 0
fi
check_node
if [[ "$WHAT" == app ]]; then
    install_packages
    prepare_npm ui
    exit 0
fi
# On a machine without Python the package brings one along.
if command -v python3 >/dev/null; then check_python; fi
install_packages
check_python
if [[ "$WHAT" == bench ]]; then
    prepare_bench
    exit 0
fi
prepare_venv .venv tests/requirements.txt
prepare_npm ui
