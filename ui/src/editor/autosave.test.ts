// What was typed is saved within a second, and is never dropped when saving fails.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Autosave, type SaveState } from './autosave'
import type { RichText } from '../api/generated'

const text = (words: string): RichText => ({ blocks: [{ type: 'paragraph', content: words }] })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function subject(write: (text: RichText) => Promise<string>) {
  const states: SaveState['kind'][] = []
  const autosave = new Autosave(write, (state) => states.push(state.kind))
  return { autosave, states }
}

it('saves while somebody types without a pause', async () => {
  const write = vi.fn((saved: RichText) => Promise.resolve(JSON.stringify(saved)))
  const { autosave } = subject(write)
  for (let key = 0; key < 20; key += 1) {
    autosave.change(() => text(`nach ${String(key)}`))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(write.mock.calls.length).toBeGreaterThan(3)
  await vi.advanceTimersByTimeAsync(500)
  expect(write).toHaveBeenLastCalledWith(text('nach 19'))
  expect(autosave.state.kind).toBe('clean')
})

it('tries again until it is saved, and keeps the newest words', async () => {
  let full = true
  const write = vi.fn(() =>
    full ? Promise.reject(new Error('voll')) : Promise.resolve('17:12:04'),
  )
  const { autosave, states } = subject(write)
  autosave.change(() => text('alt'))
  await vi.advanceTimersByTimeAsync(500)
  expect(autosave.state.kind).toBe('failed')
  expect(autosave.unsaved).toEqual(text('alt'))
  autosave.change(() => text('neu'))
  expect(autosave.state.kind).toBe('failed')
  full = false
  await vi.advanceTimersByTimeAsync(3000)
  expect(write).toHaveBeenLastCalledWith(text('neu'))
  expect(states.at(-1)).toBe('clean')
})

it('sends one text after the other', async () => {
  const open: (() => void)[] = []
  const write = vi.fn(
    () =>
      new Promise<string>((done) =>
        open.push(() => {
          done('17:12:04')
        }),
      ),
  )
  const { autosave } = subject(write)
  autosave.change(() => text('eins'))
  await vi.advanceTimersByTimeAsync(500)
  autosave.change(() => text('zwei'))
  await vi.advanceTimersByTimeAsync(500)
  expect(write).toHaveBeenCalledTimes(1)
  expect(autosave.unsaved).toEqual(text('zwei'))
  open.shift()?.()
  await vi.advanceTimersByTimeAsync(500)
  expect(write).toHaveBeenCalledTimes(2)
  expect(write).toHaveBeenLastCalledWith(text('zwei'))
})

it('drops what is no longer wanted, and tells what was on its way', async () => {
  let done: (at: string) => void = () => undefined
  const write = vi.fn(() => new Promise<string>((resolve) => { done = resolve }))
  const { autosave } = subject(write)
  autosave.change(() => text('eins'))
  expect(await autosave.drop()).toBe(false)
  await vi.advanceTimersByTimeAsync(3000)
  expect(write).not.toHaveBeenCalled()
  autosave.change(() => text('zwei'))
  await vi.advanceTimersByTimeAsync(500)
  autosave.change(() => text('drei'))
  const dropped = autosave.drop()
  done('17:12:04')
  expect(await dropped).toBe(true)
  await vi.advanceTimersByTimeAsync(3000)
  expect(write).toHaveBeenCalledTimes(1)
  expect(autosave.unsaved).toBeNull()
})

it('knows the text that is on its way', async () => {
  const { autosave } = subject(() => new Promise(() => undefined))
  autosave.change(() => text('unterwegs'))
  await vi.advanceTimersByTimeAsync(500)
  expect(autosave.unsaved).toEqual(text('unterwegs'))
})

it('saves at once when asked, and says whether anything is left', async () => {
  const { autosave } = subject(() => Promise.resolve('17:12:04'))
  autosave.change(() => text('gleich'))
  expect(await autosave.flush()).toBe(true)
  expect(autosave.state).toEqual({ kind: 'clean', at: '17:12:04' })
})
