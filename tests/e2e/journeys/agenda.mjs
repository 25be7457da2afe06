// The agenda as it goes in a session: items move, are joined, taken off, added and called out of turn;
// a recess; behind closed doors and back, with a vote and with who leaves and returns; the log; and
// everything found by typing.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  dunkel: { clock, dark: true },
  hochkant: { clock, width: 800, height: 1280 },
  groß: { clock, large: true },
}

const at = (time) => `2026-11-12T${time}:00Z`

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  await hands.sample({ large })
  await opened(hands)
  await formalities(hands)
  await arranged(hands)
  await outOfTurn(hands)
  await recess(hands)
  await closedDoors(hands)
  await log(hands)
  await found(hands)
}

async function opened(hands) {
  const { window } = hands
  await hands.usable('Gäste und Verwaltung')
  await hands.ten()
  await hands.tap('Gäste und Verwaltung')
  await hands.opened()
  await guest(hands, 'Ruth Ankerbrand', 'Hochschule Wiesenthal')
  await guest(hands, 'Jost Lindhorst', 'Freie Presse')
  await window.press(KEY.escape)
  await hands.closed()
  await hands.openSession()
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.says('Ladung festgestellt 16:32')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.says('festgestellt 16:32 durch')
}

async function guest(hands, name, detail) {
  await hands.window.click(await hands.window.named('Gast', '[role=radio]'))
  await hands.fillIn('Name mit Titel', name)
  await hands.fillIn('Amt oder Einrichtung', detail)
  await hands.window.press(KEY.enter)
  await hands.says(name)
}

/** Six sub-items in two taps: all of them are chosen. */
async function formalities(hands) {
  await hands.clock(at('15:36'))
  await hands.tap('Punkt schließen')
  await hands.says('Welche Unterpunkte sind damit erledigt?')
  await hands.window.until('all chosen', 'return [...document.querySelectorAll("dialog input[type=checkbox]")].length === 6 && [...document.querySelectorAll("dialog input[type=checkbox]")].every((one) => one.checked)')
  await hands.tap('Punkt schließen')
  await hands.closed()
  await hands.row('1.6')
  await row(hands, '1.6', 'mit TOP 1')
}

/** What waits is moved by key, by menu and by place, joined, taken off, and added. */
async function arranged(hands) {
  const { window } = hands
  await hands.clock(at('15:38'))
  await hands.next('2')
  await look(hands, 5, '5')
  await window.press([KEY.alt, KEY.up])
  await order(hands, '1,2,3,5,4,6,7,8,9,10,11,12,13')
  await hands.look('verschoben')
  await window.press([KEY.alt, KEY.down])
  await order(hands, '1,2,3,4,5,6,7,8,9,10,11,12,13')

  await hands.tap('Weiteres')
  await window.find('[role=menu]')
  await hands.look('weiteres')
  await hands.tap('Verschieben')
  await hands.opened()
  await hands.says('Nichtöffentlicher Teil')
  await hands.look('verschieben')
  await hands.tap('hinter TOP 7')
  await hands.closed()
  await order(hands, '1,2,3,4,6,7,5,8,9,10,11,12,13')

  await look(hands, 8, '8')
  await hands.tap('Weiteres')
  await hands.tap('Verschieben')
  await hands.opened()
  await hands.tap('hinter TOP 11')
  await hands.closed()
  await order(hands, '1,2,3,4,6,7,5,9,10,11,8,12,13')

  await look(hands, 5, '6')
  await hands.tap('Weiteres')
  await hands.tap('Gemeinsam beraten')
  await hands.opened()
  await hands.says('Mit welchen Punkten?')
  await window.press(KEY.tab, KEY.space)
  await hands.look('gemeinsam')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.says('Gemeinsame Beratung mit TOP 3.')

  await look(hands, 4, '4')
  await hands.tap('Weiteres')
  await hands.tap('Von der Tagesordnung absetzen')
  await row(hands, '4', 'abgesetzt')

  await window.press(KEY.f10)
  await hands.tap('Punkt hinzufügen')
  await hands.opened()
  await hands.fillIn('Nummer', '3a')
  await hands.fillIn('Titel', 'Ausfall der Server im Kreishaus')
  await hands.fillIn('Warum der Punkt nicht warten kann', 'Der Betrieb ist seit gestern gestört.')
  await hands.look('dringlich')
  await window.press(KEY.enter)
  await hands.closed()
}

/** An item is called before its turn; the order in which they were called is said. */
async function outOfTurn(hands) {
  const { window } = hands
  await hands.clock(at('15:45'))
  await look(hands, 6, '7')
  await hands.says('TOP 7 aufrufen')
  await hands.tap('TOP 7 aufrufen')
  await hands.current('7')
  await hands.clock(at('15:50'))
  await window.press([KEY.alt, '3'])
  await hands.tap('TOP 3 aufrufen')
  await hands.current('3')
  await window.until('the order', 'return document.body.textContent.replace(/\\s+/g, " ").includes("Aufgerufen in der Reihenfolge TOP 1, 2, 7, 3.")')
  await hands.look('reihenfolge')
}

async function recess(hands) {
  const { window } = hands
  await hands.clock(at('16:00'))
  await window.press(KEY.f10)
  await hands.tap('Sitzung unterbrechen')
  await hands.says('Die Sitzung ist unterbrochen')
  await hands.look('unterbrochen')
  await hands.clock(at('16:10'))
  await window.press(KEY.f2)
  await hands.opened()
  await window.press(KEY.enter)
  await hands.closed()
  await window.until('the end of the recess', 'return !document.querySelector(".recess")')
}

