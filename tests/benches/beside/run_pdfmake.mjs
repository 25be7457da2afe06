// Makes a file of a definition with pdfmake (npm).
//
// Usage: run_pdfmake.mjs IN.json OUT.pdf FONTS PACKAGES

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [source, out, fonts, packages] = process.argv.slice(2);
const pdfmake = createRequire(`${packages}/`)("pdfmake");
const cut = (name) => `${fonts}/SourceSans3-${name}.ttf`;
pdfmake.setFonts({
    SourceSans3: {
        normal: cut("Regular"),
        italics: cut("It"),
        bold: cut("Semibold"),
        bolditalics: cut("SemiboldIt"),
    },
});
const definition = JSON.parse(readFileSync(source, "utf8"));
await pdfmake.createPdf(definition).write(out);
