// The display of the chair: in a window of its own on a second monitor, and on the same tablet turned
// around. It follows every act of the clerk at once and what is put to the vote, shows nothing of the
// non-public part, has one button, and goes with the window of the clerk.
import { setTimeout as sleep } from 'node:timers/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:32:00Z'
const screen = [1920, 1080]
export const variants = {
  hell: { clock, second: screen },
  dunkel: { clock, dark: true, second: [1280, 720], large: true },
  tablet: { clock, alone: true },
  'tablet-hoch': { clock, alone: true, dark: true, width: 800, height: 1280 },
}

const CLERK = 'Sitzungsbuch'
const CHAIR = 'Sitzungsbuch: Vorsitz'
const SECRET = /Tablets|Zuschlag/

export async function play(stage, options) {
  const hands = new Hands(stage)
  await hands.sample(options)
  await hands.ten()
  if (options.alone) await turnedAround(stage, hands)
  else await inItsWindow(stage, hands, options)
}

/** An act of the clerk, then what the chair sees of it. */
async function clerk(hands, act) {
  await hands.window.switchTo(CLERK)
  await act()
  await hands.window.switchTo(CHAIR)
}

async function inItsWindow(stage, hands, { second: [width, height] }) {
  const { window } = stage
  await menu(hands, 'Vorsitzansicht öffnen')
  await window.switchTo(CHAIR)
  await window.find('html[data-ready=true]')
  await hands.says('noch nicht eröffnet')
  await window.until('the whole second monitor', 'return innerWidth === arguments[0] && innerHeight === arguments[1]', width, height)
  await hands.look('vorher')
  await clerk(hands, async () => {
    await window.press(KEY.f2)
    await window.find('.live')
  })
  await hands.says('Kein Punkt aufgerufen')
  await invited(hands)
  await finds(hands)
  await hands.look('eröffnet')
  await clerk(hands, () => hands.says('festgestellt 16:33'))
  await decided(hands)
  await elected(hands)
  await closedDoors(hands)
  // Locked: the name of the product and the clock.
  await clerk(hands, async () => {
    await window.press([KEY.control, 'l'])
    await window.find('input[type=password]')
  })
  await window.until('nothing of the session', 'return !document.querySelector("main").innerText.trim()')
  const words = (await window.text('body')).replace(/\s+/g, ' ').trim()
  if (!/^Sitzungsbuch \d\d:\d\d/.test(words)) throw new Error(`locked, and yet: ${words}`)
  await hands.look('gesperrt')
  await goes(stage, hands)
}

/** The due invitation comes first, with one tap; the quorum has the button after it. */
async function invited(hands) {
  await hands.look('ladung')
  await hands.clock('2026-11-12T15:33:00Z')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.usable('Beschlussfähigkeit feststellen')
  await clerk(hands, () => hands.says('Ladung festgestellt 16:33'))
}

/** Confirms the quorum with one tap; the clock stands, and the button is gone for this minute. */
async function finds(hands) {
  await hands.clock('2026-11-12T15:33:00Z')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.says('festgestellt 16:33')
  const buttons = await hands.window.js('return document.querySelectorAll("button").length')
  if (buttons !== 0) throw new Error(`${buttons} buttons after the finding`)
}

/** An item with a proposal, and the vote on it. */
async function decided(hands) {
  const { window } = hands
  await clerk(hands, async () => {
    for (const number of ['1', '2', '3']) await hands.next(number)
  })
  await hands.says('Zu entscheiden')
  await hands.says('stimmberechtigt anwesend')
  await hands.look('zu-entscheiden')
  await between(hands)
  await clerk(hands, async () => {
    await window.press(KEY.f8, 'A')
    await window.find('[data-area=vote] input')
    await hands.fillIn('Nein', '2')
    await hands.tap('Ergebnis festhalten')
    await hands.result('mehrheitlich')
  })
  await hands.says('Angenommen')
  await hands.look('ergebnis')
}

