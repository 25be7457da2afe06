// A council of 200: names called one by one, somebody found by two letters, who leaves and comes, a
// count, a roll-call that is begun. How long each step takes is printed, not judged.
import { writeFile } from 'node:fs/promises'
import { vault } from '../clerk/script.mjs'
import { council, names } from '../council.mjs'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { sitzungsbuch } from '../programs.mjs'
import { timed } from '../stopwatch.mjs'

const SEATS = 200
const [, ...others] = names(SEATS)
const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { prepare, clock },
  'hochkant-dunkel': { prepare, clock, dark: true, width: 800, height: 1280 },
}

/** The vault as the office hands it over. */
async function prepare(stage) {
  await writeFile(stage.file('rat.json'), JSON.stringify(council(SEATS)))
  await sitzungsbuch(['prepare', stage.file('rat.json'), '--vault', vault(stage)], PASSPHRASE)
}

export async function play(stage) {
  const hands = new Hands(stage)
  const steps = new Steps(hands)
  await hands.fill()
  await hands.unlock()
  await hands.tap('Öffnen')
  await hands.usable('Gäste und Verwaltung')
  await hands.look('vorher')
  await called(hands, steps)
  await hands.clock('2026-11-12T15:32:00Z')
  await steps.key('the session is opened', KEY.f2, 'document.querySelector(".live")')
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.look('eröffnet')
  await beside(stage, hands, steps)
  await everywhere(hands, steps)
  await voted(hands, steps)
  steps.print()
}

/** All are called; three are missing, and one of them comes in after all. */
async function called(hands, steps) {
  await hands.tap('Namensaufruf')
  for (let at = 0; at < SEATS; at += 1) {
    const missing = at % 70 === 69
    const next = at + 1 < SEATS ? `document.querySelector('.call section .muted')?.textContent.startsWith('${at + 2} von')` : 'document.querySelector(".call .end")'
    await steps.key('a name is called', missing ? 'f' : 'a', next)
    if (at === 100) await hands.look('aufruf')
  }
  await hands.tap('Namensaufruf beenden')
  await hands.says('198 von 200')
}

/** Beside the item: those who are missing, and anybody by two letters. */
async function beside(stage, hands, steps) {
  const { window } = stage
  const gone = others[99]
  const two = gone.slice(0, 2)
  await window.click(await window.field('Namen suchen'))
  await steps.key('two letters find somebody', two, 'tile(args[0])', gone)
  await hands.look('gesucht')
  await window.click(await hands.tile(gone))
  await hands.opened()
  await hands.look('blatt')
  await steps.tap('somebody leaves', await hands.usable('geht jetzt'), 'tile(args[0])?.matches(".not")', gone)
  await steps.tap('somebody arrives', await hands.tile(gone), 'tile(args[0])?.matches(".counts")', gone)
  await hands.fillIn('Namen suchen', KEY.delete)
  await window.press(KEY.f4)
  await hands.opened()
  await window.until('the search', 'return document.activeElement.closest("dialog input")')
  await window.press(two)
  await hands.look('suche')
  await window.press(KEY.escape)
  await hands.closed()
}

/** All seats as large tiles. */
async function everywhere(hands, steps) {
  await steps.tap('all seats are shown', await hands.usable('Alle Sitze'), 'document.querySelectorAll(".grid .tile").length === 200')
  await hands.look('alle-sitze')
  await hands.window.click(await hands.tile(others[1]))
  await hands.opened()
  await steps.tap('somebody leaves, among all', await hands.usable('geht jetzt'), 'tile(args[0])?.matches(".not")', others[1])
  await steps.tap('somebody arrives, among all', await hands.tile(others[1]), 'tile(args[0])?.matches(".counts")', others[1])
  await hands.tap('Zurück zu')
  await hands.window.find('.live')
}

/** A count, and a roll-call that is begun and given up. */
async function voted(hands, steps) {
  const { window } = hands
  await hands.next('2')
  await hands.next('3')
  await window.press(KEY.f8, 'a')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await window.press('12', KEY.tab, '3')
  await hands.look('zählen')
  await steps.key('a count is kept', KEY.enter, 'document.querySelector(".result")')
  await hands.result('12 Gegenstimmen und 3 Enthaltungen')
  await hands.look('gezählt')
  await steps.tap('it is taken back', await hands.usable('Rückgängig'), '!document.querySelector(".result")')
  await steps.key('a roll-call begins', [KEY.f8], 'document.activeElement.closest("[data-area=vote]")')
  await steps.key('a roll-call begins', 'n', 'document.querySelectorAll(".roll li").length > 190')
  for (let at = 1; at <= 12; at += 1) {
    await steps.key('a vote by name', 'jne'[at % 3], `document.querySelector('.roll .current .number')?.textContent === '${at + 1}'`)
  }
  await hands.look('namentlich')
  await window.press(KEY.escape)
  await hands.usable('Einstimmig')
}

/** The times of the steps, by what they are. */
class Steps {
  #hands
  #times = new Map()

  constructor(hands) {
    this.#hands = hands
  }

  tap(what, element, shown, ...args) {
    return this.#take(what, () => this.#hands.window.touch(element, 60), shown, args)
  }

  key(what, key, shown, ...args) {
    return this.#take(what, () => this.#hands.window.press(key), shown, args)
  }

  async #take(what, act, shown, args) {
    const [, , , painted] = await timed(this.#hands.window, act, shown, ...args)
    this.#times.set(what, [...(this.#times.get(what) ?? []), painted])
  }

  print() {
    for (const [what, times] of this.#times) {
      const sorted = times.toSorted((a, b) => a - b)
      const worst = times.length > 1 ? `, at most ${Math.round(sorted.at(-1))}, ${times.length} times` : ''
      process.stdout.write(`        ${what}: ${Math.round(sorted[Math.floor(sorted.length / 2)])} ms${worst}\n`)
    }
  }
}
