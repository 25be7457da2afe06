// Gestures with the agenda, the texts of its items and the session as a whole.
import { KEY } from '../driver.mjs'
import { write } from '../texts.mjs'
import { People } from './people.mjs'

const KINDS = { report: 'Bericht', proposal: 'Beschlussvorlage' }

export class Agenda extends People {
  async callItem({ item }) {
    const number = this.number(item)
    const proposed = await this.window.js(`
      return [...document.querySelectorAll('button')].some((one) => one.checkVisibility() && one.innerText.replace(/\\s+/g, ' ').startsWith(arguments[0] + ' F2'))`, `TOP ${number} aufrufen`)
    if (proposed) return this.hands.next(number)
    await this.before(item)
    await this.hands.tap(`TOP ${number} aufrufen`)
    await this.hands.current(number)
  }

  async confirmInvitation() {
    await this.hands.tap('Ordnungsgemäße Ladung feststellen')
    await this.hands.says('Ladung festgestellt')
  }

  /** Where it is asked for, else on its own page. */
  async establishQuorum() {
    if (!(await this.visible('Beschlussfähigkeit feststellen'))) return this.onQuorumPage('B')
    await this.hands.tap('Beschlussfähigkeit feststellen')
    await this.hands.says('festgestellt')
  }

  async onQuorumPage(key) {
    await this.window.press(KEY.f9)
    await this.hands.says('Verlauf seit der Eröffnung')
    await this.window.find('main.page tbody tr')
    await this.window.press(key)
    await this.window.until('the session again', 'return !document.querySelector("main.page")')
  }

  async declareLackOfQuorum() {
    await this.window.press(KEY.f9)
    await this.hands.says('Verlauf seit der Eröffnung')
    await this.window.press('U')
    await this.hands.says('Beschlussunfähig')
    await this.hands.says('zurückstellen')
    await this.window.press(KEY.escape)
    await this.window.until('the session again', 'return !document.querySelector("main.page")')
  }

  async writeText({ item, text }) {
    await this.before(item)
    const before = this.script.acts.slice(0, this.done).findLast((act) => act.do.type === 'writeText' && act.do.item === item)
    const stands = before?.do.text.blocks ?? []
    if (stands.some((block, at) => JSON.stringify(block) !== JSON.stringify(text.blocks[at]))) throw new Error('no gesture for writing a text anew')
    // What stands in the text is offered no more.
    const placed = new Set(stands.map(({ fact }) => fact?.act))
    await write(this.hands, { blocks: text.blocks.slice(stands.length) }, {
      after: stands.at(-1),
      number: (one) => this.number(one),
      slot: (act) => {
        const slot = this.slot(item, act, placed)
        placed.add(act)
        return slot
      },
    })
  }

  /** The line of an act's slot in the menu: its label, and the how manieth of that label it is. */
  slot(item, key, placed) {
    const told = this.script.acts.slice(0, this.done).filter((act) => act.act)
    const label = ({ do: command, at }) => {
      if (!['recordOutcome', 'recordVote', 'recordRound'].includes(command.type)) return `Verlauf ${at.slice(-5)}`
      return (command.item ?? item) === item ? 'Ergebnis' : `Ergebnis zu TOP ${this.number(command.item)}`
    }
    const own = told.find(({ act }) => act === key)
    const same = told.filter((act) => label(act) === label(own) && !placed.has(act.act)).toSorted((one, other) => one.at.localeCompare(other.at))
    return { label: label(own), nth: same.indexOf(own) }
  }

