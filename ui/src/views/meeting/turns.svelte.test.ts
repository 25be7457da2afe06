// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Turns } from './turns.svelte'

class Subject extends Turns {
  start(): () => Promise<void> {
    let end: () => void = () => undefined
    const done = this.doing(() => new Promise<void>((arrive) => { end = arrive }))
    return () => {
      end()
      return done
    }
  }

  protected override arrived(): void { /* Nobody waits for it here. */ }
}

/** What is drawn is drawn by then. */
const drawn = async () => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve() }

let subject: Subject
let seen: boolean[]
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  subject = new Subject()
  seen = []
  stop = $effect.root(() => { $effect(() => { seen.push(subject.busy) }) })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

it('is busy at once for what would do something, and drawn so only where it takes longer', async () => {
  await drawn()
  const end = subject.start()
  vi.advanceTimersByTime(99)
  await drawn()
  expect([subject.busy, subject.underWay, seen]).toEqual([true, true, [false]])
  expect(await subject.once(() => Promise.resolve('twice'))).toBeUndefined()
  vi.advanceTimersByTime(1)
  await drawn()
  expect(seen).toEqual([false, true])
  await end()
  await drawn()
  expect([subject.busy, subject.underWay, seen]).toEqual([false, false, [false, true, false]])
})

it('draws nothing of what arrives in time, and waits for the last of several', async () => {
  await drawn()
  const ends = [subject.start(), subject.start()]
  vi.advanceTimersByTime(50)
  await ends[0]?.()
  expect(subject.busy).toBe(true)
  await ends[1]?.()
  vi.advanceTimersByTime(200)
  await drawn()
  expect([subject.busy, seen]).toEqual([false, [false]])
})
