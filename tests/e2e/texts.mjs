// Writes the text of a script at an item, as somebody would who has most of it ready elsewhere: long
// texts, lists and tables are pasted as web pages and word processors give them; slots, paragraphs
// for sub-items, footnotes, labels and legends are made in the editor by keys and clicks.
import { KEY } from './driver.mjs'

/** Writes a text (RichText of a script) into the notes, which end with `after` or are empty. `number`
 * gives the number of a sub-item, `slot` the label of an act's slot in the menu, and which of several
 * it is. */
export async function write(hands, text, { after, number, slot }) {
  const { window } = hands
  const notes = await window.find('.notes [role=textbox]')
  if (!(await window.js('return document.activeElement === arguments[0]', notes))) await window.click(notes)
  await hands.caret()
  await window.press([KEY.control, KEY.end])
  let fresh = !after || after.type === 'fact' || after.type === 'table'
  let run = []
  /** What was collected goes in as one paste, into a paragraph of its own. */
  const flush = async () => {
    if (run.length === 0) return
    if (!fresh) await window.press(KEY.enter)
    await window.pasteHtml(run.map(html).join(''))
    for (const block of run) await labels(hands, block)
    await window.press([KEY.control, KEY.end])
    fresh = false
    run = []
  }
  for (const block of text.blocks) {
    if (block.type === 'fact') {
      await flush()
      const { label, nth } = slotOf(block.fact, slot)
      await insert(hands, label, nth)
      fresh = true
    } else if (block.type === 'table') {
      await flush()
      if (!fresh) await window.press(KEY.enter)
      await table(hands, block)
      fresh = true
    } else if (block.type === 'picture') {
      await flush()
      if (!fresh) await window.press(KEY.enter)
      await window.pasteHtml(picture(block))
      // It is selected as a whole now.
      await window.press(KEY.down, [KEY.control, KEY.end])
      fresh = true
    } else if (block.item) {
      await flush()
      if (!fresh) await window.press(KEY.enter)
      await insert(hands, `Absatz zu TOP ${number(block.item)}`)
      await window.paste(plain(block.content))
      fresh = false
    } else if (runs(block.content ?? []).some(({ type }) => type === 'footnote')) {
      await flush()
      if (!fresh) await window.press(KEY.enter)
      await withFootnotes(hands, block)
      fresh = false
    } else {
      run.push(block)
    }
  }
  await flush()
  await hands.says('Text gespeichert')
}

function slotOf(fact, slot) {
  const known = { opening: 'Eröffnung', invitation: 'Ladung', substitutions: 'Vertretungen', quorum: 'Beschlussfähigkeit' }
  return known[fact.of] ? { label: known[fact.of] } : slot(fact.act)
}

/** Opens the menu by its keys and takes what is called so; of several the nth. */
async function insert(hands, label, nth = 0) {
  await hands.window.press([KEY.control, KEY.shift, 'e'])
  await hands.window.find('[role=menu]')
  await hands.window.click(await hands.window.until(`„${label}“ ${nth}`, `
    const name = (one) => one.querySelector('.name').textContent.replace(/\\s+/g, ' ').trim()
    const all = [...document.querySelectorAll('[role=menu] [role^=menuitem]')]
    const named = all.filter((one) => name(one) === arguments[0])
    if (named.length === 0) return all.find((one) => name(one).startsWith(arguments[0]))
    return named[arguments[1]]`, label, nth))
  await hands.window.until('the menu is closed', 'return !document.querySelector("[role=menu]")')
}

async function table(hands, block) {
  const { window } = hands
  await window.pasteHtml(html(block))
  await window.until('the caret in the legend', `
    const at = getSelection().anchorNode
    return (at?.nodeType === 3 ? at.parentElement : at)?.closest('[data-legend]')`)
  if (block.legend) await window.paste(block.legend)
  await window.press(KEY.enter)
}

/** As it is copied out of another text; it cannot be put in otherwise yet. */
function picture({ graphic, alternative, caption }) {
  return `<figure data-pm-slice="0 0 []" data-picture="${escaped(JSON.stringify({ graphic, alternative, caption }))}"></figure>`
}

/** A paragraph with footnotes, one piece after the other. */
async function withFootnotes(hands, block) {
  const { window } = hands
  for (const run of runs(block.content)) {
    if (run.type === 'footnote') {
      await insert(hands, 'Fußnote')
      await window.until('the line of the footnote', 'return document.activeElement.matches("[data-inline-field]")')
      await window.paste(plain(run.content))
      await window.press(KEY.enter)
      await hands.caret()
    } else {
      // A blank at the end of a pasted text would be lost with it.
      const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(run.text)
      if (before) await window.press(before)
      await window.paste(words)
      if (after) await window.press(after)
    }
  }
}

/** Lists with labels of their own were pasted as plain ones: they get their labels here. */
async function labels(hands, block) {
  if (block.type !== 'list') return
  const { window } = hands
  for (const item of block.items) for (const inner of item.blocks) await labels(hands, inner)
  if (block.style !== 'labelled') return
  const first = ({ blocks: [one] }) => plain(one.content)
  const entry = (item) => window.until(`„${first(item).slice(0, 30)}“`, `
    return [...document.querySelectorAll('.rich-text li > div > p')].find((one) => one.textContent === arguments[0])`, first(item))
  await window.click(await entry(block.items[0]))
  await insert(hands, 'Liste mit eigenen Bezeichnungen')
  for (const item of block.items) {
    await window.click(await window.js('return arguments[0].closest("li").querySelector("input.label")', await entry(item)))
    await window.press(item.label, KEY.enter)
  }
}

function html(block) {
  switch (block.type) {
    case 'paragraph':
      return `<p>${line(block.content)}</p>`
    case 'list': {
      const items = block.items.map(({ blocks }) => `<li>${blocks.map(html).join('')}</li>`).join('')
      if (block.style === 'decimal') return `<ol>${items}</ol>`
      return block.style === 'lowerAlpha' ? `<ol type="a">${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'table': {
      const cells = (tag) => (row) => `<tr>${row.map((cell, at) => `<${tag} style="text-align: ${block.columns[at]}">${line(cell)}</${tag}>`).join('')}</tr>`
      const rows = [cells('th')(block.head), ...block.rows.map(cells('td'))]
      return `<table><caption>${escaped(block.caption)}</caption>${rows.join('')}</table>`
    }
    default:
      throw new Error(`no way to paste ${block.type}`)
  }
}

function runs(content) {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content
}

function plain(content) {
  return runs(content).map(({ text }) => text).join('')
}

function line(content) {
  return runs(content).map((run) => {
    if (run.type === 'link') return `<a href="${escaped(run.href)}">${escaped(run.href)}</a>`
    const marks = { bold: 'b', italic: 'i', underline: 'u' }
    return (run.marks ?? []).reduce((inner, mark) => `<${marks[mark]}>${inner}</${marks[mark]}>`, escaped(run.text))
  }).join('')
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
