// What is half typed in a sheet or a dialog: whenever the program is killed, more than a second after
// the last key, or the vault is locked, it stands there again, at its item. Sent or given up it stands
// there no more, and what was recorded is not typed again.
import { setTimeout as sleep } from 'node:timers/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'hochkant-dunkel': { clock, dark: true, width: 800, height: 1280 },
}

const FIELD = 'So steht es in der Niederschrift'
const WORDS = 'gegen zwei Stimmen angenommen'
const STATEMENT = 'Ich stimme der Vorlage nicht zu.'
const OUTCOME = 'Der Ausschuss bittet um einen Bericht.'

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.sample()
  await hands.ten()
  await guest(stage, hands)
  await hands.openSession()
  for (const number of ['1', '2', '3']) await hands.next(number)
  await words(stage, hands)
  await statement(stage, hands)
  await motion(stage, hands)
  await outcome(stage, hands)
  await numbers(stage, hands)
}

/** What is promised is a second, so it is waited for by the clock and not by what is shown. */
async function killed(stage, hands) {
  await sleep(1_000)
  await stage.crash()
  await hands.fill()
  await hands.unlock()
}

async function locked(hands) {
  await hands.window.press([KEY.control, 'l'])
  await hands.unlock()
}

/** A field of what stands over the session holds what was typed. */
async function holds(hands, label, text) {
  await hands.opened()
  await hands.window.until(`${label}: ${text}`, 'return arguments[0].value === arguments[1]', await hands.window.field(label), text)
}

/** The session is there, and nothing stands over it. */
async function nothingOver(hands) {
  await hands.window.find('.tile')
  await hands.window.settle()
  await sleep(500)
  await hands.closed()
}

/** What was begun in a sheet or a dialog is offered again. */
async function waits(hands, what) {
  await hands.closed()
  await hands.says(`Begonnen: ${what}`)
}

async function nothingWaits(hands) {
  await hands.window.until('nothing that was begun', 'return document.querySelector(".begun") === null')
}

/** Before the opening: somebody at the door. */
async function guest(stage, hands) {
  await hands.tap('Gast oder Verwaltung hinzufügen')
  await hands.fillIn('Name mit Titel', 'Dr. Ruth Anker')
  await killed(stage, hands)
  await holds(hands, 'Name mit Titel', 'Dr. Ruth Anker')
  await hands.window.press('brand', KEY.enter)
  await hands.says('1 Person')
  await killed(stage, hands)
  await nothingOver(hands)
}

/** The words of a result: killed, locked, kept. */
async function words(stage, hands) {
  const { window } = hands
  await window.press(KEY.f8, 'A')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await window.press('2')
  await hands.says('mehrheitlich bei 2 Gegenstimmen')
  await window.press(KEY.enter)
  await hands.result('2 Gegenstimmen')
  await hands.caret()
  await window.press([KEY.alt, 'w'])
  await window.until('the words', 'return document.activeElement.closest("dialog input")')
  await window.press([KEY.control, 'a'], 'einstimmig ange')
  await killed(stage, hands)
  await holds(hands, FIELD, 'einstimmig ange')
  await hands.says('Widerspruch: „einstimmig“ passt nicht zu 2 Gegenstimmen.')
  await hands.look('wortlaut')
  await hands.fillIn(FIELD, WORDS)
  await locked(hands)
  await holds(hands, FIELD, WORDS)
  await hands.tap('Übernehmen')
  await hands.closed()
  await hands.result(WORDS)
  await killed(stage, hands)
  await nothingOver(hands)
  await hands.result(WORDS)
}

/** A statement at an item that is looked at. */
async function statement(stage, hands) {
  await hands.window.press([KEY.alt, '5'])
  await hands.says('Zurück zu TOP 3')
  await hands.tap('Weiteres')
  await hands.tap('Zu Protokoll')
  await hands.opened()
  // It goes to the item that is dealt with, unless it is said otherwise.
  await hands.says('zu TOP 3')
  await hands.window.click(await hands.window.named('TOP 5, angesehen', '[role=radio]'))
  await hands.says('zu TOP 5')
  await hands.tap('Erklärung')
  await hands.window.until('the person', 'return document.activeElement.matches("dialog input")')
  await hands.window.press('ell', KEY.enter)
  await hands.usable('Friedhelm Ellerkamp KA, FB entfernen')
  await hands.fillIn('Wortlaut der Erklärung', STATEMENT)
  await killed(stage, hands)
  await holds(hands, 'Wortlaut der Erklärung', STATEMENT)
  await hands.says('zu TOP 5')
  await hands.usable('Friedhelm Ellerkamp KA, FB entfernen')
  await hands.look('erklärung')
  await hands.tap('Festhalten')
  await hands.closed()
  await killed(stage, hands)
  await nothingOver(hands)
  await hands.window.press([KEY.alt, 'v'])
  await hands.says('Nichts wird gelöscht')
  const told = await hands.window.js('return [...document.querySelectorAll("dialog ol > li")].filter((one) => one.innerText.includes("Erklärung zu Protokoll")).length')
  if (told !== 1) throw new Error(`the statement stands in the log ${told} times`)
  await hands.window.press(KEY.escape)
  await hands.closed()
}

