// A wrong opening, a wrong arrival and a wrong vote are corrected: the log shows both entries, the Niederschrift only
// what holds.
import { readFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

export const variants = { '': { clock: '2026-11-12T15:25:00Z' } }

export async function play(stage) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample()
  await hands.ten()
  await hands.openSession()
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.next('2')
  await hands.next('3')

  // Dornbusch came at 16:45, not at 16:53; Osterwind did not come at all.
  await hands.clock('2026-11-12T15:53:00Z')
  await window.click(await hands.tile('Dornbusch'))
  await hands.tileSays('Dornbusch', 'ab 16:53')
  await window.click(await hands.tile('Osterwind'))
  await hands.tileSays('Osterwind', 'ab 16:53')
  await hands.tap('Menü')
  await hands.tap('Verlauf')
  await hands.says('Nichts wird gelöscht')
  await hands.look('verlauf')
  await row(hands, 'Dornbusch', 'Uhrzeit ändern')
  await window.until('the time', 'return document.activeElement.matches("li form input")')
  await window.press('16:45', KEY.enter)
  await hands.tileSays('Dornbusch', 'ab 16:45')
  await row(hands, 'Osterwind', 'Zurücknehmen')
  await hands.tileSays('Osterwind', 'fehlt')
  // The clock was taken when it was tapped; the chair had opened two minutes before.
  await row(hands, 'Sitzung eröffnet', 'Uhrzeit ändern')
  await window.until('the time', 'return document.activeElement.matches("li form input")')
  await window.press('16:30', KEY.enter)
  await hands.says('eröffnet 16:30')
  await hands.look('verlauf-berichtigt')
  await window.press(KEY.escape)
  await hands.closed()

  // The vote was 8 to 2, not 9 to 1.
  await hands.clock('2026-11-12T15:58:00Z')
  await vote(hands, '1')
  await hands.result('1 Gegenstimme')
  await hands.clock('2026-11-12T16:01:00Z')
  await hands.tap('Korrigieren')
  await hands.look('korrigieren')
  await vote(hands, '2')
  await hands.result('2 Gegenstimmen')
  await hands.tap('Menü')
  await hands.tap('Verlauf')
  await hands.says('Nichts wird gelöscht')
  await hands.says('mehrheitlich bei 2 Gegenstimmen angenommen berichtigt: TOP 3: mehrheitlich bei 1 Gegenstimme angenommen')
  await hands.look('verlauf-abstimmung')
  await window.press(KEY.escape)
  await hands.closed()
  await unsaid(hands)

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
  for (const words of ['Um 16:30 Uhr eröffnet', 'ab 16:45 Uhr', '2 Gegenstimmen']) {
    if (!text.includes(words)) throw new Error(`not in the Niederschrift: ${words}`)
  }
  for (const words of ['ab 16:53', '1 Gegenstimme ']) {
    if (text.includes(words)) throw new Error(`still in the Niederschrift: ${words}`)
  }
  if ((await readFile(file)).length === 0) throw new Error('an empty file')
}

/** Nobody said who abstained: the number is emptied, and nothing remains for "Ja". Who came since
 * does not count in a correction. */
async function unsaid(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T16:04:00Z')
  await window.click(await hands.tile('Osterwind'))
  await hands.tileSays('Osterwind', 'ab 17:04')
  await counting(hands, '9,2,0')
  await window.press(KEY.tab, KEY.delete)
  await hands.says('11 stimmberechtigt anwesend, 2 genannt')
  await numbers(hands, ',2,')
  await hands.look('nicht-genannt')
  await window.press(KEY.enter)
  await window.until('a result without "Ja"', 'return document.querySelector(".result dl")?.innerText.trim().replace(/\\s+/g, " ") === "2 Nein"')
  // What was recorded is what the next correction begins with.
  await counting(hands, ',2,')
  await window.press('0', KEY.tab, '1')
  await numbers(hands, ',0,1')
  await hands.tap('Rest einsetzen')
  await numbers(hands, '10,0,1')
  await hands.says('einstimmig bei 1 Enthaltung angenommen')
  await window.press(KEY.escape)
  await hands.result('2 Gegenstimmen')
}

/** Begins to correct the vote, and sees these numbers. */
async function counting(hands, expected) {
  await hands.tap('Korrigieren')
  await hands.tap('Auszählen')
  await hands.window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await numbers(hands, expected)
}

function numbers(hands, expected) {
  return hands.window.until(`the numbers ${expected}`, `
    return [...document.querySelectorAll('.numbers input')].map((one) => one.value).join() === arguments[0]`, expected)
}

/** A button in the row of the log that names somebody. */
async function row(hands, name, label) {
  const found = await hands.window.until(`${label}: ${name}`, `
    if (document.querySelector('.session[aria-busy=true]')) return
    const rows = [...document.querySelectorAll('dialog ol > li')]
    const row = rows.find((one) => one.innerText.includes(arguments[0]) && !one.classList.contains('withdrawn'))
    return [...(row?.querySelectorAll('button') ?? [])].find((one) => one.innerText.trim() === arguments[1] && !one.matches(':disabled, [aria-disabled=true]'))`, name, label)
  await hands.window.click(found)
}

async function vote(hands, against) {
  await hands.tap('Auszählen')
  await hands.window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  // Faster than what remains can be known.
  await hands.window.press(against, KEY.enter)
}
