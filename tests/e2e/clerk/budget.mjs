// Gestures with a long series of motions: the list is pasted, the next one stands ready, and what is
// the same as before takes one key.
import { KEY } from '../driver.mjs'
import { Votes } from './votes.mjs'

const PROCEDURES = { closeDebate: 'Schluss der Aussprache', interrupt: 'Unterbrechung der Sitzung', refer: 'Verweisung' }

export class Budget extends Votes {
  /** How the last motion went. */
  #before = ''
  /** Those that wait. */
  #open = 0

  /** The item is closed on the way to the next one. */
  async closeItem(act, { next }) {
    if (next?.type !== 'callItem') await super.closeItem(act)
  }

  async fileMotion({ motion }) {
    this.motions.set(motion.id, motion.name ?? '')
    if (motion.kind.procedural) await this.procedure(motion)
    else if (this.#open === 0) await this.paste()
  }

  /** The list as the office keeps it in a spreadsheet. */
  async paste() {
    const { window, hands } = this
    const motions = this.script.acts.flatMap(({ do: { motion } }) => (motion?.kind === 'amendment' ? [motion] : []))
    const movers = (motion) => motion.movers.map(({ faction }) => (faction ? this.row('organization', faction).shortName : 'Verwaltung')).join(', ')
    const lines = motions.map((motion) => [motion.name, movers(motion), motion.position, motion.oldAmount, motion.newAmount].join('\t'))
    this.#open = motions.length
    await hands.tap('Weiteres')
    await hands.tap('Antragsliste einfügen')
    await window.until('the caret in the list', 'return document.activeElement.matches("dialog textarea")')
    // The clipboard of the display is empty: the key counts, and the text comes after it.
    await window.press([KEY.control, 'v'])
    await window.paste([['Nr.', 'Antrag von', 'Haushaltsstelle', 'bisher', 'beantragt'].join('\t'), ...lines].join('\n'))
    await hands.usable(`${motions.length} Anträge übernehmen`)
    await hands.look('liste')
    await window.press([KEY.control, KEY.enter])
    // One act each: a busy machine takes its time.
    for (let entered = 10; entered < motions.length; entered += 10) {
      await window.until(`${entered} motions`, 'return Number(/(\\d+) von \\1 offen/.exec(document.body.innerText)?.[1]) > arguments[0]', entered)
    }
    await hands.says(`${motions.length} von ${motions.length} offen`)
    await hands.closed()
  }

  async procedure({ kind, movers }) {
    const { window, hands } = this
    await window.press([KEY.alt, 'g'])
    await hands.opened()
    for (const mover of movers) {
      if (mover.person) await this.mover(mover)
      else await hands.tap(this.row('organization', mover.faction).name)
    }
    await hands.tap(PROCEDURES[kind.procedural])
    await hands.usable('Zurück ohne Abstimmung')
  }

  async withdrawMotion({ motion }) {
    await this.sheetOf(motion)
    await this.hands.tap('Zurückziehen')
    await this.hands.closed()
    await this.left(1)
  }

  /** The sheet of a motion, from the list. */
  async sheetOf(motion) {
    await this.window.click(await this.motion(this.motions.get(motion)))
    await this.hands.opened()
  }

  async interruptMeeting() {
    await this.hands.tap('Sitzung unterbrechen')
    await this.hands.says('Die Sitzung ist unterbrochen')
  }

  async recordVote({ matter, repeats, tally, announced }) {
    if (!matter) return this.atLast(tally)
    if (matter.motion && !this.motions.get(matter.motion)) return this.between(tally, announced)
    await this.inSeries()
    const way = JSON.stringify([tally, announced])
    if (repeats) await this.countedAnew(matter.motion, tally)
    else if (matter.motions) await this.enBloc(matter.motions, tally, announced)
    else await this.single(matter.motion, way === this.#before, tally, announced)
    this.#before = way
    if (!repeats) await this.left(matter.motions?.length ?? 1)
  }

  /** The motions one after the other. */
  async inSeries() {
    if (await this.visible('Reihe verlassen')) return
    await this.window.press([KEY.alt, 'r'])
    await this.hands.usable('Reihe verlassen')
  }

  async single(motion, same, tally, announced) {
    const { window, hands } = this
    const name = this.motions.get(motion)
    await window.until(`${name} is next`, 'return document.querySelector("li.current .name")?.textContent.trim() === arguments[0]', name)
    if (!same) return this.say(tally, announced)
    await hands.usable('Wie zuvor')
    await window.press(KEY.enter)
  }

  async enBloc(motions, tally, announced) {
    const { window, hands } = this
    await window.click(await window.named('Gemeinsam', '[role=radio]'))
    await hands.says(`${this.#open} von ${this.#open} ausgewählt`)
    const chosen = new Set(motions.map((motion) => this.motions.get(motion)))
    const offered = await window.js('return [...document.querySelectorAll("[role=checkbox]")].filter((one) => one.checkVisibility()).map((one) => [one, one.querySelector(".name").textContent.trim()])')
    for (const [box, name] of offered) {
      if (!chosen.has(name)) await window.click(box)
    }
    await hands.says(`${motions.length} von ${this.#open} ausgewählt`)
    await hands.look('ausnahmen')
    await hands.tap('Gemeinsam abstimmen')
    await hands.usable('Zurück ohne Abstimmung')
    await hands.look('gemeinsam')
    await this.say(tally, announced)
  }

  /** A motion on procedure is voted on, and it goes on where it was. */
  async between(tally, announced) {
    await this.say(tally, announced)
    await this.window.until('it goes on', `
      return ![...document.querySelectorAll('.numbers input')].some((one) => one.checkVisibility())
        && ![...document.querySelectorAll('button')].some((one) => one.checkVisibility() && one.innerText.startsWith('Zurück ohne Abstimmung'))`)
  }

  /** The count is doubted. */
  async countedAnew(motion, tally) {
    await this.sheetOf(motion)
    await this.hands.tap('Neu auszählen')
    await this.numbers(tally)
    await this.hands.usable('Reihe verlassen')
  }

  /** The item itself, once all motions on it are settled. */
  async atLast(tally) {
    await this.hands.says('Über alle Anträge ist entschieden.')
    await this.hands.look('alle')
    await this.window.press(KEY.escape)
    await this.hands.usable('Auszählen')
    await this.window.press(KEY.f8)
    await this.say(tally, 'accepted')
    await this.hands.result('angenommen')
  }

  async say(tally, announced) {
    if (tally.kind !== 'unanimous') {
      await this.window.press('a')
      return this.numbers(tally)
    }
    if (announced === 'accepted') return this.window.press('e')
    await this.hands.tap('Weitere')
    return this.hands.tap('Einstimmig abgelehnt')
  }

  /** "Nein" has the caret, "Ja" is what remains. */
  async numbers({ no, abstain }) {
    const { window } = this
    await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
    const said = [no.number, abstain.number].map(String)
    if (no.number > 0) await window.press(said[0])
    if (abstain.number > 0) await window.press(KEY.tab, said[1])
    await window.until(`the numbers ${said.join()}`, `
      return [...document.querySelectorAll('.numbers input')].filter((one) => one.checkVisibility()).slice(1).map((one) => one.value).join() === arguments[0]`, said.join())
    await window.press(KEY.enter)
  }

  /** So many fewer wait. */
  async left(fewer) {
    this.#open -= fewer
    await this.window.until(`${this.#open} that wait`, `
      return [...document.querySelectorAll('.state.pending')].filter((one) => one.checkVisibility()).length === arguments[0]`, this.#open)
  }
}
