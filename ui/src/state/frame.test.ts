import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPaint } from './frame'

let frames = new Map<number, () => void>()
const paint = () => {
  const now = [...frames.values()]
  frames = new Map()
  for (const frame of now) frame()
}

beforeEach(() => {
  vi.useFakeTimers()
  frames = new Map()
  let last = 0
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => {
    last += 1
    frames.set(last, frame)
    return last
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => { frames.delete(frame) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('runs once what changed is painted', () => {
  const run = vi.fn()
  afterPaint(run)
  vi.runAllTimers()
  paint()
  expect(run).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

it('is taken back until then, before the frame and within it', () => {
  const run = vi.fn()
  afterPaint(run)()
  const stop = afterPaint(run)
  paint()
  stop()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})
