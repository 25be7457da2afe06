// What the window shows of redacted words, of a picture and of cells that are one, and that only the
// complete Niederschrift has the redacted words.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'
import { saved } from '../signing.mjs'

const clock = '2026-11-12T15:25:00Z'
const upright = { clock, width: 800, height: 1280 }
export const variants = {
  hell: { clock },
  dunkel: { clock, dark: true },
  hochkant: upright,
  'hochkant-dunkel': { ...upright, dark: true },
}

const NAME = 'Adele Quist'
const PICTURE = {
  graphic: { svg: "<svg xmlns='http://www.w3.org/2000/svg' width='320' height='120'><path fill='#1d4f7c' d='M20 70h60v50h-60zM110 40h60v80h-60zM200 10h60v110h-60z'/></svg>" },
  alternative: 'Drei Säulen, von links nach rechts höher',
  caption: 'Folie 3: Anträge je Jahr',
}

export async function play(stage) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample()
  await hands.ten()
  await hands.openSession()
  for (const number of ['1', '2', '3']) await hands.next(number)
  await hands.caret()
  await words(hands)
  await cells(hands)
  await picture(hands)
  await hands.says('Text gespeichert')
  await hands.tap('Menü')
  await hands.tap('Niederschrift')
  await hands.page()
  for (const [version, has] of [['Öffentlich', false], ['Vollständig', true]]) {
    const text = await wordsOf(await saved(stage, version))
    await hands.look(version.toLowerCase())
    if (text.includes(NAME) !== has || text.includes('[...]') === has) throw new Error(`${version}: ${text}`)
    if (!text.includes(PICTURE.caption)) throw new Error(`${version}: no picture`)
  }
}

async function wordsOf(file) {
  const { stdout } = await promisify(execFile)('pdftotext', [file, '-'], { timeout: 20_000 })
  return stdout.replace(/\s+/g, ' ')
}

async function insert(hands, label) {
  await hands.window.press([KEY.control, KEY.shift, 'e'])
  await hands.window.find('[role=menu]')
  await hands.tap(label)
  await hands.window.until('the menu is closed', 'return !document.querySelector("[role=menu]")')
}

/** The name that was just written is selected and redacted by the menu. */
async function words(hands) {
  const { window } = hands
  await window.press(`Antrag von ${NAME}`)
  for (let letter = 0; letter < NAME.length; letter += 1) await window.press([KEY.shift, KEY.left])
  await insert(hands, 'Schwärzen')
  await window.until('the passage', 'return document.querySelector(".rich-text mark")?.textContent === arguments[0]', NAME)
  await window.press([KEY.control, KEY.end], KEY.enter)
}

/** Two cells of the head become one by the menu. */
async function cells(hands) {
  const { window } = hands
  await insert(hands, 'Tabelle')
  await window.until('a cell', 'return document.querySelector(".rich-text [data-head]")')
  await window.press(KEY.home)
  await window.paste('Jahr\tAnzahl\n2025\t12')
  await window.until('the table', 'return document.querySelector(".rich-text figure").innerText.includes("12")')
  for (let cell = 0; cell < 4; cell += 1) await window.press([KEY.shift, KEY.tab])
  await window.press(KEY.tab)
  await hands.tap('Zelle')
  await hands.look('zelle')
  await hands.tap('Mit der Zelle rechts verbinden')
  await window.until('one cell', 'return document.querySelector(".rich-text [colspan=\'2\']")?.textContent === "Jahr Anzahl"')
  await hands.look('verbunden')
}

/** Copied out of another text. */
async function picture(hands) {
  const { window } = hands
  await window.press([KEY.control, KEY.end])
  const attribute = JSON.stringify(PICTURE).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
  await window.pasteHtml(`<figure data-pm-slice="0 0 []" data-picture="${attribute}"></figure>`)
  await window.find('.rich-text figure.picture')
  // It is selected; what is typed goes on below it.
  await window.press('Danach.')
  await window.until('words below', 'return document.querySelector(".rich-text figure.picture + p")?.textContent === "Danach."')
  await hands.look('bild')
}
