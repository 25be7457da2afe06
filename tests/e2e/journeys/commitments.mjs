// What was promised in the last session is proposed where the next one is prepared: taken onto the
// agenda by one tap, with its origin and the next number, each in its part. By pointer and by key.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { ours, sitzungsbuch } from '../programs.mjs'

const clock = '2026-11-20T09:00:00Z'
export const variants = {
  hell: { prepare, clock },
  'hochkant, dunkel': { prepare, clock, dark: true, width: 800, height: 1280 },
}

const AGENDA = `Öffentlicher Teil
1. Formalien
2. Digitaler Bauantrag
Nichtöffentlicher Teil
3. Vergabe von Wartungsleistungen`

const text = (words) => ({ blocks: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })
const promised = (at, item, words) => ({
  at: `2026-11-12T${at}`,
  do: { type: 'recordProceeding', item, proceeding: { kind: 'commitment', text: text(words), due: 'nextMeeting' } },
})

/** The sample session with two commitments, recorded and closed. */
async function prepare(stage) {
  const script = JSON.parse(await readFile(ours('assets/sample/kreis-wiesenthal.json'), 'utf8'))
  const last = script.acts.length - 1
  const late = [
    promised('16:50', 'wt26-3', 'Die Verwaltung stellt dar, welche Mittel 2026 nicht abgeflossen sind.'),
    promised('17:50', 'wt26-11', 'Der Vertrag wird dem Ausschuss vorgelegt.'),
  ].map((act) => ({ ...act, entered: script.acts[last].at }))
  script.acts.splice(last, 0, ...late)
  await writeFile(stage.file('zusagen.json'), JSON.stringify(script))
  const vault = join(stage.home, 'tresor.sitzungsbuch')
  await sitzungsbuch(['play', stage.file('zusagen.json'), '--vault', vault, '--out', stage.file('gespielt')], PASSPHRASE)
}

export async function play(stage) {
  const hands = new Hands(stage)
  const { window } = hands
  await hands.fill()
  await hands.unlock()
  await hands.tap('Neue Sitzung')
  await hands.says('Offene Zusagen')
  await hands.pasteInto('Liste der Punkte', AGENDA)
  await hands.says('3 Punkte')
  await window.js('arguments[0].scrollIntoView({ block: "center" })', await hands.usable('Übernehmen: Die Verwaltung'))
  await hands.look('vorgeschlagen')

  await hands.tap('Übernehmen: Die Verwaltung')
  await hands.says('4 Punkte')
  await window.until('the focus where it was', 'return document.activeElement.innerText.trim() === "In der Tagesordnung"')
  await window.js('arguments[0].focus()', await hands.usable('Übernehmen: Der Vertrag'))
  await window.press(KEY.enter)
  await hands.says('5 Punkte, davon 2 nichtöffentlich')
  await window.until('nothing to take any more', 'return ![...document.querySelectorAll("button")].some((one) => one.innerText.trim() === "Übernehmen")')
  await hands.look('übernommen')
  const list = await window.js('return document.querySelector("textarea").value')
  const numbers = list.split('\n').map((line) => /^\d+/.exec(line)?.[0]).filter(Boolean).join()
  if (numbers !== '1,2,3,4,5') throw new Error(`the numbers: ${numbers}`)

  await window.press([KEY.control, KEY.enter])
  await hands.says('Anwesenheit vor der Eröffnung')
  await window.press(KEY.f10)
  await hands.tap('Übersicht')
  await hands.says('vorbereitet')
}
