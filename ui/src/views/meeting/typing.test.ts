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

/** Somebody types the name of a guest. */
function types(subject: Live, name: string) {
  subject.show({ kind: 'attendees', add: true })
  const { typing } = subject
  const begun = typing.of('name', '')
  typing.keep({ name })
  return begun
}
const begun = (subject: Live) => subject.begun.map(({ panel }) => panel?.kind)

it('waits where it was left, until it is taken up again or given up', async () => {
  const subject = live()
  types(subject, 'Ankerbrand')
  subject.leave()
  expect([subject.panel, begun(subject)]).toEqual([undefined, ['attendees']])
  await vi.advanceTimersByTimeAsync(SOON_MS)
  const row = kept().at(-1)
  expect(JSON.parse(row?.body ?? '')).toMatchObject({ left: [{ panel: { kind: 'attendees' }, fields: { name: 'Ankerbrand' } }] })
  // However it is opened, it goes on.
  expect(types(subject, 'Ankerbrandt')).toBe('Ankerbrand')
  expect(begun(subject)).toEqual([])
  subject.leave()
  const [one] = subject.begun
  if (one) await subject.takeUp(one)
  expect([subject.panel?.kind, subject.typing.of('name', '')]).toEqual(['attendees', 'Ankerbrandt'])
  subject.leave()
  for (const each of subject.begun) subject.giveUp(each)
  expect(begun(subject)).toEqual([])
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(kept().at(-1)).toBeNull()
})

it('waits while something else stands there, and is lost by no act of that', async () => {
  const subject = live()
  types(subject, 'Ankerbrand')
  subject.show({ kind: 'addItem' })
  subject.typing.of('name', '')
  subject.typing.keep({ name: 'Ausfall' })
  await vi.advanceTimersByTimeAsync(SOON_MS)
  const { act } = subject.typing
  await subject.act({ type: 'confirmInvitation' })
  expect(kept().at(-1)?.act).not.toBe(act)
  subject.show()
  await vi.advanceTimersByTimeAsync(SOON_MS)
  // What is kept now will not be sent as the act that was recorded.
  const row = kept().at(-1)
  expect(row?.act).not.toBe(act)
  shell.query.mockResolvedValue(row)
  const again = live()
  again.goesOn(await Typing.left('m'))
  expect([again.panel, begun(again)]).toEqual([undefined, ['attendees']])
  for (const each of again.begun) again.giveUp(each)
  await vi.advanceTimersByTimeAsync(SOON_MS)
})

it('does not wait for a time alone, nor once it was sent or cancelled', async () => {
  const subject = live()
  subject.show({ kind: 'seat', seat: '1' })
  subject.typing.of('at', '')
  subject.typing.keep({ at: '16:53' })
  subject.leave()
  expect(begun(subject)).toEqual([])
  types(subject, 'Ankerbrand')
  subject.show()
  expect(begun(subject)).toEqual([])
  await vi.advanceTimersByTimeAsync(SOON_MS)
  expect(kept().at(-1)).toBeNull()
})

it('goes on at the item at which it was begun', async () => {
  let current = 'one'
  const subject = new Live(() => ({ meeting: 'm', columns: [], current: { item: current }, phase: 'open' }) as unknown as MeetingView)
  subject.show({ kind: 'fileMotion' })
  subject.typing.of('text', '')
  subject.typing.keep({ text: 'Der Ansatz wird gesperrt.' })
  subject.leave()
  current = 'two'
  shell.query.mockResolvedValue({ item: 'one' })
  // A motion on another item is another one.
  subject.show({ kind: 'fileMotion' })
  expect(subject.typing.of('text', '')).toBe('')
  subject.show()
  const [one] = subject.begun
  if (one) await subject.takeUp(one)
  expect([subject.item?.item, subject.panel?.kind, subject.typing.of('text', '')]).toEqual(['one', 'fileMotion', 'Der Ansatz wird gesperrt.'])
  subject.show()
  await vi.advanceTimersByTimeAsync(SOON_MS)
})
