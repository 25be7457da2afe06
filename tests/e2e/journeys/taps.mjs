// How many taps and keys the ordinary acts take. The window counts them itself, as a finger and a
// keyboard send them, and the README has to say the same.
import { setTimeout as sleep } from 'node:timers/promises'
import { count, counted, inReadme } from '../counted.mjs'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'hochkant-dunkel': { clock, dark: true, width: 800, height: 1280 },
}

/** Acts as the README calls them, with the most that each should take. */
const AIMS = {
  'somebody arrives': 1,
  'the last entry is taken back': 1,
  'somebody arrived at another time': 3,
  'somebody leaves': 2,
  'the personal substitute takes the seat': 2,
  'Formalien with six sub-items, settled and closed': 2,
  'the next item': 1,
  'a new guest': 1,
  'the next motion with the same result': 1,
  'a counted vote': 3,
  'all are back after a recess': 2,
  'Kenntnisnahme, and the item closed': 2,
  'an item deferred, and closed': 2,
  'a unanimous vote, and the item closed': 2,
  'a roll-call of 17 seats': 19,
}

const LATE = ['Dornbusch', 'Immendorf', 'Hollenstedt']
const HOLD = 700

export async function play(stage) {
  const hands = new Hands(stage)
  const taps = new Taps(hands)
  await begin(hands)
  await count(stage.window)
  await people(hands, taps)
  await formalities(hands, taps)
  await budget(hands, taps)
  await reports(hands, taps)
  await votes(hands, taps)
  await hands.look('zuletzt')
  await compare(taps.counts)
}

class Taps {
  #hands
  counts = new Map()

  constructor(hands) {
    this.#hands = hands
  }

  /** Counts what an act takes, up to the moment when the window shows it. */
  async of(act, gestures, seen) {
    const { window } = this.#hands
    await window.settle()
    await window.js('window.gestures = 0')
    await gestures()
    await seen()
    this.counts.set(act, await counted(window))
  }

  /** Taps what is in sight: scrolling would be a gesture more. */
  async tap(element) {
    const { window } = this.#hands
    await window.settle()
    const hit = await window.js(`
      const box = arguments[0].getBoundingClientRect()
      return arguments[0].contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))`, element)
    if (!hit) throw new Error(`out of sight: „${await window.js('return arguments[0].textContent.trim()', element)}“`)
    await window.click(element)
  }

