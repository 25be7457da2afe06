// Gestures with persons: who is there, who stands in, who is away, biased, or leads.
import { KEY } from '../driver.mjs'
import { Hand } from './hand.mjs'

/** What an absence is for, by its key in the sheet of a person. */
const ABSENCES = { outage: 'S', publicArea: 'Z', item: 'D' }

export class People extends Hand {
  memberOf(seat) {
    const day = this.script.meeting.plan.start.slice(0, 10)
    for (const row of this.rows.values()) {
      if (row.noun === 'occupancy' && row.seat === seat && row.startDate <= day && (row.endDate ?? day) >= day) return row.person
    }
    throw new Error(`nobody belongs on ${seat}`)
  }

  /** The seat for which somebody is the personal substitute; none for who has an own seat. */
  appointed(person) {
    const day = this.script.meeting.plan.start.slice(0, 10)
    const rows = [...this.rows.values()].filter((row) => row.startDate === undefined || (row.startDate <= day && (row.endDate ?? day) >= day))
    if (rows.some((row) => row.noun === 'occupancy' && row.person === person)) return undefined
    return rows.find((row) => row.noun === 'seat' && row.personalSubstitutes?.includes(person))?.id
  }

  /** The tile that names a person in full, on or for a seat. */
  tile(person) {
    const { givenName, familyName } = this.row('person', person)
    return this.window.until(`the tile of ${familyName}`, `
      return [...document.querySelectorAll('.tile .main, button.tile')].find((one) => {
        const said = (one.getAttribute('aria-label') ?? '') + one.closest('.tile').textContent
        return arguments[0].every((name) => said.includes(name))
      })`, [givenName, familyName])
  }

  async tileSays(person, words) {
    const tile = await this.tile(person)
    await this.window.until(`${person}: ${words}`, 'return arguments[0].closest(".tile").textContent.includes(arguments[1])', tile, words)
  }

  /** The sheet of a person, by its first letters. */
  async sheet(person) {
    await this.hands.person(this.family(person).toLocaleLowerCase('de'))
  }

  async at(late) {
    if (!late) return
    await this.window.click(await this.window.field('Uhrzeit'))
    await this.window.press([KEY.control, 'a'], late)
  }

  /** An act from the sheet of a person, by its letter. */
  async act(person, key) {
    await this.sheet(person)
    await this.window.press(key)
    await this.hands.closed()
  }

  async excuseMember({ person }) {
    const seat = this.appointed(person)
    if (seat) return this.excuseSubstitute(seat, person)
    await this.sheet(person)
    await this.window.press('E')
    await this.hands.closed()
    await this.tileSays(person, 'entschuldigt')
  }

  /** Who stands in for somebody and cannot come either: in the list of substitutes. */
  async excuseSubstitute(seat, person) {
    const name = this.name(person)
    await this.sheet(this.memberOf(seat))
    await this.window.press('V')
    await this.hands.tap(`ist entschuldigt: ${name}`)
    await this.window.until(`${name} excused`, `
      return [...document.querySelectorAll('label.option')].some((one) => one.innerText.includes(arguments[0]) && one.innerText.includes('entschuldigt'))`, name)
    await this.window.press(KEY.escape)
    await this.hands.closed()
  }

  async seatSubstitute({ seat, substitute }) {
    await this.sheet(this.seated.get(seat) ?? this.memberOf(seat))
    this.seated.set(seat, substitute)
    await this.window.press('V')
    await this.window.until('the proposed substitute', 'return document.activeElement.matches("input[name=substitute]")')
    const name = this.family(substitute)
    const proposed = await this.window.js('return document.activeElement.closest("label").innerText')
    if (!proposed.includes(name)) {
      await this.window.click(await this.window.until(name, 'return [...document.querySelectorAll("label.option")].find((one) => one.innerText.includes(arguments[0]))', name))
    }
    await this.window.press(KEY.enter)
    await this.hands.closed()
    await this.tile(substitute)
  }

