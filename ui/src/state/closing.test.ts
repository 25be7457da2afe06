// The window closes when everything is saved, and never drops what is not without saying so.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Closing, type Open } from './closing'
import type { Unsaved } from './leaving'

const lost: Unsaved = { what: 'Text zu TOP 3', cause: new Error('voll') }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function subject(save: () => Promise<readonly Unsaved[]>) {
  let open: Open | undefined
  const stay = vi.fn(() => Promise.resolve())
  const leave = vi.fn(() => Promise.resolve())
  const show = (now: Open | undefined) => { open = now }
  const closing = new Closing({ stay, save, leave, show, shown: () => open })
  return { closing, stay, leave, show, open: () => open }
}

it('leaves when everything is saved, without a word', async () => {
  const { closing, stay, leave, open } = subject(() => Promise.resolve([]))
  await closing.close()
  expect(stay).toHaveBeenCalledTimes(1)
  expect(leave).toHaveBeenCalledTimes(1)
  expect(open()).toBeUndefined()
})

it('stays and says what is not saved; closing once more tries again and leaves', async () => {
  const save = vi.fn(() => Promise.resolve([lost]))
  const { closing, stay, leave, open } = subject(save)
  await closing.close()
  expect(leave).not.toHaveBeenCalled()
  expect(open()).toEqual({ why: 'unsaved', unsaved: [lost] })
  await closing.close()
  expect(stay).toHaveBeenCalledTimes(2)
  expect(save).toHaveBeenCalledTimes(2)
  expect(leave).toHaveBeenCalledTimes(1)
})

it('warns anew once somebody went on working', async () => {
  const { closing, leave, show, open } = subject(() => Promise.resolve([lost]))
  await closing.close()
  show(undefined)
  await closing.close()
  expect(open()?.why).toBe('unsaved')
  expect(leave).not.toHaveBeenCalled()
})

it('waits for a slow save, says so, and takes an impatient double click for one', async () => {
  let done: (unsaved: readonly Unsaved[]) => void = () => undefined
  const save = vi.fn(() => new Promise<readonly Unsaved[]>((resolve) => { done = resolve }))
  const { closing, stay, leave, open } = subject(save)
  const first = closing.close()
  await closing.close()
  expect(stay).toHaveBeenCalledTimes(2)
  expect(save).toHaveBeenCalledTimes(1)
  expect(open()).toBeUndefined()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(open()).toEqual({ why: 'saving' })
  expect(leave).not.toHaveBeenCalled()
  done([])
  await first
  expect(leave).toHaveBeenCalledTimes(1)
})

it('stays when somebody chose to go on working while it was saved', async () => {
  let done: (unsaved: readonly Unsaved[]) => void = () => undefined
  const { closing, leave, show, open } = subject(() => new Promise((resolve) => { done = resolve }))
  const first = closing.close()
  await vi.advanceTimersByTimeAsync(1000)
  expect(open()).toEqual({ why: 'saving' })
  show(undefined)
  done([])
  await first
  expect(leave).not.toHaveBeenCalled()
})

it('leaves a save that never ends when it was told to once more', async () => {
  const { closing, leave } = subject(() => new Promise(() => undefined))
  void closing.close()
  await vi.advanceTimersByTimeAsync(1000)
  void closing.close()
  await vi.advanceTimersByTimeAsync(1000)
  expect(leave).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1500)
  expect(leave).toHaveBeenCalledTimes(1)
})

it('closes although the shell does not hear the first answer', async () => {
  const { closing, stay, leave } = subject(() => Promise.resolve([]))
  stay.mockRejectedValueOnce(new Error('weg'))
  await closing.close()
  expect(leave).toHaveBeenCalledTimes(1)
})
