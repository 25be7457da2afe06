// The program is killed, more than a second after the last keystroke: while setting up, while a
// session is prepared, before its opening and in the midst of it, of a roll-call and of a count in front
// of it, of the words of a correction, of a choice of motions. Started again, it is where it was,
// with every act and every word. Closed as usual, it ends when everything is saved.
import { setTimeout as sleep } from 'node:timers/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = { '': { clock }, hochkant: { clock, width: 800, height: 1280, dark: true } }

const TEXT = 'Frau KA Gürtekin fragt, wann der zweite Abschnitt beginnt.'
/** What is in the middle is TOP 2. */
const LOOKED = 'return document.querySelector(".meta .top")?.textContent.trim() === "TOP 2"'
const PEOPLE = `Frau KA Brigitte Osterloh, Bürgerliste, Vorsitz
Herr KA Jens Kramersund, Bürgerliste
Herr KA Emre Altinsoy, Soziale Mitte`
const MOTIONS = [
  ['Nr.', 'Antrag von', 'Haushaltsstelle', 'bisher', 'beantragt'].join('\t'),
  ...[1, 2, 3].map((number) => [number, 'WU', `21.10.0${number}`, '1.000', '2.000'].join('\t')),
].join('\n')
const AGENDA = `Öffentlicher Teil
1. Formalien
2. Radweg an der Mühlenstraße – 66/014/2026
3. Verschiedenes`

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.create()
  await settingUp(stage, hands)
  await preparing(stage, hands)
  await recording(stage, hands)
}

/** What is promised is a second, so it is waited for by the clock and not by what is shown. */
async function killed(stage, hands) {
  await sleep(1_000)
  await stage.crash()
  await hands.fill()
  await hands.unlock()
}

/** "Neu beginnen": every field, the list as it was typed, and what was changed in it by hand. */
async function settingUp(stage, hands) {
  const { window } = stage
  await hands.tap('Neu beginnen')
  await window.until('the first field', 'return document.activeElement.matches("input")')
  await window.press('Kreis Mühlental', KEY.tab, 'Der Kreistag', KEY.tab, 'Mühlental', KEY.enter)
  await hands.says('Schritt 2 von 5')
  await window.until('the first field', 'return document.activeElement.matches("input")')
  await window.press('Bauausschuss', KEY.tab, KEY.tab, KEY.space, KEY.enter)
  await hands.says('Schritt 3 von 5')
  await hands.pasteInto('Liste der Mitglieder und Vertretungen', PEOPLE)
  await hands.says('3 Mitglieder')
  await seen(stage, await hands.usable('Auslassen, Zeile 3'))
  await hands.tap('Auslassen, Zeile 3')
  await hands.says('1 Zeile ausgelassen')
  await hands.fillIn('Stimmberechtigt', '7')
  await window.click(await window.field('Liste der Mitglieder und Vertretungen'))
  await window.press([KEY.control, KEY.end], KEY.enter, 'Frau KA Nora Tiet')
  await killed(stage, hands)

  await hands.says('Schritt 3 von 5')
  await hands.says('1 Zeile ausgelassen')
  await holds(stage, 'Liste der Mitglieder und Vertretungen', `${PEOPLE}\nFrau KA Nora Tiet`)
  await holds(stage, 'Stimmberechtigt', '7')
  await hands.look('einrichtung')
  await hands.tap('Zurück')
  await holds(stage, 'Name des Gremiums', 'Bauausschuss')
  await hands.tap('Zurück')
  await holds(stage, 'Name der Körperschaft', 'Kreis Mühlental')
  await hands.tap('Übersicht')
  await hands.usable('Angefangene Einrichtung fortsetzen')
  await hands.look('angefangen')
  await hands.tap('Angefangene Einrichtung fortsetzen')
  await hands.tap('Verwerfen')
  await hands.opened()
  await hands.look('verwerfen')
  await hands.tap('Eingaben verwerfen')
  await hands.usable('Neu beginnen')
}

