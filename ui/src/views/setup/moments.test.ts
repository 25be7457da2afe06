import { expect, test } from 'vitest'
import { readDay, readTime, sayDay, writeDay } from './moments'

test.each([
  ['19.11.2026', '2026-11-19'],
  [' 3. 2. 27 ', '2027-02-03'],
  ['19.11.', '2026-11-19'],
  ['29.02.2028', '2028-02-29'],
  ['29.02.2027', undefined],
  ['31.11.2026', undefined],
  ['2026-11-19', undefined],
  ['bald', undefined],
  ['', undefined],
])('the day %s', (text, expected) => {
  expect(readDay(text, '2026-01-05')).toBe(expected)
})

test.each([
  ['16:30', '16:30'],
  ['16.30 Uhr', '16:30'],
  ['1630', '16:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['16 Uhr', '16:00'],
  ['24:00', undefined],
  ['12:60', undefined],
  ['halb fünf', undefined],
])('the time %s', (text, expected) => {
  expect(readTime(text)).toBe(expected)
})

test('a day is written and said in German', () => {
  expect(writeDay('2026-11-19')).toBe('19.11.2026')
  expect(sayDay('2026-11-19')).toBe('Donnerstag, 19. November 2026')
})