/** What comes in front of the item: a motion on procedure, somebody's bias, motions one after the other
    and together; what was decided last stands below. */
async function between(hands) {
  const { window } = hands
  await clerk(hands, async () => {
    await window.press([KEY.alt, 'g'])
    await hands.opened()
    await hands.tap('Unterbrechung der Sitzung')
    await hands.usable('Zurück ohne Abstimmung')
  })
  await hands.says('Zur Abstimmung')
  await hands.says('Antrag auf Unterbrechung der Sitzung')
  await hands.look('geschäftsordnung')
  await clerk(hands, async () => {
    await window.press('n')
    await window.find('.roll')
    await window.press('nnnnnnnnnn')
    await hands.tap('Ergebnis festhalten')
    await window.until('the proposal again', 'return !document.querySelector(".roll")')
  })
  await hands.says('Zu entscheiden')
  await hands.says('Zuletzt entschieden')
  await hands.look('zuletzt')
  await clerk(hands, async () => {
    await hands.person('bo')
    await window.press('A')
    await window.click(await window.named('Beschluss des Gremiums', '[role=radio]'))
    await hands.tap('Zuerst darüber abstimmen')
    await hands.usable('Zurück ohne Abstimmung')
  })
  await hands.says('Befangenheit von Herrn KA')
  await hands.says('9 stimmberechtigt anwesend')
  await hands.look('befangenheit')
  await clerk(hands, async () => {
    await hands.tap('Zurück ohne Abstimmung')
    await hands.tap('Weiteres')
    await hands.tap('Antragsliste einfügen')
    await hands.opened()
    await hands.pasteInto('Zeilen aus der Tabelle', ['WU', 'SL', 'GL'].map((mover, at) => `${at + 1}\t${mover}\t21.10.0${at + 1}\t1.000\t2.000`).join('\n'))
    await hands.tap('3 Anträge übernehmen')
    await hands.closed()
    await window.press([KEY.alt, 'r'])
    await hands.usable('Reihe verlassen')
  })
  await hands.says('21.10.01: 2.000 statt 1.000')
  await hands.look('antrag')
  await clerk(hands, async () => {
    await window.click(await window.named('Gemeinsam', '[role=radio]'))
    await hands.tap('Gemeinsam abstimmen')
    await hands.usable('Zurück ohne Abstimmung')
  })
  await hands.says('Anträge 1 bis 3')
  await hands.look('gemeinsam')
  await clerk(hands, async () => {
    await window.press('e')
    await hands.says('Über alle Anträge ist entschieden.').catch(() => hands.usable('Reihe verlassen'))
    await hands.tap('Reihe verlassen')
  })
  await hands.says('Zu entscheiden')
}

/** An election: who stands, what the round gave, and who is elected. */
async function elected(hands) {
  const { window } = hands
  await clerk(hands, async () => {
    await hands.next('4')
    await window.press(KEY.f8, 'W')
    await hands.opened()
    await window.until('the post', 'return document.activeElement.matches("dialog input")')
    await window.press('stellvertretender Vorsitz', KEY.tab)
    for (const letters of ['bo', 'ca', 'el']) {
      await window.press(letters)
      await window.find('.found button')
      await window.press(KEY.enter)
      await window.until('taken', 'return !document.querySelector(".found")')
    }
    await window.press(KEY.enter)
    await hands.closed()
  })
  await hands.says('stellvertretender Vorsitz')
  await hands.says('1. Wahlgang')
  await hands.look('wahl')
  await clerk(hands, async () => {
    await window.press(KEY.f8, 'A')
    await window.until('the numbers of a round', 'return document.activeElement.closest(".line")')
    await window.press('4', KEY.tab, '4', KEY.tab, '2')
    await hands.says('10 abgegeben')
    await window.press(KEY.enter)
    await hands.result('Engere Wahl')
  })
  await hands.says('2. Wahlgang, engere Wahl')
  await hands.look('engere-wahl')
  await clerk(hands, async () => {
    await window.press(KEY.f8, 'A')
    await window.until('the numbers of a round', 'return document.activeElement.closest(".line")')
    await window.press('6', KEY.tab, '4')
    await hands.says('10 abgegeben')
    await window.press(KEY.enter)
    await hands.usable('Nimmt an')
    await window.press(KEY.f8, 'A')
  })
  await hands.says('Gewählt')
  await hands.look('gewählt')
}

