// Makes of pasted HTML what the text can hold: paragraphs, three marks, lists, tables and links. Of
// everything else the words stay; scripts, styles and pictures go. Nothing of it is ever shown: it is
// read in a document of its own, and written anew.

import { addressOf } from './address'
import { wordLists } from './pasteword'

/** Elements whose content is no text of the page. */
const DROPPED = 'script, style, template, noscript, head, title, meta, link, svg, math, object, embed, iframe, canvas, audio, video, select, textarea, button, input'

const INLINE = new Set('a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark o:p q s samp small span strike strong sub sup time tt u var wbr'.split(' '))

type MarkTag = 'strong' | 'em' | 'u'

/** What the clipboard brings, as HTML that the editor reads. What was copied in an editor stays. */
export function cleanHtml(html: string): string {
  if (/\sdata-pm-slice=/.test(html)) return html
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const one of page.querySelectorAll(DROPPED)) one.remove()
  wordLists(page)
  const sheet = new Sheet(true)
  readChildren(page.body, sheet, [])
  return sheet.html()
}

/** Lines with the same number of tabs, as a spreadsheet gives them: a table; nothing otherwise. */
export function tabbedTable(text: string): string | undefined {
  const lines = text.replace(/\s*$/, '').split(/\r\n?|\n/)
  const rows = lines.map((line) => line.split('\t'))
  const width = rows[0]?.length ?? 0
  if (rows.length < 2 || width < 2 || rows.some((row) => row.length !== width)) return undefined
  return tableHtml('', rows.map((row) => row.map((cell) => ({ html: escaped(cell.trim()), align: alignOfText(cell), spans: [1, 1] }))))
}

/** What is written: blocks, and the line that is not finished yet. */
class Sheet {
  #blocks = ''
  #line = ''
  #seen = false

  /** `structured` sheets hold blocks; in the others all stands in one line. */
  constructor(readonly structured: boolean) {}

  text(text: string, marks: readonly MarkTag[]) {
    const words = marks.reduceRight((inner, mark) => `<${mark}>${inner}</${mark}>`, escaped(text))
    this.#line += words
    this.#seen ||= text.trim() !== ''
  }

  /** Something that stands in the line and is no text. */
  mark(html: string) {
    this.#line += html
    this.#seen = true
  }

  /** Ends the line. */
  end() {
    if (this.structured) {
      if (this.#seen) this.#blocks += `<p>${this.#line}</p>`
      this.#line = ''
      this.#seen = false
    } else if (this.#line !== '') {
      this.#line += ' '
    }
  }

  block(html: string) {
    this.end()
    this.#blocks += html
  }

  html(): string {
    this.end()
    return this.structured ? this.#blocks : this.#line.trim()
  }
}

function readChildren(node: Node, sheet: Sheet, marks: readonly MarkTag[]) {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) readText(child, sheet, marks)
    else if (child instanceof HTMLElement) readElement(child, sheet, marks)
    else if (child.nodeType === 1) readChildren(child, sheet, marks)
  }
}

/** Only preformatted text has lines of its own. */
function readText(node: Node, sheet: Sheet, marks: readonly MarkTag[]) {
  const text = node.textContent ?? ''
  if (!node.parentElement?.closest('pre')) {
    sheet.text(text, marks)
    return
  }
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (index > 0) sheet.end()
    sheet.text(line, marks)
  })
}

function readElement(element: HTMLElement, sheet: Sheet, marks: readonly MarkTag[]) {
  const tag = element.localName
  if (tag === 'br' || tag === 'hr') {
    sheet.end()
    return
  }
  if (tag === 'a' && readLink(element, sheet, marks)) return
  if (sheet.structured && (tag === 'ul' || tag === 'ol')) {
    sheet.block(listHtml(element))
    return
  }
  if (sheet.structured && tag === 'table') {
    readTable(element, sheet)
    return
  }
  const inside = marksOf(element, marks)
  if (INLINE.has(tag)) {
    readChildren(element, sheet, inside)
    return
  }
  sheet.end()
  readChildren(element, sheet, inside)
  sheet.end()
}

