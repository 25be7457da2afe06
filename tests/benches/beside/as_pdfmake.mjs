// Writes a composed document (JSON) as a definition for pdfmake with the measures of ours.
//
// pdfmake has no footnotes, no hyphens and no tags: a note stands in brackets, words are not parted,
// and the file claims PDF/A-3b.
// A block that is not known here ends the run.
//
// Usage: as_pdfmake.mjs DOCUMENT.json OUT.json

import { readFileSync, writeFileSync } from "node:fs";

/** Millimetres in points. */
const mm = (length) => (length * 72) / 25.4;
const AXIS = mm(31);
const RULES = "lightHorizontalLines";

function inline(content) {
    return content.map((run) => {
        switch (run.type) {
            case "text": {
                const face = (run.face ?? "regular").toLowerCase();
                const words = { text: run.text };
                if (face.includes("bold")) words.bold = true;
                if (face.includes("italic")) words.italics = true;
                if (run.underline) words.decoration = "underline";
                return words;
            }
            case "link":
                return { text: run.href, link: run.href };
            case "footnote":
                return { text: [" [", ...inline(run.content), "]"], fontSize: 9 };
            default:
                throw new Error(run.type);
        }
    });
}

const blocks = (found) => found.flatMap((block) => WRITERS[block.type](block));

/** What stands on the label axis, beside the first line. */
const beside = (label, words) =>
    label
        ? {
              columns: [
                  { width: AXIS, text: label, fontSize: 9.5 },
                  { width: "*", ...words },
              ],
              margin: [-AXIS, 0, 0, 11.5],
          }
        : { ...words, margin: [0, 0, 0, 11.5] };

const joined = (...words) => words.filter(Boolean).join(" ");

function table(block) {
    const row = (cells, bold) =>
        cells.map((cell, at) => ({ text: inline(cell), alignment: block.columns[at], bold }));
    const rows = block.rows.map((cells) => row(cells, false));
    if (block.total) rows.push(row(block.total, true));
    const made = {
        table: {
            headerRows: 1,
            widths: block.columns.map((align) => (align === "left" ? "*" : "auto")),
            body: [row(block.head, true), ...rows],
        },
        layout: RULES,
        ...(block.kind === "grid" && { fontSize: 8 }),
        margin: [block.kind === "grid" ? -AXIS : 0, 0, 0, 14],
    };
    const caption = joined(block.caption, block.legend);
    return caption ? [{ text: caption, fontSize: 9.5 }, made] : [made];
}

function decision(block) {
    const made = blocks(block.wording);
    if (block.result) {
        const { lead, words, figures } = block.result;
        made.push({ text: joined(lead, words, figures), bold: true });
    }
    if (block.table) made.push(...table(block.table));
    return [beside(block.label, { stack: made })];
}

function agenda(block) {
    const rows = (found, depth) =>
        found.flatMap((entry) => [
            {
                columns: [
                    { width: mm(9), text: entry.number },
                    {
                        width: "*",
                        text: joined(entry.title, entry.subject),
                        ...(entry.target && { linkToDestination: entry.target }),
                    },
                    { width: "auto", text: entry.paper ?? "" },
                ],
                margin: [depth * mm(11), 0, 0, 4],
            },
            ...rows(entry.entries ?? [], depth + 1),
        ]);
    return block.parts.flatMap((part) => [
        { text: part.name, bold: true },
        ...rows(part.entries, 0),
    ]);
}

function attendance(block) {
    const tables = [block.members, block.others].filter(Boolean).map((listed) => {
        const wide = (cells) => listed.head.map((_, at) => cells[at] ?? "");
        const rows = listed.groups.flatMap((group) =>
            group.rows.map((row, at) => {
                const name = [row.name, ...(row.annotations ?? [])].join(", ");
                return wide([at === 0 ? group.name : "", name, ...row.cells]);
            }),
        );
        const widths = listed.head.map(() => "auto");
        return {
            table: { headerRows: 1, widths, body: [listed.head, ...rows] },
            layout: RULES,
            margin: [-AXIS, 0, 0, 14],
        };
    });
    return [...tables, { text: block.legend, fontSize: 9 }];
}

const LISTS = {
    decimal: (items) => ({ ol: items }),
    lowerAlpha: (items) => ({ ol: items, type: "lower-alpha", separator: ")" }),
    dash: (items) => ({ ul: items }),
    own: (items) => ({ ul: items, type: "none" }),
};

const WRITERS = {
    section: (block) => ({
        text: block.title,
        fontSize: 15,
        bold: true,
        margin: [-AXIS, 18, 0, 6],
        ...(block.start === "newPage" && { pageBreak: "before" }),
    }),
    item: (block) => ({
        text: joined(block.label, block.title, block.subject, block.paper),
        fontSize: 12,
        bold: true,
        margin: [-AXIS, 18, 0, 6],
        id: block.anchor,
    }),
    subheading: (block) => ({ text: inline(block.content), bold: true, margin: [0, 6, 0, 4] }),
    paragraph: (block) => beside(block.label, { text: inline(block.content) }),
    quote: (block) => ({ stack: blocks(block.blocks), margin: [mm(7), 0, mm(7), 0] }),
    list: (block) =>
        LISTS[block.numbering](
            block.items.map((item) => {
                const own = block.numbering === "own" ? [{ text: item.label }] : [];
                return { stack: [...own, ...blocks(item.blocks)] };
            }),
        ),
    table,
    decision,
    agenda,
    attendance,
    lines: (block) => block.lines.map((line) => beside(line.label, { text: line.value })),
    signatures: (block) =>
        block.signers.flatMap((signer) => [
            { canvas: [{ type: "rect", x: 0, y: 0, w: mm(70), h: mm(20), lineWidth: 0.5 }] },
            { text: joined(`${signer.name},`, signer.role, signer.items) },
        ]),
};

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { letterhead: head, headline: top } = document;
const names = ["body", "organ", "organization", "contactHeading", "contactName", "placeAndDate"];
const definition = {
    pageSize: "A4",
    pageMargins: [mm(25), mm(31), mm(28), mm(28)],
    info: { title: document.title, author: document.author },
    language: "de-DE",
    version: "1.7",
    subset: "PDF/A-3b",
    displayTitle: true,
    header: { text: document.title, fontSize: 9, margin: [mm(25), mm(15), 0, 0] },
    footer: { text: document.footer, fontSize: 9, margin: [mm(25), 0, 0, 0] },
    defaultStyle: { font: "SourceSans3", fontSize: 11, lineHeight: 1.08 },
    content: [
        ...names.map((name) => ({ text: head[name] })),
        { text: top.title, fontSize: 25, bold: true },
        { text: top.subtitle },
        { text: top.scope },
        {
            stack: [
                ...WRITERS.lines({ lines: [...head.contact, ...document.session] }),
                ...blocks(document.blocks),
            ],
            margin: [AXIS, 0, 0, 0],
        },
    ],
};
writeFileSync(process.argv[3], JSON.stringify(definition));
