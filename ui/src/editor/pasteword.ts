// Lists as Word puts them on the clipboard: paragraphs that name their level in the style and bring
// their sign as text. They are made lists before the page is read.

interface Entry {
  level: number
  sign: string
}

/** Makes lists of the list paragraphs of a page. */
export function wordLists(page: Document): void {
  const open: { level: number; list: HTMLElement }[] = []
  let before: Element | null = null
  for (const paragraph of [...page.querySelectorAll<HTMLElement>('p[style*="mso-list"], p[class*="MsoListParagraph"]')]) {
    const entry = entryOf(paragraph)
    if (!entry) continue
    if (paragraph.previousElementSibling !== before || before === null) open.length = 0
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > entry.level) open.pop()
    let at = open.at(-1)
    if (!at || at.level < entry.level) {
      const list = listOf(page, entry.sign)
      const parent = at?.list.lastElementChild
      if (parent) parent.append(list)
      else paragraph.before(list)
      if (!parent) before = list
      at = { level: entry.level, list }
      open.push(at)
    }
    const item = page.createElement('li')
    at.list.append(item)
    item.append(...paragraph.childNodes)
    paragraph.remove()
  }
}

/** Level and sign of a list paragraph; the sign is taken out of it. */
function entryOf(paragraph: HTMLElement): Entry | undefined {
  const level = Number(/mso-list\s*:[^;]*\blevel(\d+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0)
  const ignored = [...paragraph.querySelectorAll('span')].find((span) => /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''))
  if (level === 0 || !ignored) return undefined
  const sign = ignored.textContent.replace(/\s/g, '')
  ignored.remove()
  return { level, sign }
}

function listOf(page: Document, sign: string): HTMLElement {
  const number = /^\(?(\d+)[.)]/.exec(sign)?.[1]
  const letter = /^\(?([a-z])[.)]$/i.test(sign)
  const list = page.createElement(number !== undefined || letter ? 'ol' : 'ul')
  if (letter) list.setAttribute('type', 'a')
  if (number !== undefined) list.setAttribute('start', number)
  return list
}
