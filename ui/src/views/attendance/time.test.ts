import { expect, it } from 'vitest'
import { isWhole, LONGEST } from './time'

it.each(['16:53', '9.05', '1653', ' 9:05 ', '19.11. 16:53', '1.2. 9:05', '19.11.2026 16:53'])('takes %j for a time', (typed) => {
  expect(isWhole(typed)).toBe(true)
  expect(typed.trim().length).toBeLessThanOrEqual(LONGEST)
})

it.each(['', ' ', '16', '165', '16:5', '16:', '19.11.', '19.11. 1', 'jetzt'])('waits for more than %j', (typed) => {
  expect(isWhole(typed)).toBe(false)
})
