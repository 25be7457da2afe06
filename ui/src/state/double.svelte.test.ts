// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { meantFor } from './double.svelte'

/** What changed is heard by then. */
const heard = async () => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve() }

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

it('ignores the second of two quick taps on what came in between', async () => {
  let label = $state('TOP 4 aufrufen')
  let meant: (event: MouseEvent) => boolean = () => false
  const stop = $effect.root(() => { meant = meantFor(() => label) })
  await heard()
  vi.advanceTimersByTime(1000)
  const click = (detail: number) => meant(new MouseEvent('click', { detail }))
  expect(click(1)).toBe(true)
  label = 'TOP 5 aufrufen'
  await heard()
  vi.advanceTimersByTime(150)
  // The second tap; one elsewhere, or by a key, is meant.
  expect([click(2), click(1), click(0)]).toEqual([false, true, true])
  vi.advanceTimersByTime(300)
  // Whoever goes on tapping sees by then what it says.
  expect(click(3)).toBe(true)
  stop()
})
