// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { longPress } from './longPress'

let node: HTMLElement
const asked = vi.fn()
const tapped = vi.fn()
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  node = document.createElement('button')
  stop = longPress(asked)(node)
  node.addEventListener('click', tapped)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  asked.mockReset()
  tapped.mockReset()
})

const press = (type: string) => node.dispatchEvent(new PointerEvent(type, { button: 0, cancelable: true }))

it('asks for more where the menu key does, and keeps the menu of the web view away', () => {
  const menu = new MouseEvent('contextmenu', { cancelable: true })
  node.dispatchEvent(menu)
  expect(asked).toHaveBeenCalledTimes(1)
  expect(menu.defaultPrevented).toBe(true)
  node.click()
  expect(tapped).toHaveBeenCalledTimes(1)
})

it('asks once for a finger that rests, and takes no tap for it', () => {
  press('pointerdown')
  vi.advanceTimersByTime(600)
  node.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }))
  press('pointerup')
  node.click()
  expect([asked.mock.calls.length, tapped.mock.calls.length]).toEqual([1, 0])
  node.click()
  expect(tapped).toHaveBeenCalledTimes(1)
})

it('leaves a tap a tap', () => {
  press('pointerdown')
  vi.advanceTimersByTime(200)
  press('pointerup')
  node.click()
  vi.advanceTimersByTime(1000)
  expect([asked.mock.calls.length, tapped.mock.calls.length]).toEqual([0, 1])
})
