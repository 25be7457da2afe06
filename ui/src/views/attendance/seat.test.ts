// Whom letters find, where tiles stand, and what an act on a person sends.
import { expect, it } from 'vitest'
import type { Column, SeatView } from '../../api/generated'
import { fits } from '../../components/shared/search'
import { commandOf, grouped, sorted } from './seat'

function seat(number: number, shortName: string, faction: string): SeatView {
  return { seat: String(number), number, shortName, faction } as SeatView
}

it('finds somebody by the first letters of any part of the name', () => {
  for (const typed of ['gü', 'Gu', 'yas', ' dr', 'küh']) expect(fits(typed, 'Dr. Yasemin Gürtekin-Kühn'), typed).toBe(true)
  for (const typed of ['tek', 'min', 'x']) expect(fits(typed, 'Dr. Yasemin Gürtekin-Kühn'), typed).toBe(false)
})

it('finds one of two hundred by two letters', () => {
  const letters = [...'abcdefghijklmnopqrst']
  const names = letters.flatMap((one) => [...'aeiouyäöüß'].map((two) => `Kim ${one.toUpperCase()}${two}rens`))
  expect(names).toHaveLength(200)
  expect(names.filter((name) => fits('mo', name))).toEqual(['Kim Morens', 'Kim Mörens'])
})

it('keeps the order that was chosen, and groups by faction', () => {
  const seats = [seat(1, 'Zahn', 'GL'), seat(2, 'Ärmel', ''), seat(3, 'Bach', 'FB')]
  const names = (all: readonly SeatView[]) => all.map((one) => one.shortName)
  expect(names(sorted(seats, 'seats'))).toEqual(['Zahn', 'Ärmel', 'Bach'])
  expect(names(sorted(seats, 'names'))).toEqual(['Ärmel', 'Bach', 'Zahn'])
  const columns = [{ heading: 'KA', count: '1 von 3', seats }] as unknown as Column[]
  expect(grouped(columns, 'names').map(({ heading, count }) => [heading, count])).toEqual([['KA', '1 von 3']])
  expect(grouped(columns, 'factions').map((one) => [one.heading, ...names(one.seats)])).toEqual([
    ['FB', 'Bach'],
    ['GL', 'Zahn'],
    ['Ohne Fraktion', 'Ärmel'],
  ])
})

it('sends what an act means for somebody with a seat and without one', () => {
  const person = 'p'
  const item = 'i'
  expect(commandOf('connect', { person, item })).toEqual({ type: 'recordArrival', person, mode: 'remote' })
  expect(commandOf('arriveForItem', { person, item, capacity: 'guest' })).toEqual({ type: 'admitAttendee', person, capacity: 'guest', item })
  expect(commandOf('stepOut', { person, item })).toEqual({ type: 'recordAbsence', person, cause: { item } })
  expect(commandOf('stepOut', { person, item: undefined })).toBeUndefined()
})