/** Behind closed doors nothing of them is in the window. */
async function closedDoors(hands) {
  const { window } = hands
  await clerk(hands, async () => {
    await window.press([KEY.control, KEY.shift, 'N'])
    await hands.opened()
    await window.press(KEY.enter)
    await hands.closed()
    await window.find('.frame.non-public')
    for (const number of ['10', '11']) await hands.next(number)
    if (!SECRET.test(await window.text('main'))) throw new Error('the clerk sees nothing to be kept secret')
  })
  await window.find('.chair.non-public')
  await hands.says('Inhalte werden hier nicht angezeigt')
  await hands.says('Vergabeangelegenheit')
  if (SECRET.test(await window.js('return document.documentElement.outerHTML'))) throw new Error('non-public words in the window of the chair')
  await hands.look('nichtöffentlich')
}

/** It goes by Escape and comes again, and goes with the window of the clerk. */
async function goes(stage, hands) {
  const { window } = stage
  await window.switchTo(CLERK)
  await hands.unlock()
  await hands.usable('Menü')
  // Its window is gone before the driver has its answer.
  for (let tries = 0; tries < 40 && (await window.reaches(CHAIR)); tries += 1) {
    await window.press(KEY.escape).catch(() => {})
    await sleep(100)
  }
  await window.switchTo(CLERK)
  await menu(hands, 'Vorsitzansicht öffnen')
  await window.switchTo(CHAIR)
  await window.switchTo(CLERK)
  await menu(hands, 'Vorsitzansicht schließen')
  await menu(hands, 'Vorsitzansicht öffnen')
  await window.switchTo(CHAIR)
  await window.switchTo(CLERK)
  await stage.askToClose(CLERK)
  await stage.ended()
}

async function turnedAround(stage, hands) {
  const { window } = stage
  await window.press(KEY.f2)
  await window.find('.live')
  for (const number of ['1', '2', '3']) await hands.next(number)
  await window.press('Frau KA Falkenroth begrüßt.')
  await menu(hands, 'Vorsitzansicht auf diesem Gerät')
  await hands.says('Zu entscheiden')
  if ((await window.text('body')).includes('begrüßt')) throw new Error('the text of the clerk is on the display')
  await finds(hands)
  await hands.look('tablet')
  // Keys of the clerk do nothing here.
  await window.press(KEY.f2, KEY.f1, KEY.f4)
  if (await window.js('return document.querySelector("dialog") !== null')) throw new Error('a dialog over the display')
  // A tap on the clock does nothing, a second does.
  const time = await window.find('.chair .clock')
  await window.touch(time)
  await window.settle()
  await window.find('.chair')
  await window.touch(time, 1_100)
  await window.find('.live')
  await hands.says('Frau KA Falkenroth begrüßt.')
  await hands.says('festgestellt 16:33')
  await menu(hands, 'Vorsitzansicht auf diesem Gerät')
  await window.find('.chair')
  await window.press(KEY.escape)
  await window.find('.live')
}

// A key that is pressed while the focus goes from one window to the other reaches neither; where the
// menu is open already, another one does nothing. The same goes for the Escape above.
async function menu(hands, label) {
  const { window } = hands
  for (let tries = 0; tries < 40; tries += 1) {
    await window.press(KEY.f10)
    await window.settle()
    if (await window.js('return document.querySelector("dialog[open]") !== null')) break
  }
  await hands.opened()
  await hands.tap(label)
  await window.until('the menu gone', 'return !document.querySelector("dialog[open]")')
}
