// A text with everything that it can hold is written by keys and clicks, is there again when its
// item is opened anew, and stands in the Niederschrift.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'hochkant-dunkel': { clock, width: 800, height: 1280, dark: true },
  groß: { clock, large: true },
}

const PASTED = 'Standort\tEuro\nAltenfurt\t1.200\nBorkental\t800'

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample({ large })
  await hands.ten()
  await hands.openSession()
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.tap('Beschlussfähigkeit feststellen')
  await formal(hands)
  await hands.next('2')
  await hands.next('3')
  await hands.clock('2026-11-12T15:53:00Z')
  await window.click(await hands.tile('Dornbusch'))
  await hands.tileSays('Dornbusch', 'ab 16:53')
  await hands.caret()

  await lists(hands)
  await table(hands)
  await inlines(hands)
  await slots(hands)

  await hands.says('Text gespeichert')
  const written = await saved(hands)
  await hands.look('geschrieben')
  await anew(hands, written)
  await document(hands, stage)
}

/** Opens the menu by its keys and takes what is called so. */
async function insert(hands, label) {
  await hands.window.press([KEY.control, KEY.shift, 'e'])
  await hands.window.find('[role=menu]')
  await hands.tap(label)
  await hands.window.until('the menu is closed', 'return !document.querySelector("[role=menu]")')
}

/** What was found at the beginning, and a paragraph for a sub-item. */
async function formal(hands) {
  const { window } = hands
  await hands.caret()
  await insert(hands, 'Eröffnung')
  await insert(hands, 'Beschlussfähigkeit')
  await window.until('two slots', 'return document.querySelectorAll(".rich-text .fact").length === 2')
  await insert(hands, 'Absatz zu TOP 1.5')
  await window.press('Die Tagesordnung bleibt unverändert.')
  await window.press([KEY.control, KEY.shift, 'e'])
  await window.find('[role=menu]')
  await hands.look('unterpunkte')
  await window.press(KEY.escape)
  await hands.caret()
  // A slot is selected as a whole by the arrow keys.
  await window.press(KEY.home, KEY.up)
  await window.until('a selected slot', 'return document.querySelector(".fact.ProseMirror-selectednode")')
  await hands.look('stellen')
  await hands.says('Text gespeichert')
}

async function lists(hands) {
  const { window } = hands
  await window.press('Herr Wittkopp fragt nach:', KEY.enter, [KEY.control, KEY.shift, '7'], 'Wie hoch sind die Kosten?', KEY.enter, 'Wer trägt sie?', KEY.enter, KEY.tab)
  await insert(hands, 'Liste mit eigenen Bezeichnungen')
  await window.press('Die Kosten stehen unten.', KEY.home, KEY.left)
  await window.until('the label', 'return document.activeElement.matches("input.label")')
  await window.press('Zu a)', KEY.enter, KEY.end, KEY.enter)
  await window.until('the next label', 'return [...document.querySelectorAll("input.label")].some((one) => one.value === "Zu b)")')
  await window.press('Der Kreis trägt sie:', KEY.enter)
  await window.press(KEY.tab, [KEY.control, KEY.shift, '8'], 'im Haushalt 2026', KEY.enter, 'im Haushalt 2027')
  await hands.look('listen')
  // Each Enter in an empty entry goes one step out.
  for (let step = 0; step < 4; step += 1) await window.press(KEY.enter)
  await window.until('out of the lists', outside)
}

const outside = `
  const at = getSelection().anchorNode
  const one = at?.nodeType === 3 ? at.parentElement : at
  return one && !one.closest('li')`

async function table(hands) {
  const { window } = hands
  await window.press('Übersicht:')
  await window.press([KEY.control, KEY.shift, 'e'])
  await window.find('[role=menu]')
  await hands.look('einfügen')
  await hands.tap('Tabelle')
  await window.until('a cell', 'return document.querySelector(".rich-text [data-head]")')
  await window.press(KEY.home)
  await window.paste(PASTED)
  await window.until('the table', 'return document.querySelectorAll(".rich-text td").length === 6 && document.querySelector(".rich-text figure").innerText.includes("800")')
  await hands.tap('Zeile')
  await hands.tap('Summenzeile anfügen')
  await window.press('Summe', KEY.tab, '2.000')
  await hands.tap('Spalte')
  await hands.look('spalte')
  await hands.tap('Rechtsbündig')
  // Back through the cells to the caption, and forth to the legend.
  for (let cell = 0; cell < 8; cell += 1) await window.press([KEY.shift, KEY.tab])
  await window.press('Kosten der Standorte', KEY.tab)
  await hands.look('tabelle')
  for (let cell = 0; cell < 8; cell += 1) await window.press(KEY.tab)
  await window.press('Beträge ohne Umsatzsteuer', KEY.enter)
}

