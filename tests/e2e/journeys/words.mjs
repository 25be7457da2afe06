// The words of a result: changed by key and by tap, a contradiction told while they are typed and
// recorded all the same, taken back; on the display and in the log, and after the session is over.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
const standing = { width: 800, height: 1280 }
export const variants = {
  hell: { clock },
  'dunkel-hochkant': { clock, dark: true, ...standing },
  groß: { clock, large: true },
}

const DERIVED = 'mehrheitlich bei 2 Gegenstimmen angenommen'

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  await hands.sample({ large })
  await hands.ten()
  await hands.openSession()
  await voted(hands)
  await byKeys(hands)
  await byTaps(hands)
  await afterwards(hands)
}

/** Eight to two on item 3. */
async function voted(hands) {
  const { window } = hands
  for (const number of ['1', '2', '3']) await hands.next(number)
  await window.press(KEY.f8, 'A')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await window.press('2')
  await hands.says(DERIVED)
  await window.press(KEY.enter)
  await hands.result(DERIVED)
  await hands.caret()
}

/** Alt+W, the words, Enter; what contradicts the numbers is said before that. */
async function byKeys(hands) {
  const { window } = hands
  await window.press([KEY.alt, 'w'])
  await window.until('the words', 'return document.activeElement.closest("dialog input")')
  await hands.says(`Aus den Zahlen ergibt sich: ${DERIVED}`)
  await window.press([KEY.control, 'a'], 'einstimmig angenommen')
  await hands.says('Widerspruch: „einstimmig“ passt nicht zu 2 Gegenstimmen.')
  await hands.look('widerspruch')
  await window.press([KEY.control, 'a'], 'mit großer Mehrheit angenommen')
  await window.until('no contradiction', 'return !document.querySelector("dialog .contradicts")')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.result('mit großer Mehrheit angenommen')
  await hands.look('eigener-wortlaut')
}

/** In the menu of the result; kept in spite of the contradiction, and the derived words again. */
async function byTaps(hands) {
  const { window } = hands
  await hands.tap('Mehr')
  await hands.tap('Wortlaut ändern')
  await hands.opened()
  await hands.fillIn('So steht es in der Niederschrift', 'bei drei Gegenstimmen angenommen')
  await hands.says('Der Wortlaut nennt 3 Gegenstimmen; festgehalten sind 2.')
  await hands.tap('Übernehmen')
  await hands.closed()
  await hands.result('bei drei Gegenstimmen angenommen')
  await hands.says('Widerspruch: Der Wortlaut nennt 3 Gegenstimmen')
  await hands.look('widerspruch-bleibt')
  await hands.tap('Mehr')
  await hands.tap('Wortlaut ändern')
  await hands.opened()
  await hands.tap('Wie ermittelt')
  await hands.closed()
  await hands.result(DERIVED)
  // The last entry was the way back: taken back, the words before it hold again.
  await window.press([KEY.control, KEY.shift, 'z'])
  await hands.result('bei drei Gegenstimmen angenommen')
}

/** The log tells it, and so does the search. */
async function afterwards(hands) {
  const { window } = hands
  await window.press([KEY.alt, 'v'])
  await hands.says('Ergebnis im Wortlaut „mit großer Mehrheit angenommen“')
  await hands.look('verlauf')
  await window.press(KEY.escape)
  await hands.closed()
  await window.press([KEY.control, 'k'])
  await window.until('the search', 'return document.activeElement.closest("dialog input")')
  await window.press('Wortlaut des Erg')
  await hands.says('Wortlaut des Ergebnisses ändern')
  await window.press(KEY.enter)
  await window.until('the words', 'return document.activeElement.closest("dialog input")')
  await window.press([KEY.control, 'a'], 'gegen zwei Stimmen angenommen', KEY.enter)
  await hands.closed()
  await hands.result('gegen zwei Stimmen angenommen')
}