/** A new session in the midst of its agenda. */
async function preparing(stage, hands) {
  await hands.tap('Mit Beispielausschuss ausprobieren')
  await hands.tap('Neue Sitzung')
  await hands.fillIn('Datum', '20.11.')
  await hands.fillIn('Raum', 'Raum 1.12')
  await hands.pasteInto('Liste der Punkte', AGENDA)
  await hands.says('3 Punkte')
  await seen(stage, await stage.window.field('Titel, TOP 2'))
  await hands.fillIn('Titel, TOP 2', 'Radweg')
  await killed(stage, hands)

  await hands.says('3 Punkte')
  await holds(stage, 'Datum', '20.11.')
  await holds(stage, 'Raum', 'Raum 1.12')
  await holds(stage, 'Liste der Punkte', AGENDA)
  await holds(stage, 'Titel, TOP 2', 'Radweg')
  await hands.look('sitzung')
  await hands.tap('Übersicht')
  await hands.usable('Angefangene Sitzung fortsetzen')
  await hands.look('sitzung-angefangen')
}

/** A session before its opening and in the midst of it. */
async function recording(stage, hands) {
  await hands.tap('Sitzung öffnen')
  await hands.usable('Gäste und Verwaltung')
  for (const name of ['Falkenroth', 'Bornewasser', 'Castendyk', 'Ellerkamp', 'Gürtekin', 'Pottgießer']) await hands.note(name)
  await killed(stage, hands)
  await hands.tileSays('Pottgießer', 'anwesend')
  for (const name of ['Wittkopp', 'Fuhrbach', 'Kettelhake', 'Nettebrock']) await hands.note(name)
  await stage.window.press(KEY.f2)
  await stage.window.find('.live')
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.next('2')
  await hands.tap('Genehmigt')
  await hands.result('Genehmigt')
  await hands.next('3')
  await stage.window.press(TEXT)
  await sleep(1_000)

  await stage.crash()
  await hands.fill()
  await hands.look('gesperrt')
  await hands.unlock()
  await hands.says(TEXT)
  await hands.says('10 von 17')
  await hands.look('fortgesetzt')
  await stage.window.click(await stage.window.find('[role=textbox]'))
  await stage.window.press(' Herr KA Bornewasser dankt.')
  await rollCall(stage, hands)
  await reworded(stage, hands)
  await together(stage, hands)
  await looking(stage, hands)
}

/** All seventeen are called, and after ten a motion on procedure is counted in between. */
async function rollCall(stage, hands) {
  const absent = await stage.window.js('return [...document.querySelectorAll(".tile")].filter((one) => !one.matches(".counts")).map((one) => one.querySelector(".name").textContent.trim())')
  for (const name of absent) {
    await stage.window.click(await hands.tile(name))
    await hands.tileSays(name, 'ab ')
  }
  await hands.says('17 von 17')
  await stage.window.press(KEY.f8, 'n')
  await stage.window.find('.roll')
  await stage.window.press('njjnjjnjjn')
  await called(hands, 10)
  await stage.window.press([KEY.alt, 'g'])
  await hands.opened()
  await hands.tap('Vertagung')
  await hands.usable('Zurück ohne Abstimmung')
  await stage.window.press('a')
  await stage.window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await stage.window.press('12', KEY.tab, '1')
  await killed(stage, hands)

  await hands.says('Abstimmung: Antrag auf Vertagung')
  await stage.window.until('the count', `
    return [...document.querySelectorAll('.numbers input')].filter((one) => one.checkVisibility()).map((one) => one.value).join() === '4,12,1'`)
  await hands.look('zwischendurch')
  await stage.window.press(KEY.enter)
  await called(hands, 10)
  await hands.look('namentlich')
  await stage.window.press('jjjjjj')
  await stage.window.press([KEY.control, 'l'])
  await hands.unlock()
  await called(hands, 16)
  await stage.window.press('e')
  await hands.says('Alle sind aufgerufen.')
  await hands.usable('Ergebnis festhalten')
  await stage.window.press(KEY.enter)
  await hands.result('4 Gegenstimmen und 1 Enthaltung')
  // What was recorded is not half entered any more.
  await killed(stage, hands)
  await hands.result('4 Gegenstimmen und 1 Enthaltung')
  if (await stage.window.js('return document.querySelector("[data-area=vote] :is(.roll, .numbers)") !== null')) throw new Error('a vote that was recorded is entered again')
  await stage.window.click(await stage.window.find('[role=textbox]'))
}