async function inlines(hands) {
  const { window } = hands
  await window.press('Die Zahlen sind vorläufig')
  await insert(hands, 'Fußnote')
  await window.until('the line of the footnote', 'return document.activeElement.matches("[data-inline-field]")')
  await window.press('Stand der Planung im November.')
  await hands.look('fußnote')
  await window.press(KEY.enter)
  await hands.caret()
  await window.press(' und stehen unter ')
  await insert(hands, 'Verweis auf eine Adresse')
  await window.until('the line of the address', 'return document.activeElement.matches("[data-inline-field]")')
  await window.press('keine adresse', KEY.enter)
  await hands.says('Das ist keine vollständige Adresse.')
  await hands.look('verweis')
  await window.press([KEY.control, 'a'], 'www.kreis-wiesenthal.example/kosten', KEY.enter)
  await hands.caret()
  await window.press('.', KEY.enter)
  await insert(hands, 'Zwischenüberschrift')
  await window.press('Aussprache', KEY.enter)
  await insert(hands, 'Zitat')
  await window.press('Wir bleiben dabei.', KEY.enter, KEY.enter)
}

async function slots(hands) {
  const { window } = hands
  await insert(hands, 'Verlauf 16:53')
  await window.until('a slot', 'return document.querySelector(".rich-text .fact")?.innerText.includes("Dornbusch")')
  await window.press('Danach wird abgestimmt.', KEY.enter)
  await hands.tap('Auszählen')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await window.press('2')
  await hands.says('angenommen')
  await hands.usable('Ergebnis festhalten')
  await window.press(KEY.enter)
  await hands.result('2 Gegenstimmen')
  await hands.caret()
  await window.press([KEY.control, KEY.end])
  await insert(hands, 'Ergebnis')
  await window.until('the result in the text', 'return [...document.querySelectorAll(".rich-text .fact")].length === 2')
}

/** What the text shows, without what only the caret brings. */
async function saved(hands) {
  await hands.window.until('nothing unsaved', 'return document.body.innerText.includes("Text gespeichert")')
  return shown(hands)
}

function shown(hands) {
  return hands.window.js(`
    const copy = document.querySelector('.rich-text .ProseMirror').cloneNode(true)
    for (const one of copy.querySelectorAll('.ProseMirror-trailingBreak, .ProseMirror-separator')) one.remove()
    for (const one of copy.querySelectorAll('[class]')) one.classList.remove('ProseMirror-selectednode')
    const labels = [...document.querySelectorAll('.rich-text input.label')].map((one) => one.value)
    while (copy.lastElementChild?.matches('p:empty')) copy.lastElementChild.remove()
    return JSON.stringify([labels, copy.innerHTML.replaceAll(' class=""', '').replaceAll(/ size="\\d+"/g, '')])`)
}

async function anew(hands, written) {
  const { window } = hands
  await window.press([KEY.alt, '2'])
  await window.until('another text', 'return !document.querySelector(".rich-text figure")')
  await window.press([KEY.alt, '3'])
  await window.until('the text again', 'return document.querySelector(".rich-text figure")')
  const again = await shown(hands)
  if (again !== written) throw new Error(`the text is another one:\n${written}\n${again}`)
  await window.js('document.querySelector(".rich-text").scrollTop = 0')
  await hands.look('wieder-da')
}

async function document(hands, stage) {
  await hands.tap('Menü')
  await hands.tap('Niederschrift')
  await hands.page()
  const file = stage.file('entwurf.pdf')
  await stage.answers(file)
  await hands.tap('Speichern')
  await hands.says('Gespeichert als')
  await hands.tap('3')
  await stage.window.find('.rich-text figure')
  await hands.look('niederschrift')
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'], { timeout: 20_000 })
  const text = stdout.replace(/\s+/g, ' ')
  for (const words of ['1.5 Die Tagesordnung bleibt unverändert.', 'Von 17 stimmberechtigten Mitgliedern', 'Zu a) Die Kosten stehen unten.', 'Kosten der Standorte', 'Altenfurt 1.200', 'Summe 2.000', 'Stand der Planung im November.', 'https://www.kreis-wiesenthal.', 'Aussprache', 'Wir bleiben dabei.', 'Dornbusch', '2 Gegenstimmen']) {
    if (!text.includes(words)) throw new Error(`not in the Niederschrift: ${words}`)
  }
}
