// Text while people speak: names, contributions and text modules by few keys, or by touch; modules are
// made, changed and removed in the window, and all of it is there again after the process was killed.
import { setTimeout as sleep } from 'node:timers/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'
import { Keyboard } from '../keyboard.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'hochkant-dunkel': { clock, width: 800, height: 1280, dark: true },
}

const LIST = '[role=listbox] [role=option]'

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.sample()
  await hands.ten()
  await hands.openSession()
  await hands.next('1')
  await names(hands)
  await contributions(hands)
  await modules(hands)
  await edited(hands, new Keyboard(stage.window))
  await used(hands)
  await again(stage, hands)
}

/** The list beside the caret has this line; the chosen one first. */
function offers(hands, words) {
  return hands.window.until(`„${words}“ in the list`, `
    return [...document.querySelectorAll(arguments[0])].find((one) => one.innerText.replace(/\\s+/g, ' ').includes(arguments[1]))`, LIST, words)
}

function none(hands) {
  return hands.window.until('no list', 'return !document.querySelector("[role=listbox]")')
}

/** The text has a paragraph that reads so; blanks of all kinds are one. */
function reads(hands, words) {
  return hands.window.until(`the line „${words}“`, `
    return [...document.querySelectorAll('.rich-text p')].find((one) => one.textContent === arguments[0])`, words)
}

async function names(hands) {
  const { window } = hands
  await hands.caret()
  await window.press('Auf Frage von Herrn el')
  await offers(hands, 'Herrn KA Ellerkamp')
  await hands.look('namen')
  await window.press(KEY.tab)
  await offers(hands, 'des Herrn KA Ellerkamp')
  await hands.look('formen')
  await window.press(' nennt gürt')
  await offers(hands, 'Frau KA Gürtekin')
  await window.press(KEY.tab, ' das "Amt" - z.B. nach § 41.')
  await none(hands)
  await reads(hands, 'Auf Frage von Herrn KA Ellerkamp nennt Frau KA Gürtekin das „Amt“ – z.\u00a0B. nach §\u00a041.')
  // Escape leaves the word as it is, and Tab means what it means.
  await window.press(KEY.enter, 'Fu')
  await offers(hands, 'Fuhrbach')
  await window.press(KEY.escape, 'hrpark: z.B.', KEY.backspace)
  await reads(hands, 'Fuhrpark: z.B.')
}

async function contributions(hands) {
  const { window } = hands
  await window.press([KEY.control, KEY.enter])
  await offers(hands, 'Die Vorsitzende')
  await hands.look('wortmeldung')
  await window.press(KEY.enter, 'fragt nach.', [KEY.control, KEY.enter], 'gürt', KEY.enter, 'bejaht das.')
  await reads(hands, 'Die Vorsitzende fragt nach.')
  await reads(hands, 'Frau KA Gürtekin bejaht das.')
  await hands.tap('Wortmeldung')
  // Who was just heard is answered by whoever spoke before.
  await window.until('the chair first', 'return document.querySelector("[role=option]")?.innerText.includes("Die Vorsitzende")')
  await window.touch(await offers(hands, 'Herr KA Bornewasser'))
  await hands.caret()
  await window.press('dankt.')
  await reads(hands, 'Herr KA Bornewasser dankt.')
}

async function modules(hands) {
  const { window } = hands
  await window.press(KEY.enter, 'antwort', [KEY.control, '.'])
  await offers(hands, 'Herrn KA Ellerkamp')
  await hands.look('stelle')
  await window.press('ell', KEY.tab, KEY.tab, 'gürt', KEY.tab, KEY.tab, 'die Frist laufe', KEY.tab)
  await reads(hands, 'Auf Nachfrage von Herrn KA Ellerkamp erläutert Frau KA Gürtekin, dass die Frist laufe.')
  await window.press(KEY.enter, [KEY.control, '.'])
  await offers(hands, 'kenntnis')
  await hands.look('bausteine')
  await window.press('eröff')
  await window.until('one line', 'return document.querySelectorAll("[role=option]").length === 1')
  await window.press(KEY.enter)
  await window.until('a slot of the record', 'return document.querySelector(".rich-text .fact")?.innerText.includes("16:32")')
  await hands.says('Text gespeichert')
}

/** By keyboard alone. */
async function edited(hands, keys) {
  const { window } = hands
  await window.press([KEY.control, 'k'])
  await keys.at('Befehl, Person')
  await keys.type('textbau')
  await offers(hands, 'Textbausteine bearbeiten')
  await keys.press(KEY.enter)
  await keys.at('Neuer Textbaustein')
  await hands.look('liste')
  await keys.press(KEY.enter)
  await keys.at('Kürzel')
  await keys.type('Frage')
  await keys.to('Text')
  await keys.type('Die Sitzung wird für {dauer} unterbrochen.')
  await keys.press([KEY.control, KEY.enter])
  await hands.says('Das Kürzel „frage“ ist schon vergeben.')
  await hands.look('vergeben')
  await keys.to('Kürzel', { back: true })
  await keys.press([KEY.control, 'a'])
  await keys.type('pause')
  await keys.press(KEY.enter)
  await keys.at('pause')
  await keys.press(KEY.enter)
  await hands.says('Textbaustein „pause“')
  await keys.to('Löschen')
  await keys.press(KEY.enter)
  await hands.says('„pause“ ist gelöscht.')
  await keys.to('Zurücknehmen', { back: true })
  await hands.look('gelöscht')
  await keys.press(KEY.enter)
  await keys.at('pause')
  await keys.press(KEY.escape)
  await hands.closed()
}

async function used(hands) {
  const { window } = hands
  await hands.caret()
  await window.press([KEY.control, KEY.end], KEY.enter, 'pause', [KEY.control, '.'])
  await window.until('the place', 'return getSelection().toString() === "{dauer}"')
  await hands.look('auszufüllen')
  await window.press('zehn Minuten', KEY.tab)
  await reads(hands, 'Die Sitzung wird für zehn Minuten unterbrochen.')
}

async function again(stage, hands) {
  await sleep(1_000)
  await stage.crash()
  await hands.fill()
  await hands.unlock()
  await hands.window.click(await reads(hands, 'Die Sitzung wird für zehn Minuten unterbrochen.'))
  await hands.caret()
  await hands.window.press([KEY.control, KEY.end], [KEY.control, '.'])
  await offers(hands, 'pause')
  await hands.window.press(KEY.escape)
}
