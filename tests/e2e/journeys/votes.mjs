// Votes beyond "Einstimmig": read out, a part by itself, by faction, counted anew, secret after a
// request, referred to another body; in other words, and with looks elsewhere in between. By keyboard wherever there is a key.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  dunkel: { clock, dark: true },
  hochkant: { clock, width: 800, height: 1280 },
  groß: { clock, large: true },
}

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  await hands.sample({ large })
  await hands.ten()
  await hands.openSession()
  await called(hands, '3')
  await read(hands)
  await part(hands)
  await byFaction(hands)
  await recount(hands)
  await called(hands, '6')
  await request(hands)
  await secret(hands)
  await called(hands, '7')
  await refer(hands)
  await called(hands, '8')
  await reworded(hands)
  await elsewhere(hands)
}

/** Looks at an item and calls it. */
async function called(hands, number) {
  await hands.window.press([KEY.alt, number])
  await hands.says(`TOP ${number} aufrufen`)
  await hands.tap(`TOP ${number} aufrufen`)
  await hands.says('Beschlussvorschlag')
  await hands.window.until('nothing is only looked at', 'return !document.querySelector(".looked")')
}

/** A key of the vote panel, wherever the caret was. */
async function key(hands, ...keys) {
  await hands.window.press(KEY.f8)
  await hands.window.until('the vote panel', 'return document.activeElement.closest("[data-area=vote]")')
  await hands.window.press(...keys)
}

async function read(hands) {
  await key(hands, 'v')
  await hands.opened()
  await hands.says('Zurück zur Sitzung')
  await hands.look('vorlesen')
  await hands.window.press('v')
  await hands.closed()
}

async function part(hands) {
  await hands.tap('Weiteres')
  await hands.look('menü-des-punkts')
  await hands.tap('Über einen Teil einzeln abstimmen')
  await hands.opened()
  await hands.window.click(await hands.window.named('Ziffer 2', '[role=radio]'))
  await hands.window.until('the words of the part', 'return document.querySelector("dialog [role=textbox]")?.innerText.includes("Lizenzkosten")')
  await hands.look('teil')
  await hands.tap('Zur Abstimmung')
  await hands.closed()
  await hands.says('Abstimmung: Ziffer 2')
  await hands.look('teil-abstimmung')
  await key(hands, 'e')
  await hands.result('Ziffer 2')
}

async function byFaction(hands) {
  const { window } = hands
  await hands.tap('Weitere Abstimmung')
  await key(hands, 'f')
  await window.until('the first faction', 'return document.activeElement.closest("tbody")')
  await sums(hands, '10,0,0')
  // All of the second faction are against, one of the first abstains.
  await window.press(KEY.down, 'n', KEY.up, KEY.tab, '1')
  await sums(hands, '6,3,1')
  await hands.says('10 abgegeben')
  await hands.look('fraktionen')
  await window.press(KEY.enter)
  await hands.result('Enthaltung')
  await hands.look('ergebnisse')
}

function sums(hands, expected) {
  return hands.window.until(`the sums ${expected}`, `
    return [...document.querySelectorAll('tfoot .sum')].map((one) => one.innerText.trim()).join() === arguments[0]`, expected)
}

/** The chair's count was doubted: it is counted anew, and the first count is kept. */
async function recount(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T15:40:00Z')
  await hands.window.click(await window.until('the menu of the last result', `
    return [...document.querySelectorAll('.below .opener')].at(-1)`))
  await hands.look('ergebnis-menü')
  await hands.tap('Neu auszählen')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await window.press('4', KEY.tab, '1')
  await hands.says('bleibt in der Aufzeichnung stehen')
  await hands.look('neu-auszählen')
  await window.press(KEY.enter)
  await hands.result('Wiederholung der Abstimmung von')
  await hands.result('wiederholt; maßgeblich ist das neue Ergebnis')
  await hands.result('4 Gegenstimmen')
}

async function request(hands) {
  const { window } = hands
  await hands.tap('Weiteres')
  await hands.tap('Antrag auf namentliche oder geheime Abstimmung')
  await window.until('the number', 'return document.activeElement.closest("dialog input")')
  await window.click(await window.named('Geheime Abstimmung', '[role=radio]'))
  await window.click(await window.field('Antragstellende Mitglieder'))
  await window.press([KEY.control, 'a'], '2')
  await hands.says('Der Antrag reicht nicht')
  await hands.look('antrag-reicht-nicht')
  await window.press([KEY.control, 'a'], '4')
  await hands.says('Es ist geheim abzustimmen.')
  await hands.look('antrag-reicht')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.says('geheime Abstimmung verlangt')
  await window.until('Geheim comes first', 'return document.querySelector("[data-area=vote] .ways button")?.innerText.includes("Geheim")')
  await hands.look('geheim-verlangt')
}