  async button(label) {
    await this.tap(await this.#hands.usable(label))
  }
}

/** All but three are there. */
async function begin(hands) {
  const { window } = hands
  await hands.sample()
  const names = await window.js('return [...document.querySelectorAll(".tile")].filter((one) => one.textContent.includes("noch offen")).map((one) => one.querySelector(".name").textContent.trim())')
  const there = names.filter((name) => !LATE.includes(name))
  for (const name of there) await hands.note(name)
  if (there.length !== 14) throw new Error(`${there.length} are there: ${there.join()}`)
  await hands.openSession()
  await hands.next('1')
}

async function people(hands, taps) {
  const { window } = hands
  const [someone, late, represented] = LATE
  await hands.clock('2026-11-12T15:53:00Z')
  await taps.of('somebody arrives', async () => taps.tap(await hands.tile(someone)), () => hands.tileSays(someone, 'ab 16:53'))
  await taps.of('the last entry is taken back', () => taps.button('Rückgängig'), () => hands.tileSays(someone, 'fehlt'))
  await window.click(await hands.tile(someone))
  await hands.tileSays(someone, 'ab 16:53')
  await taps.of('somebody arrived at another time', async () => {
    await window.touch(await hands.tile(late), HOLD)
    await hands.opened()
    await taps.tap(await window.named('vor 5', '[role=radio]'))
    await taps.button('kommt')
  }, () => hands.tileSays(late, 'ab 16:48'))
  await taps.of('somebody leaves', async () => {
    await taps.tap(await hands.tile(someone))
    await taps.button('geht jetzt')
  }, () => hands.tileSays(someone, 'bis 16:53'))
  await window.click(await hands.tile(someone))
  await hands.tileSays(someone, 'ab ')
  await taps.of('the personal substitute takes the seat', async () => {
    await window.touch(await hands.tile(represented), HOLD)
    await taps.tap(await window.until('the proposed substitute', 'return document.querySelector("dialog .act button")'))
  }, () => hands.tileSays('Lohmanns-Reuter', `für ${represented}`))
  await hands.closed()
}

async function formalities(hands, taps) {
  await taps.of('Formalien with six sub-items, settled and closed', async () => {
    await taps.button('Festgestellt')
    await hands.result('Festgestellt')
    await taps.button('TOP 2 aufrufen')
  }, async () => {
    await done(hands, '1')
    await hands.row('1.6')
    for (let sub = 1; sub <= 6; sub += 1) await done(hands, `1.${sub}`)
  })
  // At the same place and sooner it would be a double tap, which is one.
  await sleep(500)
  await taps.of('the next item', () => taps.button('TOP 3 aufrufen'), () => hands.current('3'))
}

/** A guest to the budget, motions one after the other, and the count at last. */
async function budget(hands, taps) {
  const { window } = hands
  await hands.caret()
  await taps.of('a new guest', async () => {
    await window.press('+Frau Ruth Ankerbrand, Hochschule')
    await window.find('[role=listbox]')
    await window.press(KEY.enter)
  }, () => window.until('the guest', `
    return [...document.querySelectorAll('[data-area=attendance], .acts')].some((one) => one.innerText.includes('Ankerbrand'))`))

  await hands.tap('Weiteres')
  await hands.tap('Antragsliste einfügen')
  await hands.opened()
  await hands.pasteInto('Zeilen aus der Tabelle', ['WU', 'SL'].map((mover, at) => `${at + 1}\t${mover}\t21.10.0${at + 1}\t1.000\t2.000`).join('\n'))
  await hands.tap('2 Anträge übernehmen')
  await hands.closed()
  await window.press([KEY.alt, 'r'])
  await hands.usable('Reihe verlassen')
  await window.press('a')
  await entered(hands, ['6'])
  await window.press(KEY.enter)
  await hands.usable('Wie zuvor')
  await taps.of('the next motion with the same result', () => window.press(KEY.enter), () => hands.says('Über alle Anträge ist entschieden.'))
  await window.press(KEY.escape)

  await taps.of('a counted vote', async () => {
    await taps.button('Auszählen')
    await entered(hands, ['2', '1'])
    await window.press(KEY.enter)
  }, () => hands.result('mehrheitlich bei 2 Gegenstimmen und 1 Enthaltung angenommen'))
}

/** Types votes against, and abstentions, from where the caret is when the count begins. */
async function entered(hands, numbers) {
  const { window } = hands
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  for (const [at, number] of numbers.entries()) await window.press(...(at > 0 ? [KEY.tab] : []), number)
  await window.until(`the numbers ${numbers.join()}`, `
    return [...document.querySelectorAll('.numbers input')].filter((one) => one.checkVisibility()).slice(1).map((one) => one.value).join().startsWith(arguments[0])`, numbers.join())
}

async function reports(hands, taps) {
  const { window } = hands
  await hands.next('4')
  await hands.tap('Menü')
  await hands.tap('Sitzung unterbrechen')
  await hands.usable('Sitzung fortsetzen')
  await hands.clock('2026-11-12T16:10:00Z')
  await taps.of('all are back after a recess', async () => {
    await taps.button('Sitzung fortsetzen')
    await taps.button('Alle zurück')
  }, () => hands.tileSays('Bornewasser', 'WU'))
  await hands.closed()
  await hands.current('4')
  await taps.of('Kenntnisnahme, and the item closed', async () => {
    await taps.button('Zur Kenntnis')
    await hands.result('Kenntnis')
    await taps.button('TOP 5 aufrufen')
  }, () => done(hands, '4'))
}

async function votes(hands, taps) {
  const { window } = hands
  // A key that comes while the step before is under way would be the same step.
  await hands.current('5')
  // The finger slides from "Weitere" to the line and is lifted there.
  await taps.of('an item deferred, and closed', async () => {
    await window.slide(await hands.usable('Weitere'), () => hands.usable('Vertagt'))
    await hands.result('Vertagt')
    await taps.button('TOP 6 aufrufen')
  }, () => done(hands, '5'))
  await hands.current('6')
  await taps.of('a unanimous vote, and the item closed', async () => {
    await taps.button('Einstimmig')
    await hands.result('einstimmig')
    await taps.button('TOP 7 aufrufen')
  }, () => done(hands, '6'))
  await hands.caret()
  await taps.of('a roll-call of 17 seats', async () => {
    await taps.button('Namentlich')
    await window.find('.roll')
    for (let seat = 0; seat < 17; seat += 1) await window.press(seat % 6 === 0 ? 'n' : 'j')
    await hands.says('Alle sind aufgerufen.')
    await hands.usable('Ergebnis festhalten')
    await window.press(KEY.enter)
  }, () => hands.result('3 Gegenstimmen'))
}

/** An item was dealt with: the agenda says so. */
function done(hands, number) {
  return hands.window.until(`TOP ${number} done`, `
    const row = [...document.querySelectorAll('.row')].find((one) => one.querySelector('.number')?.textContent.trim() === arguments[0])
    return row?.classList.contains('done')`, number)
}

/** No act takes more than its aim; the table of the README says what was counted, in their order. */
async function compare(counts) {
  const above = Object.entries(AIMS).filter(([act, aim]) => counts.get(act) > aim)
  if (above.length > 0) throw new Error(`more than the aim: ${above.map(([act]) => `${act} ${counts.get(act)}`).join(', ')}`)
  const lacking = Object.keys(AIMS).filter((act) => !counts.has(act))
  if (lacking.length > 0) throw new Error(`not counted: ${lacking.join(', ')}`)
  const lines = Object.entries(AIMS).map(([act, aim]) => `| ${act} | ${counts.get(act)} | ${aim} |`)
  await inReadme(['| act | taps and keys | aim |', '|---|---|---|', ...lines])
}