/** A motion with its mover: left by Escape or by a tap beside it, it waits; given up, it is gone. */
async function motion(stage, hands) {
  await hands.window.press([KEY.alt, 'a'])
  await hands.opened()
  await hands.usable('Soziale Liste')
  await hands.window.click(await hands.window.field('Antrag von'))
  await hands.window.press('So', KEY.enter)
  await hands.usable('Soziale Liste SL entfernen')
  await hands.look('antrag-von')
  await hands.fillIn('Wortlaut', 'Der Ansatz wird gesperrt.')
  await killed(stage, hands)
  await holds(hands, 'Wortlaut', 'Der Ansatz wird gesperrt.')
  await hands.usable('Soziale Liste SL entfernen')
  await hands.window.press(KEY.escape)
  await waits(hands, 'Antrag eintragen, TOP 5')
  await hands.look('begonnen')
  await killed(stage, hands)
  await nothingOver(hands)
  await waits(hands, 'Antrag eintragen, TOP 5')
  await hands.tap('Weiter eingeben')
  await holds(hands, 'Wortlaut', 'Der Ansatz wird gesperrt.')
  await hands.window.js('document.querySelector("dialog[open]").dispatchEvent(new MouseEvent("mousedown", { bubbles: true }))')
  await waits(hands, 'Antrag eintragen, TOP 5')
  await hands.tap('Weiter eingeben')
  await hands.tap('Abbrechen')
  await hands.closed()
  await nothingWaits(hands)
  await killed(stage, hands)
  await nothingOver(hands)
  await nothingWaits(hands)
}

/** An outcome in words of its own: it belongs to its item, and waits there. */
async function outcome(stage, hands) {
  const written = 'return [...document.querySelectorAll("[data-area=vote] [role=textbox]")].find((one) => one.checkVisibility())?.innerText.includes(arguments[0])'
  await hands.tap('TOP 5 aufrufen')
  await hands.window.until('nothing is only looked at', 'return !document.querySelector(".looked")')
  await hands.caret()
  await hands.window.press(KEY.f8, 'o')
  await hands.window.find('[role=menu]')
  await hands.tap('Mit eigenem Wortlaut')
  await hands.window.until('the caret in the words', 'return document.activeElement.closest("[data-area=vote] [role=textbox]")')
  await hands.window.press(OUTCOME)
  await killed(stage, hands)
  await hands.window.until('the words of the outcome', written, OUTCOME)
  await hands.look('ergebnis')
  await locked(hands)
  await hands.window.until('the words of the outcome', written, OUTCOME)
  await hands.tap('Ergebnis festhalten')
  await hands.result('Kenntnis')
  await killed(stage, hands)
  await hands.result('Kenntnis')
  if (await hands.window.js('return document.querySelector("[data-area=vote] [role=textbox]") !== null')) throw new Error('an outcome that was recorded is entered again')
}

/** Numbers and times: what the chair counted, when an act was, what the exclusion of the public gave. */
async function numbers(stage, hands) {
  await hands.tap('Menü')
  await hands.tap('Anwesenheit prüfen')
  await hands.window.until('the number', 'return document.activeElement.matches("dialog input") && document.activeElement.value === "10"')
  await hands.window.press('9')
  await killed(stage, hands)
  await holds(hands, 'Stimmberechtigte am Tisch', '9')
  await hands.window.press(KEY.escape)
  await waits(hands, 'Anwesenheit prüfen')
  await hands.tap('Verwerfen: Anwesenheit prüfen')
  await nothingWaits(hands)
  await hands.tap('Menü')
  await hands.tap('Verlauf')
  await hands.says('Nichts wird gelöscht')
  await hands.tap('Uhrzeit ändern')
  await hands.window.until('the time', 'return document.activeElement.matches("li form input")')
  await hands.window.press('16:07')
  await locked(hands)
  await holds(hands, 'Richtige Uhrzeit', '16:07')
  await hands.look('uhrzeit')
  await hands.window.press(KEY.escape)
  await hands.closed()
  await hands.window.press([KEY.control, KEY.shift, 'n'])
  await hands.opened()
  await hands.window.click(await hands.window.named('Ausgezählt', '[role=radio]'))
  await hands.fillIn('Nein', '7')
  await hands.says('Die Sitzung bleibt öffentlich.')
  await killed(stage, hands)
  await holds(hands, 'Nein', '7')
  await hands.says('Die Sitzung bleibt öffentlich.')
  await hands.tap('Abbrechen')
  await hands.closed()
  await nothingWaits(hands)
  await killed(stage, hands)
  await nothingOver(hands)
}