async function secret(hands) {
  const { window } = hands
  await key(hands, 'a')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await hands.says('geheime Abstimmung verlangt')
  await window.press(KEY.escape)
  await key(hands, 'g')
  await window.until('the ballots', 'return document.activeElement.closest(".three")')
  await window.press('5', KEY.tab, '3')
  await hands.says('2 Stimmzettel offen')
  await hands.look('geheim-offen')
  await window.press(KEY.tab, KEY.tab, '1', KEY.tab, '1')
  await hands.says('10 von 10 Stimmzetteln ausgezählt')
  await window.js(`
    const choice = [...document.querySelectorAll('.tellers select')][0]
    choice.value = choice.options[1].value
    choice.dispatchEvent(new Event('change', { bubbles: true }))`)
  await window.find('.teller')
  await hands.look('geheim')
  await window.click(await window.field('Nein'))
  await window.press(KEY.enter)
  await hands.result('Geheime Abstimmung: 10 Stimmzettel ausgegeben')
  await hands.result('Ausgezählt von')
  await hands.look('geheim-ergebnis')
  // What was recorded is what a correction begins with.
  await hands.tap('Korrigieren')
  await key(hands, 'g')
  await hands.says('10 von 10 Stimmzetteln ausgezählt')
  await window.press(KEY.escape)
}

async function refer(hands) {
  const { window } = hands
  await key(hands, 'o')
  await window.find('[role=menu]')
  await hands.look('weitere')
  await hands.tap('Verwiesen ...')
  await hands.says('An wen')
  await hands.look('verwiesen')
  await window.press([KEY.control, KEY.enter])
  await hands.result('Verwiesen an den Kreisausschuss')
  await hands.look('verwiesen-ergebnis')
}

/** What the chair puts in other words is kept whatever happens, until it is put as proposed again. */
async function reworded(hands) {
  const { window } = hands
  await hands.tap('Ändern')
  await window.until('the wording', 'return document.activeElement.closest(".proposal [role=textbox]")')
  await window.press('Sofort: ', [KEY.control, KEY.enter])
  await hands.says('Beschlussvorschlag, geändert')
  await hands.tap('Ändern')
  await window.until('the wording', 'return document.activeElement.closest(".proposal [role=textbox]")')
  await window.press('Unfertig', KEY.escape)
  await hands.says('Beschlussvorschlag, geändert')
  await window.press([KEY.control, 'l'])
  await hands.unlock()
  await hands.says('Sofort:')
  await hands.tap('Ändern')
  await hands.usable('Vorschlag wiederherstellen')
  await hands.look('wortlaut-geändert')
  await hands.tap('Vorschlag wiederherstellen')
  await window.until('the proposal', 'return !document.querySelector(".proposal").innerText.includes("Sofort:")')
}

/** In the middle of a roll-call one looks at the quorum, at all seats and at another item, and
 * somebody comes whose seat is in front of others. */
async function elsewhere(hands) {
  const { window } = hands
  const calls = () => window.js(`
    return [...document.querySelectorAll('.roll li')].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())`)
  const inSight = () => window.until('the roll', 'return document.querySelector(".roll")?.checkVisibility()')
  await key(hands, 'n')
  await inSight()
  await window.press('jjnj')
  const before = await calls()
  await window.press(KEY.f9)
  await hands.says('Zurück')
  await window.press(KEY.f9)
  await inSight()
  await window.press([KEY.alt, '7'])
  await hands.says('Zurück zu TOP 8')
  await hands.tap('Zurück zu TOP 8')
  await inSight()
  await hands.person('dornb')
  await window.press('K')
  await hands.closed()
  const last = await window.until('the newcomer at the end', `
    const last = [...document.querySelectorAll('.roll li')].at(-1).innerText
    return last.includes('Dornbusch') && last`)
  const after = await calls()
  if (before.slice(0, 4).join() !== after.slice(0, 4).join()) throw new Error(`${before.slice(0, 4)} and then ${after.slice(0, 4)}, ${last}`)
  await hands.look('namentlich-zugang')
  await window.press('jjjjjj')
  await window.until('only the newcomer is asked', 'return document.querySelector(".roll .current")?.innerText.includes("Dornbusch")')
  await window.press('j')
  await hands.says('Alle sind aufgerufen.')
  await hands.tap('Ergebnis festhalten')
  await hands.result('bei 1 Gegenstimme')
}