  async openMeeting({ chair, clerk, present, remote = [], officials = [], guests = [] }) {
    for (const person of remote) await this.act(person, 'F')
    for (const person of present.filter((one) => !remote.includes(one))) {
      await this.window.click(await this.tile(person))
      await this.window.until(`${person} noted`, 'return !arguments[0].closest(".tile").textContent.includes("noch offen")', await this.tile(person))
    }
    if (officials.length + guests.length > 0) {
      await this.hands.tap('Gäste und Verwaltung')
      await this.hands.opened()
      for (const person of [...officials, ...guests]) await this.there(person)
      await this.window.press(KEY.escape)
      await this.hands.closed()
    }
    for (const [label, person] of [['Vorsitz', chair], ['Schriftführung', clerk]]) await this.leads(label, this.name(person))
    await this.window.press(KEY.f2)
    await this.window.find('.live')
  }

  /** Who leads, unless that is proposed. */
  async leads(label, name) {
    const field = await this.window.field(label)
    const shown = 'return arguments[0].selectedOptions[0]?.label.includes(arguments[1])'
    if (await this.window.js(shown, field, name)) return
    await this.window.js(`
      const [list, name] = arguments
      list.value = [...list.options].find((one) => one.label.includes(name)).value
      list.dispatchEvent(new Event('change', { bubbles: true }))`, field, name)
    await this.window.until(`${label}: ${name}`, shown, field, name)
  }

  /** Somebody in the list of those without a seat is there; who is not in it comes by name. */
  async there(person) {
    const { givenName, familyName } = this.row('person', person)
    const name = `${givenName} ${familyName}`
    const row = `[...document.querySelectorAll('dialog li')].find((one) => one.innerText.includes(arguments[0]))`
    await this.window.click(await this.window.until(`${name} in the list`, `
      return [...(${row}?.querySelectorAll('button') ?? [])].find((one) => one.innerText.trim() === 'ist da' && !one.disabled)`, name))
    await this.window.until(`${name} there`, `return ${row}?.classList.contains('there')`, name)
  }

  async recordArrival({ person }, { late }) {
    if (late) {
      await this.sheet(person)
      await this.at(late)
      await this.hands.tap('kommt')
      await this.hands.closed()
    } else {
      await this.window.click(await this.tile(person))
    }
    await this.window.until(`${person} at the table`, 'return arguments[0].closest(".tile").matches(".counts")', await this.tile(person))
  }

  async recordDeparture({ person }) {
    await this.act(person, 'G')
    await this.tileSays(person, 'bis ')
  }

  async recordAbsence({ person, cause }) {
    const key = ABSENCES[typeof cause === 'string' ? cause : 'item']
    await this.act(person, key)
  }

  async endAbsence({ person }) {
    await this.act(person, 'K')
  }

  async declareRecusal({ person, by = 'declared', note }) {
    if (by === 'declared' && !note) {
      await this.act(person, 'B')
    } else {
      await this.bias(person, by)
      if (note) await this.hands.fillIn('Grund', note)
      await this.hands.tap('Befangenheit eintragen')
      await this.hands.closed()
    }
    await this.tileSays(person, 'befangen')
  }

  /** Somebody's bias in detail. */
  async bias(person, by) {
    await this.sheet(person)
    await this.window.press('A')
    await this.hands.usable('Befangenheit eintragen')
    if (by === 'decided') await this.window.click(await this.window.named('Beschluss des Gremiums', '[role=radio]'))
  }

  async admitAttendee({ person, capacity, mode, item }) {
    await this.hands.tap('Gast oder Verwaltung hinzufügen')
    await this.hands.opened()
    const radio = async (words) => this.window.click(await this.window.named(words, '[role=radio]'))
    await radio(capacity === 'guest' ? 'Gast' : 'Verwaltung')
    if (mode === 'remote') await radio('zugeschaltet')
    if (item) await radio(`nur TOP ${this.number(item)}`)
    await this.hands.fillIn('Name mit Titel', this.name(person))
    await this.hands.tap('Hinzufügen')
    await this.window.until(`${person} there`, 'return [...document.querySelectorAll("dialog li.there")].some((one) => one.innerText.includes(arguments[0]))', this.family(person))
    await this.window.press(KEY.escape)
    await this.hands.closed()
  }

  async changeChair({ chair }) {
    await this.lead('Vorsitz wechseln', chair)
  }

  async changeClerk({ clerk }) {
    await this.lead('Schriftführung wechseln', clerk)
  }

  async lead(label, person) {
    await this.window.press(KEY.f10)
    await this.hands.tap(label)
    await this.hands.says('Bisher: ')
    await this.hands.tap(this.name(person))
    await this.hands.closed()
  }
}