/** Behind closed doors after a vote, back in public with those who left, and once more. */
async function closedDoors(hands) {
  const { window } = hands
  await hands.clock(at('16:12'))
  await exclude(hands)
  await window.click(await window.named('Ausgezählt', '[role=radio]'))
  await fill(hands, 'Nein', '7')
  await hands.says('Die Sitzung bleibt öffentlich.')
  await hands.look('ausschluss-abgelehnt')
  await fill(hands, 'Nein', '1')
  await hands.usable('Nichtöffentlichkeit herstellen')
  await hands.says('mehrheitlich')
  await hands.look('ausschluss')
  await hands.tap('Nichtöffentlichkeit herstellen')
  await hands.closed()
  await window.find('.frame.non-public')

  await hands.clock(at('16:20'))
  await exclude(hands)
  await hands.says('Wer kommt zurück?')
  await hands.look('öffentlich')
  await window.press(KEY.enter)
  await hands.closed()
  await window.until('the public part', 'return !document.querySelector(".frame.non-public")')
  await hands.says('2 Personen')

  await hands.clock(at('16:25'))
  await exclude(hands)
  await window.press(KEY.enter)
  await hands.closed()
  await window.find('.frame.non-public')
}

async function exclude(hands) {
  await hands.window.press([KEY.control, KEY.shift, 'n'])
  await hands.opened()
}

/** A number of votes, typed over. */
async function fill(hands, label, number) {
  await hands.window.click(await hands.window.field(label))
  await hands.window.press([KEY.control, 'a'], number)
}

/** Both times, sifted, searched, corrected in place; what hangs together is said in words. */
async function log(hands) {
  const { window } = hands
  await hands.clock(at('16:31'))
  await window.press(KEY.f10)
  await hands.tap('Verlauf')
  await hands.says('Nichts wird gelöscht')
  await hands.says('Nichtöffentlichkeit hergestellt')
  await hands.look('verlauf')
  await fill(hands, 'Suchen', 'oeff wieder')
  await entries(hands, 1)
  await hands.tap('Uhrzeit ändern')
  await window.until('the time', 'return document.activeElement.matches("li form input")')
  await window.press('17:18', KEY.enter)
  await entries(hands, 2)
  await hands.look('verlauf-berichtigt')
  await fill(hands, 'Suchen', 'sitzung eröffnet')
  await entries(hands, 1)
  await hands.tap('Zurücknehmen')
  await window.find('dialog li .kern-alert--danger')
  await hands.look('verlauf-abgelehnt')
  await fill(hands, 'Suchen', KEY.delete)
  await window.js(`
    const choice = document.querySelector('dialog select')
    choice.value = 'corrections'
    choice.dispatchEvent(new Event('change', { bubbles: true }))`)
  await entries(hands, 2)
  await window.press(KEY.escape)
  await hands.closed()
}

function entries(hands, count) {
  return hands.window.until(`${count} entries`, 'return document.querySelectorAll("dialog ol > li[data-act]").length === arguments[0]', count)
}

/** By keys alone: an act, an item, a person. */
async function found(hands) {
  const { window } = hands
  await palette(hands, '')
  await hands.look('finden')
  await window.press(KEY.escape)
  await hands.closed()
  await palette(hands, 'guer')
  await hands.look('finden-person')
  await window.press(KEY.enter)
  await hands.opened()
  await hands.says('Yasemin Gürtekin')
  await window.press(KEY.escape)
  await hands.closed()
  await palette(hands, 'top 12 auf')
  await window.press(KEY.enter)
  await hands.closed()
  await window.until('TOP 12', 'return document.querySelector("main.item .top")?.textContent.trim() === "TOP 12"')
  await palette(hands, 'xyz')
  await hands.says('Dazu gibt es hier nichts.')
  await window.press(KEY.escape)
  await hands.closed()
  await window.press(KEY.f1)
  await hands.opened()
  await hands.look('tasten')
  await window.press(KEY.escape)
  await hands.closed()
}

async function palette(hands, letters) {
  await hands.window.press([KEY.control, 'k'])
  await hands.window.until('the search', 'return document.activeElement.matches("dialog [role=combobox]")')
  if (letters) await hands.window.press(letters)
  await hands.window.settle()
}

/** Looks at an item, by the key of its place among those of the first level. */
async function look(hands, place, number) {
  await hands.window.press([KEY.alt, String(place)])
  await hands.window.until(`TOP ${number}`, `
    return document.querySelector('.looked') && document.querySelector('main.item .top')?.textContent.trim() === 'TOP ' + arguments[0]`, number)
  await hands.window.settle()
}

/** The items of the first level stand in this order. */
function order(hands, expected) {
  return hands.window.until(`the order ${expected}`, `
    const rows = [...document.querySelectorAll('.left .row')].filter((row) => !row.style.getPropertyValue('--level').trim().match(/[1-9]/))
    return rows.map((row) => row.querySelector('.number').textContent.trim()).join() === arguments[0]`, expected)
}

/** An item says this in the agenda. */
function row(hands, number, words) {
  return hands.window.until(`TOP ${number}: ${words}`, `
    return [...document.querySelectorAll('.left .row')].some((row) => row.querySelector('.number').textContent.trim() === arguments[0]
      && row.textContent.replace(/\\s+/g, ' ').includes(arguments[1]))`, number, words)
}
