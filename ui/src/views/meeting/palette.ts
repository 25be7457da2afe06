// Everything that can be found by typing: what can be done now, items, persons.
import type { IconName } from '../../components/shared/icons'
import { search } from '../../components/shared/search'
import { app } from '../../state/app.svelte'
import { agenda } from '../../text/agenda'
import { common } from '../../text/common'
import { meeting, meetingKeyNames as keys } from '../../text/meeting'
import { iconOf } from '../attendance/seat'
import { liveActs } from './acts'
import { takeStep, undo } from './keys'
import type { Live } from './live.svelte'

export interface Found {
  id: string
  label: string
  /** What it belongs to, or its state. */
  detail: string
  icon: IconName
  key?: string | undefined
  run: () => void
}

const words = meeting.palette

/** What fits the letters; without any, what can be done. */
export function findAll(live: Live, typed: string): Found[] {
  if (typed.trim() === '') return doable(live)
  const all = [...doable(live), ...items(live), ...persons(live)]
  return search(typed, all, ({ label, detail }) => `${label} ${detail}`)
}

function doable(live: Live): Found[] {
  const { view } = live
  const { next } = view.agenda
  const found: Found[] = []
  if (next && (next.act !== 'open' || view.allowed.open)) {
    found.push({ id: 'next', label: meeting.next(next), detail: words.next, icon: 'arrow', key: keys.next, run: () => { takeStep(live) } })
  }
  const acts = liveActs(live).filter((act) => act.key !== keys.palette)
  for (const { label, detail, group, icon, key, run } of acts) {
    found.push({ id: `${group} ${label}`, label, detail: [detail, group].filter(Boolean).join(', '), icon, key, run })
  }
  if (view.last?.canWithdraw) {
    found.push({ id: 'undo', label: words.undo, detail: view.last.words, icon: 'undo', key: keys.undo, run: () => { undo(live) } })
  }
  found.push({ id: 'handbook', label: common.handbook, detail: common.product, icon: 'info', key: common.keyNames.handbook, run: () => { app.handbookShown = true } })
  found.push({ id: 'quorum', label: words.quorum, detail: words.session, icon: 'people', key: keys.quorum, run: () => { live.page = 'quorum' } })
  return found
}

function items(live: Live): Found[] {
  if (live.view.phase === 'prepared') return []
  return live.view.agenda.parts.flatMap(({ rows }) => rows).flatMap(({ item, number, name, words: state, canCall }): Found[] => {
    const top = agenda.top(number)
    const look: Found = { id: `look ${item}`, label: `${top} ${name}`, detail: state || words.item, icon: 'document', run: () => void live.look(item) }
    const call: Found = { id: `call ${item}`, label: words.call(top), detail: name, icon: 'arrow', run: () => void live.call(item) }
    return canCall ? [look, call] : [look]
  })
}

function persons(live: Live): Found[] {
  const { columns, attendees } = live.view
  const seats = columns.flatMap((column) => column.seats).filter((seat) => seat.person ?? seat.member)
  return [
    ...seats.map((seat): Found => ({
      id: seat.seat,
      label: seat.fullName,
      detail: [seat.status, seat.line].filter(Boolean).join(', ') || words.person,
      icon: iconOf(seat),
      run: () => { live.show({ kind: 'seat', seat: seat.seat }) },
    })),
    ...attendees.map(({ person, fullName, detail }): Found => ({
      id: person,
      label: fullName,
      detail: detail || words.person,
      icon: 'people',
      run: () => { live.show({ kind: 'attendees' }) },
    })),
  ]
}