/** So many have answered, and the next one is asked. */
function called(hands, count) {
  return hands.window.until(`${count} who have answered`, `
    const roll = document.querySelector('.roll')
    return roll?.checkVisibility() && roll.querySelector('.current .number')?.textContent === String(arguments[0] + 1)`, count)
}

/** What is corrected is put in other words: while they are written, and when they are put. */
async function reworded(stage, hands) {
  const words = 'Der zweite Abschnitt folgt 2028.'
  await hands.tap('Korrigieren')
  await hands.says('Ergebnis korrigieren')
  await hands.tap('Ändern')
  await hands.usable('Wortlaut übernehmen')
  await stage.window.until('the caret in the wording', 'return document.activeElement.closest(".proposal")')
  await stage.window.press([KEY.control, KEY.end], KEY.enter, words)
  await killed(stage, hands)

  await stage.window.until('the caret in the wording', 'return document.activeElement.closest(".proposal")?.innerText.includes(arguments[0])', words)
  await hands.look('wortlaut')
  await stage.window.press([KEY.control, KEY.enter])
  await hands.says('Ergebnis korrigieren')
  await killed(stage, hands)

  await hands.says('Ergebnis korrigieren')
  await hands.says(words)
  await hands.tap('Verwerfen')
  await hands.usable('Korrigieren')
  if (await stage.window.js('return document.querySelector(".proposal").innerText.includes(arguments[0])', words)) throw new Error('words of a correction that was given up are put')
  await stage.window.click(await stage.window.find('[role=textbox]'))
}

/** Motions that are voted on together, one of them left out. */
async function together(stage, hands) {
  await hands.tap('Weiteres')
  await hands.tap('Antragsliste einfügen')
  await hands.opened()
  await hands.pasteInto('Zeilen aus der Tabelle', MOTIONS)
  await hands.tap('3 Anträge übernehmen')
  await hands.closed()
  await stage.window.press([KEY.alt, 'r'])
  await hands.usable('Reihe verlassen')
  await stage.window.click(await stage.window.named('Gemeinsam', '[role=radio]'))
  await stage.window.click(await stage.window.until('Antrag 2', 'return [...document.querySelectorAll("[role=checkbox]")].find((one) => one.getAttribute("aria-label").startsWith("Über Antrag 2"))'))
  await hands.says('2 von 3 ausgewählt')
  await killed(stage, hands)

  await hands.says('2 von 3 ausgewählt')
  await hands.look('gemeinsam')
  await hands.tap('Reihe verlassen')
  for (const number of [1, 2, 3]) await hands.tap(`Antrag ${number} zurückziehen`)
  await stage.window.click(await stage.window.find('[role=textbox]'))
}

/** Another item is looked at; closed in the usual way, the last words are saved. */
async function looking(stage, hands) {
  await hands.says('Herr KA Bornewasser dankt.')
  const item = 'return [...document.querySelectorAll(".row")].find((one) => one.checkVisibility() && one.querySelector(".number")?.textContent.trim() === "2")'
  if (!(await stage.window.js(item))) await hands.tap('Tagesordnung')
  await stage.window.click(await stage.window.until('the row of TOP 2', item))
  await stage.window.until('TOP 2', LOOKED)
  await stage.window.click(await stage.window.find('[role=textbox]'))
  await stage.window.press('Ohne Änderungen.')
  await stage.askToClose()
  await stage.ended()
  await stage.crash()
  await hands.fill()
  await hands.unlock()
  await stage.window.until('TOP 2', LOOKED)
  await hands.says('Ohne Änderungen.')
  await hands.look('angesehen')
}

/** Brings a row of a long table in sight; rows out of it are not laid out. */
async function seen(stage, element) {
  await stage.window.js('arguments[0].scrollIntoView({ block: "center" })', element)
  await stage.window.settle()
}

/** A field holds what was typed. */
async function holds(stage, label, text) {
  await stage.window.until(`${label}: ${text}`, 'return arguments[0].value === arguments[1]', await stage.window.field(label), text)
}
