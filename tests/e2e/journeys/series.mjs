// A budget: twenty motions pasted from a spreadsheet, voted on one after the other by one key each,
// a motion on procedure in the middle of a count, a doubted count, the rest en bloc with exceptions.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'hochkant-dunkel': { clock, dark: true, width: 800, height: 1280 },
  groß: { clock, large: true },
}

const MOVERS = ['WU', 'SL', 'GL', 'Freie Bürger', 'SL, GL']
const line = (number) => [number, MOVERS[number % MOVERS.length], `21.10.${String(number).padStart(2, '0')}, S. ${100 + number}`, `${number}.000`, `${number + 4}.500`].join('\t')
const LIST = [
  ['Nr.', 'Antrag von', 'Haushaltsstelle', 'bisher', 'beantragt'].join('\t'),
  ...Array.from({ length: 19 }, (_, index) => line(index + 1)),
  ['20', 'Seniorenrat', '21.10.20, S. 120', '', '3.000'].join('\t'),
  'Summe 210.000',
].join('\n')

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  const { window } = stage
  await begin(hands, large)

  await hands.tap('Weiteres')
  await hands.tap('Antragsliste einfügen')
  await hands.opened()
  await hands.pasteInto('Zeilen aus der Tabelle', LIST)
  await hands.says('20 Anträge übernehmen')
  await hands.says('Zeile 21: „Seniorenrat“ ist keine Fraktion und niemand am Tisch')
  await hands.says('Zeile 22: Die Spalten sind nicht durch Tabulatoren getrennt.')
  await hands.look('liste')
  await hands.tap('20 Anträge übernehmen')
  await hands.closed()
  await hands.says('20 von 20 offen')
  await hands.look('anträge')
  await hands.tap('Antrag 20 zurückziehen')
  await hands.says('19 von 20 offen')

  // The first is counted, then one key repeats it.
  await window.press([KEY.alt, 'r'])
  await hands.usable('Reihe verlassen')
  await hands.look('reihe')
  await window.press('a')
  await typed(hands, '6')
  await hands.look('zählen')
  await window.press(KEY.enter)
  await open(hands, 18)
  await hands.look('wie-zuvor')
  for (const left of [17, 16, 15]) {
    await window.press(KEY.enter)
    await open(hands, left)
  }

  // A motion on procedure while a count is being entered: what was typed is still there.
  await window.press('a')
  await typed(hands, '4')
  await window.press([KEY.alt, 'g'])
  await hands.opened()
  await hands.look('geschäftsordnung')
  await hands.tap('Unterbrechung der Sitzung')
  await hands.usable('Zurück ohne Abstimmung')
  await hands.look('dazwischen')
  await window.press('e')
  await hands.says('Abstimmung: Antrag 5')
  await numbers(hands, '4')
  await window.press(KEY.enter)
  await open(hands, 14)

  // The first count is doubted. It stays, and the new one holds.
  await look(hands, 'Antrag 1')
  await hands.look('antrag')
  await hands.tap('Neu auszählen')
  await typed(hands, '3')
  await hands.says('bleibt in der Aufzeichnung')
  await hands.look('neu-gezählt')
  await window.press(KEY.enter)
  await hands.usable('Reihe verlassen')

  // All that wait but two.
  await window.click(await window.named('Gemeinsam', '[role=radio]'))
  await hands.says('14 von 14 ausgewählt')
  for (const name of ['Über Antrag 10', 'Über Antrag 15']) {
    await window.click(await window.until(name, 'return [...document.querySelectorAll("[role=checkbox]")].find((one) => one.getAttribute("aria-label").startsWith(arguments[0]))', name))
  }
  await hands.says('12 von 14 ausgewählt')
  await hands.look('gemeinsam')
  await hands.tap('Gemeinsam abstimmen')
  await hands.says('Anträge 6 bis 9, 11 bis 14 und 16 bis 19')
  await hands.look('en-bloc')
  await window.press('e')
  await open(hands, 2)
  await window.click(await window.named('Einzeln', '[role=radio]'))
  await hands.usable('Wie zuvor')
  await window.press(KEY.tab)
  await hands.tap('Wie zuvor')
  await open(hands, 1)
  await window.press(KEY.enter)
  await hands.says('Über alle Anträge ist entschieden.')
  await window.press(KEY.escape)

  // What was decided on procedure is offered, and done by a tap.
  await hands.usable('Sitzung unterbrechen')
  await hands.look('folge')
  await filed(hands)
  await minutes(hands, stage)
}

/** A session at its third item. */
async function begin(hands, large) {
  await hands.sample({ large })
  await hands.ten()
  await hands.openSession()
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.next('2')
  await hands.next('3')
}

/** One more motion by keyboard, with its mover by two letters. */
async function filed(hands) {
  const { window } = hands
  await window.press([KEY.alt, 'a'])
  await hands.opened()
  await window.click(await window.field('Antrag von'))
  await window.press('So', KEY.enter, KEY.tab)
  await hands.says('Soziale Liste')
  await hands.fillIn('Wortlaut', 'Der Ansatz wird gesperrt.')
  await hands.look('antrag-eintragen')
  await window.press([KEY.control, KEY.enter])
  await hands.usable('Zurück ohne Abstimmung')
  await window.press('e')
  await window.until('Antrag 21 accepted', `
    return [...document.querySelectorAll('button.line')].some((one) => one.querySelector('.name')?.textContent.trim() === 'Antrag 21' && one.innerText.includes('angenommen'))`)
}

/** The Niederschrift tells the series in one table. */
async function minutes(hands, stage) {
  await hands.tap('Menü')
  await hands.tap('Niederschrift')
  await hands.page()
  const file = stage.file('entwurf.pdf')
  await stage.answers(file)
  await hands.tap('Speichern')
  await hands.says('Gespeichert als')
  await hands.look('niederschrift')
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'], { timeout: 20_000 })
  const text = stdout.replace(/\s+/g, ' ')
  for (const words of ['Anträge und Ergebnisse', '21.10.20, S. 120 3.000 zurückgezogen', 'Die Abstimmung wird wiederholt.', 'Anträge 6 bis 9, 11 bis 14 und 16 bis 19', 'Unterbrechung der Sitzung', 'Der Ansatz wird gesperrt.']) {
    if (!text.includes(words)) throw new Error(`not in the Niederschrift: ${words}`)
  }
}

/** So many motions wait. */
function open(hands, count) {
  return hands.window.until(`${count} that wait`, 'return [...document.querySelectorAll("main .state.pending, .state.pending")].length === arguments[0]', count)
}

/** Types a number of votes against where it stands already under the caret. */
async function typed(hands, against) {
  await hands.window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await hands.window.press(against)
  await numbers(hands, against)
}

function numbers(hands, against) {
  return hands.window.until(`${against} against`, 'return [...document.querySelectorAll(".numbers input")].filter((one) => one.checkVisibility())[1]?.value === arguments[0]', against)
}

/** Opens a motion from the list. */
async function look(hands, name) {
  await hands.window.click(await hands.window.until(name, 'return [...document.querySelectorAll("button.line")].find((one) => one.checkVisibility() && one.querySelector(".name")?.textContent === arguments[0])', name))
  await hands.opened()
}
