// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answer, MeetingView, Order } from '../../api/generated'
import { Live } from './live.svelte'
import { Typing } from './typing'

const shell = vi.hoisted(() => ({ execute: vi.fn(), query: vi.fn() }))
vi.mock('../../api/client', async (real) => ({ ...(await real<object>()), execute: shell.execute, query: shell.query }))

const SOON_MS = 1000
const live = () => new Live(() => ({ meeting: 'm', columns: [], current: null, phase: 'prepared' }) as unknown as MeetingView)
const sent = () => shell.execute.mock.calls.map(([order]) => order as Order)
const kept = () => sent().flatMap((order) => (order.of === 'keepPanel' ? [order.panel] : []))
const fields = () => kept().map((panel) => panel && (JSON.parse(panel.body) as { fields: unknown }).fields)

beforeEach(() => {
  vi.useFakeTimers()
  for (const mock of Object.values(shell)) mock.mockReset()
  shell.execute.mockImplementation((): Promise<Partial<Answer>> => Promise.resolve({ hints: [], saved: '17:12:04' }))
  shell.query.mockResolvedValue(null)
})
afterEach(() => {
  vi.useRealTimers()
})

it('keeps what is typed within a second, and nothing where nothing was', async () => {
  const subject = live()
  subject.show({ kind: 'addItem' })
  const { typing } = subject
  typing.keep({ number: typing.of('number', ''), name: typing.of('name', '') })
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(kept()).toEqual([])
  typing.keep({ number: '3a' })
  typing.keep({ number: '3a', name: 'Ausfall' })
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(fields()).toEqual([{ number: '3a', name: 'Ausfall' }])
  typing.keep({ number: '', name: '' })
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(fields().at(-1)).toBeNull()
  subject.show()
})

it('is there again where it stood, as the same act, until it goes', async () => {
  const subject = live()
  const body = JSON.stringify({ panel: { kind: 'addItem' }, fields: { number: '3a', kinds: ['x'] } })
  shell.query.mockResolvedValue({ act: 'a1', body })
  subject.goesOn(await Typing.left('m'))
  expect([subject.panel, subject.typing.act]).toEqual([{ kind: 'addItem' }, 'a1'])
  expect([subject.typing.of('number', ''), subject.typing.of<string[]>('kinds', []), subject.typing.of('name', 'neu')]).toEqual(['3a', ['x'], 'neu'])
  subject.show()
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(kept()).toEqual([null])
})

it('sends what was typed as its act, and what comes next as another', async () => {
  const subject = live()
  subject.show({ kind: 'attendees' })
  const { typing } = subject
  typing.of('name', '')
  typing.keep({ name: 'Ankerbrand' })
  const { act } = typing
  await subject.act({ type: 'confirmInvitation' })
  expect(sent().filter(({ of }) => of === 'act')).toMatchObject([{ act }])
  expect(typing.act).not.toBe(act)
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(kept().at(-1)?.act).toBe(typing.act)
  shell.execute.mockRejectedValueOnce(new Error('Das geht so nicht.'))
  const again = typing.act
  await subject.act({ type: 'confirmInvitation' })
  expect(typing.act).toBe(again)
  subject.show()
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(kept().at(-1)).toBeNull()
})

it('stays away where what it is about is gone, or what was kept cannot be read', async () => {
  const subject = live()
  for (const body of [JSON.stringify({ panel: { kind: 'attach', item: 'gone' }, fields: {} }), '{']) {
    shell.query.mockResolvedValue({ act: 'a1', body })
    subject.goesOn(await Typing.left('m'))
    expect(subject.panel).toBeUndefined()
  }
})
