// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { modal } from './modal'

it('says that something is covered as long as one dialog is open', () => {
  const [one, two] = [document.createElement('dialog'), document.createElement('dialog')]
  document.body.append(one, two)
  const covered = () => document.documentElement.hasAttribute('data-covered')
  expect(covered()).toBe(false)
  const closeOne = modal(() => undefined)(one)
  const closeTwo = modal(() => undefined)(two)
  expect([covered(), one.open, two.open]).toEqual([true, true, true])
  closeOne()
  expect(covered()).toBe(true)
  closeTwo()
  expect([covered(), one.open, two.open]).toEqual([false, false, false])
})