  async closeItem({ item, settles = [] }) {
    const { window, hands } = this
    const number = this.number(item)
    if (await window.js('return document.querySelector(".row.current .number")?.textContent.trim() === arguments[0]', number)) {
      await window.press([KEY.shift, KEY.f2])
    } else {
      await hands.tap(`TOP ${number} schließen`)
    }
    await window.until('closed, or a question', 'return !document.querySelector(".row.current") || document.querySelector("dialog[open]")')
    if (await window.js('return document.querySelector("dialog[open]") !== null')) {
      for (const box of await window.js('return [...document.querySelectorAll("dialog input[type=checkbox]")].map((one) => [one, one.labels[0].innerText, one.checked])')) {
        const [field, words, checked] = box
        const wanted = settles.some((one) => words.trim().startsWith(`${this.number(one)} `))
        if (checked !== wanted) await window.click(field)
      }
      await hands.tap('Punkt schließen')
      await hands.closed()
    }
    await window.until(`TOP ${this.number(item)} closed`, 'return !document.querySelector(".row.current")')
  }

  async listAttachment({ attachment }) {
    const { window, hands } = this
    await this.before(attachment.item)
    await window.click(await window.until('the attachments', 'return [...document.querySelectorAll(".proposal .link")].find((one) => /Anlage/.test(one.innerText))'))
    // Where one is listed already, there is the list first.
    await window.find('dialog[open]')
    if (!(await window.js('return document.querySelector("#attach") !== null'))) await hands.tap('Anlage verzeichnen')
    await hands.opened()
    await window.until('the title', 'return document.activeElement.matches("dialog input")')
    await window.press(attachment.title, KEY.enter)
    await hands.closed()
  }

  async moveItem({ item, after }) {
    await this.before(item)
    await this.menu('Verschieben')
    await this.hands.opened()
    await this.hands.tap(`hinter TOP ${this.number(after)}`)
    await this.hands.closed()
  }

  async addItem({ item, note }) {
    const { hands } = this
    await hands.tap('Punkt hinzufügen')
    await hands.opened()
    await hands.fillIn('Nummer', item.number)
    await hands.fillIn('Titel', item.name)
    await this.choose('Art', KINDS[item.kind])
    if (item.parent) await this.choose('Unterpunkt von', `${this.number(item.parent)} `)
    if (note) await hands.fillIn('Warum der Punkt nicht warten kann', note)
    await this.window.press(KEY.enter)
    await hands.closed()
    this.items.set(item.id, item.number)
  }

  async joinItems({ items: [item, ...others] }) {
    await this.before(item)
    await this.menu('Gemeinsam beraten')
    await this.hands.opened()
    for (const other of others) {
      await this.window.click(await this.window.until(`TOP ${other}`, `
        return [...document.querySelectorAll('dialog label')].find((one) => one.querySelector('.strong')?.innerText.trim() === arguments[0])`, `TOP ${this.number(other)}`))
    }
    await this.hands.tap('Gemeinsam beraten')
    await this.hands.closed()
    await this.hands.says('Gemeinsame Beratung')
  }

  async interruptMeeting() {
    await this.window.press(KEY.f10)
    await this.hands.tap('Sitzung unterbrechen')
    await this.hands.says('Die Sitzung ist unterbrochen')
  }

  async resumeMeeting({ missing = [] }) {
    await this.window.press(KEY.f2)
    await this.hands.says('Wer ist nicht zurück?')
    for (const person of missing) await this.hands.tap(this.name(person))
    await this.hands.tap(missing.length > 0 ? 'Ohne die Markierten fortsetzen' : 'Alle zurück')
    await this.hands.closed()
    await this.window.until('the end of the recess', 'return !document.querySelector(".recess")')
  }

  async changePart({ part }) {
    if (part === 'public') throw new Error('no gesture for going back to the public part')
    await this.window.press([KEY.control, KEY.shift, 'n'])
    await this.hands.says('Wer verlässt den Raum?')
    await this.window.press(KEY.enter)
    await this.hands.closed()
    await this.hands.says('Nichtöffentlicher Teil')
  }

  async closeMeeting() {
    await this.window.press(KEY.f2)
    await this.hands.opened()
    await this.window.press(KEY.enter)
    await this.hands.usable('Niederschrift öffnen')
  }
}
