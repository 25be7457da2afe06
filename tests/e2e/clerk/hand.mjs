// What the gestures of a clerk share: the script with its names and numbers, the menus, and how the acts
// are recorded one after the other.
import { Hands } from '../hands.mjs'
import { clock } from './script.mjs'

export class Hand {
  script
  rows
  items
  /** Who stands in on a seat. */
  seated = new Map()
  /** Motions that were made, by what the window calls them. */
  motions = new Map()
  /** Place of the act that comes next. */
  next = 0
  /** Acts so far. */
  done = 0

  /** `looks` gives the name of a picture after an act, by its place in the script or its key. */
  constructor(stage, source, looks = {}) {
    this.hands = new Hands(stage)
    this.looks = looks
    this.script = source
    this.rows = new Map(source.master.map((row) => [`${row.noun} ${row.id}`, row]))
    this.items = new Map(source.meeting.plan.agenda.map((item) => [item.id, item.number]))
  }

  /** The window, another one after a crash. */
  get window() {
    return this.hands.window
  }

  /** Records the acts that are left, from the first excuse to the end of the session, or as far as
   * the act of that number. */
  async records(last = Infinity) {
    const from = this.next
    for (const [at, act] of this.script.acts.entries()) {
      if (at < from || at >= last) continue
      this.next = at + 1
      await this.hands.clock(clock(this.script.zone, act.entered ?? act.at))
      const gesture = this[act.do.type]
      if (!gesture) throw new Error(`no gesture for ${act.do.type}`)
      this.done = at
      const late = act.entered && act.entered !== act.at ? act.at.slice(-5) : ''
      try {
        await gesture.call(this, act.do, { late, next: this.script.acts[at + 1]?.do })
      } catch (fault) {
        throw new Error(`act ${at + 1} (${act.at} ${act.do.type}): ${fault.message}`, { cause: fault })
      }
      const look = this.looks[act.act] ?? this.looks[at + 1]
      if (look) await this.hands.look(look)
    }
  }

  row(noun, id) {
    const row = this.rows.get(`${noun} ${id}`)
    if (!row) throw new Error(`no ${noun} ${id} in the script`)
    return row
  }

  family(person) {
    return this.row('person', person).familyName
  }

  /** Title, given name and surname, as a list has them. */
  name(person) {
    const { title, givenName, familyName } = this.row('person', person)
    return [title, givenName, familyName].filter(Boolean).join(' ')
  }

  number(item) {
    return this.items.get(item)
  }

  /** An act from the menu of the item in the middle. */
  async menu(label) {
    await this.hands.tap('Weiteres')
    await this.window.find('[role=menu]')
    await this.hands.tap(label)
  }

  /** Takes what begins so from a list. */
  async choose(label, words) {
    await this.window.js(`
      const [list, words] = arguments
      const option = [...list.options].find((one) => one.label.startsWith(words))
      if (!option) throw new Error(\`no ${'${words}'} in the list\`)
      list.value = option.value
      list.dispatchEvent(new Event('change', { bubbles: true }))`, await this.window.field(label), words)
  }

  visible(label) {
    return this.window.js(`
      const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
      return [...top.querySelectorAll('button')].some((one) => one.checkVisibility() && one.innerText.trim().startsWith(arguments[0]))`, label)
  }

  /** The item is the one in the middle: the current one, or one that is looked at. */
  async before(item) {
    const number = this.number(item)
    const shown = 'return document.querySelector("main header .top")?.innerText.trim() === arguments[0]'
    if (await this.window.js(shown, `TOP ${number}`)) return
    await this.window.click(await this.hands.row(number))
    await this.window.until(`TOP ${number} in the middle`, shown, `TOP ${number}`)
  }
}