/** The marks inside an element, by its name or by its style. */
function marksOf(element: HTMLElement, marks: readonly MarkTag[]): MarkTag[] {
  const style = element.getAttribute('style')?.toLowerCase() ?? ''
  const says = (property: string) => new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`).exec(style)?.[1]?.trim()
  const tag = element.localName
  const weight = says('font-weight')
  const slant = says('font-style')
  const found = new Set(marks)
  const set = (mark: MarkTag, on: boolean, off: boolean) => {
    if (on && !off) found.add(mark)
    else if (off) found.delete(mark)
  }
  set('strong', ['b', 'strong'].includes(tag) || /^(?:bold|[6-9]00)/.test(weight ?? ''), /^(?:normal|[1-4]00)/.test(weight ?? ''))
  set('em', ['i', 'em'].includes(tag) || /^(?:italic|oblique)/.test(slant ?? ''), slant === 'normal')
  // A line below an address is no emphasis.
  const underlined = ['u', 'ins'].includes(tag) || (says('text-decoration(?:-line)?') ?? '').includes('underline')
  set('u', underlined && !element.closest('a'), false)
  return [...found]
}

/** An address that is its own text becomes a link; words with an address keep it in brackets. */
function readLink(element: HTMLElement, sheet: Sheet, marks: readonly MarkTag[]): boolean {
  const written = element.getAttribute('href') ?? ''
  const href = /^(?:https?|mailto):/i.test(written) ? addressOf(written) : undefined
  if (href === undefined) return false
  const words = (element.textContent).replace(/\s+/g, ' ').trim()
  const link = `<span data-link="${escaped(href)}"></span>`
  if (words === '' || addressOf(words) === href || plainAddress(words) === plainAddress(href)) {
    sheet.mark(link)
    return true
  }
  readChildren(element, sheet, marks)
  sheet.text(' (', marks)
  sheet.mark(link)
  sheet.text(')', marks)
  return true
}

function plainAddress(address: string): string {
  return address.toLowerCase().replace(/^(?:https?:\/\/|mailto:)/, '').replace(/^www\./, '').replace(/\/$/, '')
}

function listHtml(list: HTMLElement): string {
  const items: Sheet[] = []
  const last = () => items.at(-1) ?? (items[items.push(new Sheet(true)) - 1] as Sheet)
  for (const child of list.childNodes) {
    if (child instanceof HTMLElement && child.localName === 'li') {
      items.push(new Sheet(true))
      readChildren(child, last(), [])
    } else if (child instanceof HTMLElement) {
      // A list right inside a list belongs to the entry before it.
      readElement(child, last(), [])
    } else if (child.textContent?.trim()) {
      last().text(child.textContent, [])
    }
  }
  const content = items.map((item) => `<li>${item.html() || '<p></p>'}</li>`).join('')
  if (content === '') return ''
  if (list.localName === 'ul') return `<ul>${content}</ul>`
  const type = list.getAttribute('type') ?? ''
  const letters = /^a$/i.test(type) || /list-style(?:-type)?\s*:\s*(?:lower|upper)-(?:alpha|latin)/i.test(list.getAttribute('style') ?? '')
  const start = escaped(list.getAttribute('start') ?? '1')
  return `<ol${letters ? ' type="a"' : ''} start="${start}">${content}</ol>`
}

interface Cell {
  html: string
  align: string
  /** Columns and rows; none for a place that another cell covers. */
  spans?: [number, number]
}

/** A table; one of a single cell is only there for the looks and is read as text. */
function readTable(table: HTMLElement, sheet: Sheet) {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const grid: (Cell | undefined)[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    for (const cell of row.querySelectorAll<HTMLElement>('td, th')) {
      if (cell.closest('tr') !== row) continue
      let column = 0
      while (grid[at]?.[column]) column += 1
      const inLine = new Sheet(false)
      readChildren(cell, inLine, [])
      const free = (row: number) => freeFrom(grid[row] ?? [], column, span(cell, 'colspan'))
      // The head is one row.
      const high = at === 0 ? 1 : Math.min(span(cell, 'rowspan'), rows.length - at)
      const lines = Array.from({ length: high }, (_, down) => at + down)
      const wide = Math.min(...lines.map(free))
      for (const line of lines) {
        for (let right = 0; right < wide; right += 1) {
          const first = line === at && right === 0
          const one: Cell = { html: first ? inLine.html() : '', align: alignOf(cell) }
          const row = grid[line]
          if (row) row[column + right] = first ? { ...one, spans: [wide, high] } : one
        }
      }
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  const full = grid.map((row) => Array.from({ length: width }, (_, at): Cell => row[at] ?? { html: '', align: 'left', spans: [1, 1] }))
  if (width === 0 || (width === 1 && full.length === 1)) {
    for (const row of rows) readChildren(row, sheet, [])
    return
  }
  sheet.block(tableHtml(escaped(table.querySelector('caption')?.textContent.replace(/\s+/g, ' ').trim() ?? ''), full))
}

/** How many of so many places are free from a column on; at least the first. */
function freeFrom(row: readonly (Cell | undefined)[], column: number, wide: number): number {
  let free = 1
  while (free < wide && !row[column + free]) free += 1
  return free
}

function span(cell: HTMLElement, name: string): number {
  const wide = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return wide > 1 ? Math.min(wide, 100) : 1
}

function alignOf(cell: HTMLElement): string {
  const style = /text-align\s*:\s*(\w+)/i.exec(cell.getAttribute('style') ?? '')?.[1]
  return (style ?? cell.getAttribute('align') ?? alignOfText(cell.textContent)).toLowerCase()
}

/** Numbers and amounts stand right. */
function alignOfText(text: string): string {
  return /^[-–+]?[\d.,\s]*\d[\d.,\s]*(?:%|€|EUR|Euro)?$/.test(text.trim()) ? 'right' : 'left'
}

/** Columns are aligned as their first row below the head. */
function tableHtml(caption: string, rows: readonly (readonly Cell[])[]): string {
  const aligns = (rows[1] ?? rows[0] ?? []).map(({ align }) => align)
  const cell = ({ html, spans }: Cell, at: number, tag: string) => {
    if (!spans) return ''
    const [wide, high] = spans
    const over = `${wide > 1 ? ` colspan="${String(wide)}"` : ''}${high > 1 ? ` rowspan="${String(high)}"` : ''}`
    return `<${tag} data-align="${escaped(aligns[at] ?? 'left')}"${over}>${html}</${tag}>`
  }
  const line = (cells: readonly Cell[], tag: string) => `<tr>${cells.map((one, at) => cell(one, at, tag)).join('')}</tr>`
  const body = rows.map((cells, at) => line(cells, at === 0 ? 'th' : 'td')).join('')
  return `<figure><div data-caption>${caption}</div><table><tbody>${body}</tbody></table><div data-legend></div></figure>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
