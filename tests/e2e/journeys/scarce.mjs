// Where room is scarce, in large type or upright: what numbers mean and a note that is demanded stay
// in sight while they are entered, the notes keep three lines beside a result, nothing moves when
// something is said, and what is over is folded. At the end a place of a text that nobody filled in.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  groß: { clock, large: true },
  'hochkant, dunkel': { clock, width: 800, height: 1280, dark: true },
  'groß, hochkant': { clock, width: 800, height: 1280, large: true },
}

/** Lines of notes that are there beside a result. */
const LINES = 3

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  await hands.sample({ large })
  await hands.ten()
  await hands.openSession()
  await menu(hands)
  await called(hands, '6')
  await said(hands)
  await noted(hands)
  await secret(hands)
  await byFaction(hands)
  await decided(hands, large ? LINES - 1 : LINES)
  await guest(hands)
  await folded(hands)
  await unfilled(hands)
}

async function called(hands, number) {
  await hands.window.press([KEY.alt, number])
  await hands.tap(`TOP ${number} aufrufen`)
  await hands.current(number)
  await hands.says('Beschlussvorschlag')
  await hands.caret()
  await hands.window.settle()
}

/** The acts of the session stand under their headings. */
async function menu(hands) {
  await hands.window.press(KEY.f10)
  await hands.opened()
  await hands.says('Anwesenheit prüfen')
  await hands.look('menü')
  await hands.window.press(KEY.escape)
  await hands.closed()
}

/** All of an element can be seen and touched: nothing lies over it and nothing cuts it off. At its
 * right edge a bar to scroll by may lie over it. */
async function inSight(hands, what, css) {
  await hands.window.until(`${what} in sight`, `
    const one = [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility())
    if (!one) return false
    const { left, top, right, bottom } = one.getBoundingClientRect()
    const spots = [[left + 4, top + 4], [right - 20, top + 4], [left + 4, bottom - 4], [right - 20, bottom - 4]]
    return spots.every(([x, y]) => one.contains(document.elementFromPoint(x, y)))`, css)
}

/** The meaning, the announcement and the way out are there, and what is typed in is, too. */
async function judged(hands) {
  await inSight(hands, 'the verdict', '[data-area=vote] .verdict')
  await inSight(hands, 'the announcement', '[aria-label="Was der Vorsitz verkündet hat"]')
  await inSight(hands, 'the way out', '[data-area=vote] .buttons .kern-btn--primary')
  await hands.window.until('the caret in sight', `
    const { left, top, right, bottom } = document.activeElement.getBoundingClientRect()
    return document.activeElement.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))`)
  const bars = await hands.window.js(`
    return [...document.querySelectorAll('main.item, main.item *')].filter((one) => one.checkVisibility()
      && getComputedStyle(one).overflowX !== 'visible' && getComputedStyle(one).overflowX !== 'hidden'
      && one.scrollWidth > one.clientWidth).map((one) => one.className)`)
  if (bars.length > 0) throw new Error(`scrolled sideways: ${bars.join(', ')}`)
}

const places = (hands) => hands.window.js(`
  return [...document.querySelectorAll('.live .tile, .ways button, .notes, .proposal, .live .acts')].filter((one) => one.checkVisibility()).map((one) => {
    const { left, top } = one.getBoundingClientRect()
    return [one.querySelector('.name, .kern-label')?.innerText ?? one.className, Math.round(left), Math.round(top)].join(' ')
  })`)

/** Somebody takes a seat for which nobody is appointed: that is said, and nothing moves for it. */
async function said(hands) {
  const { window } = hands
  const before = await places(hands)
  await hands.person('dornb')
  await window.press('V')
  await hands.tap('Andere Person')
  await window.until('the field of the name', 'return document.activeElement.matches("dialog input")')
  await window.press('Frau Fenja Neulander', KEY.enter)
  await hands.closed()
  await hands.says('Die Vertretung ist für diesen Sitz nicht bestellt.')
  await window.settle()
  const after = await places(hands)
  const moved = before.filter((place) => !after.includes(place) && !/dornbusch/iu.test(place))
  if (moved.length > 0) throw new Error(`moved when something was said: ${moved.join(', ')}`)
  await inSight(hands, 'what is said', '.said .kern-alert')
  await hands.look('gesagt')
  await hands.tap('Meldung schließen')
}

