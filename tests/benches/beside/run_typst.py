"""Compiles typst markup with the PyPI package, as a whole process or again and again inside one.

Usage: run_typst.py IN.typ OUT.pdf FONTS          one compilation
       run_typst.py IN.typ OUT.pdf FONTS ROUNDS   prints milliseconds as JSON, each after a letter
                                                  more in the middle of the text (as a keystroke)
"""

import json
import sys
import time

import typst

# Both at once, as ours.
STANDARDS = ["a-3a", "ua-1"]


def main():
    source, out, fonts = sys.argv[1:4]
    if len(sys.argv) == 4:
        typst.compile(source, output=out, font_paths=[fonts], ignore_system_fonts=True,
                      pdf_standards=STANDARDS)
        return
    with open(source, encoding="utf-8") as file:
        text = file.read()
    # Behind the first paragraph of the middle.
    middle = text.index(".\";\n", len(text) // 2) + 1
    compiler = typst.Compiler(source, font_paths=[fonts], ignore_system_fonts=True)
    times = []
    for more in range(int(sys.argv[4]) + 1):
        with open(source, "w", encoding="utf-8") as file:
            file.write(text[:middle] + " " + "e" * more + text[middle:])
        begin = time.perf_counter()
        compiler.compile(output=out, pdf_standards=STANDARDS)
        times.append((time.perf_counter() - begin) * 1000)
    # The first one was cold.
    print(json.dumps(times[1:]))


main()