async function begun(hands, key, place) {
  await hands.window.press(KEY.f8)
  await hands.window.until('the vote panel', 'return document.activeElement.closest("[data-area=vote]")')
  await hands.window.press(key)
  await hands.window.until('the caret in a number', 'return document.activeElement.closest(arguments[0])', place)
}

/** More votes than there are: kept with a note alone, which is in sight with all the rest. */
async function noted(hands) {
  await begun(hands, 'a', '.numbers')
  await hands.window.press('99')
  await hands.says('nur mit Vermerk')
  await judged(hands)
  await inSight(hands, 'the note', '[data-area=vote] .judged .kern-form-input__input')
  await hands.look('vermerk')
  await hands.window.press(KEY.escape)
}

async function secret(hands) {
  const { window } = hands
  await begun(hands, 'g', '.three')
  await window.press('6', KEY.tab, '4', KEY.tab, '0', KEY.tab, '0', KEY.tab, '1')
  await hands.says('11 von 11 Stimmzetteln ausgezählt')
  await judged(hands)
  await hands.look('geheim')
  await window.press(KEY.tab, KEY.tab)
  await judged(hands)
  await window.press(KEY.escape)
}

async function byFaction(hands) {
  await begun(hands, 'f', 'tbody')
  await hands.window.press(KEY.down, KEY.down, 'n')
  await hands.says('11 abgegeben')
  await judged(hands)
  await hands.look('fraktionen')
  await hands.window.press(KEY.enter)
  await hands.result('angenommen')
}

/** The notes keep their lines; a result in one line is seen whole by one tap. */
async function decided(hands, lines) {
  const { window } = hands
  await window.until(`${lines} lines of notes`, `
    const text = document.querySelector('.notes .text')
    return text && text.clientHeight >= arguments[0] * parseFloat(getComputedStyle(text.querySelector('.ProseMirror')).lineHeight)`, lines)
  await inSight(hands, 'the result', '.result')
  await hands.look('ergebnis')
  const fold = await window.js('return [...document.querySelectorAll(".fold button")].some((one) => one.checkVisibility())')
  if (!fold) return
  await hands.tap('Ergebnis ganz zeigen')
  await hands.usable('Ergebnis in einer Zeile zeigen')
  await hands.look('ergebnis-ganz')
  await hands.tap('Ergebnis in einer Zeile zeigen')
}

async function guest(hands) {
  await hands.tap('Gast oder Verwaltung hinzufügen')
  await hands.opened()
  await hands.window.until('the name', 'return document.activeElement.matches("dialog input")')
  for (const label of ['Anrede', 'Teilnahme', 'Dauer']) await hands.says(label)
  await hands.look('gast')
  await hands.window.press(KEY.escape)
  await hands.closed()
}

/** Formalities that are over take one line for their sub-items. */
async function folded(hands) {
  const { window } = hands
  await window.press([KEY.alt, '1'])
  await hands.tap('TOP 1 aufrufen')
  await window.until('TOP 1', 'return !document.querySelector(".looked") && document.querySelector("main.item header")?.innerText.includes("TOP 1")')
  await window.press(KEY.f2)
  await window.until('TOP 2', 'return document.querySelector("main.item header")?.innerText.includes("TOP 2")')
  const drawer = await window.js('return document.querySelector(".stepper .list")?.checkVisibility() ?? false')
  if (drawer) await window.click(await window.find('.stepper .list'))
  await hands.says('6 Unterpunkte')
  await hands.look('gefaltet')
  await hands.tap('TOP 1: 6 Unterpunkte')
  await hands.says('Eröffnung der Sitzung')
  await hands.look('entfaltet')
  if (!drawer) return
  await window.press(KEY.escape)
  await hands.closed()
}

/** A place that a text module left is named before the session is closed. */
async function unfilled(hands) {
  const { window } = hands
  await window.click(await window.until('the notes', 'return [...document.querySelectorAll(".notes [role=textbox]")].find((one) => one.checkVisibility())'))
  await window.press('Zu {thema} spricht niemand.')
  await window.press(KEY.f10)
  await hands.tap('Sitzung schließen')
  await hands.says('Im Text zu TOP 2 ist die Stelle {thema} nicht ausgefüllt.')
  await hands.look('offen')
  await window.press(KEY.escape)
  await hands.closed()
}
