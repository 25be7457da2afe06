// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import type { Answer, ItemView, MeetingView, Order, Question } from '../../api/generated'
import { app } from '../../state/app.svelte'
import { forget, meeting } from '../../state/meeting.svelte'
import { doForPerson } from '../attendance/doing'
import { takeStep } from './keys'
import { Live } from './live.svelte'
import { wordingOf } from './wording'

const shell = vi.hoisted(() => ({ execute: vi.fn(), query: vi.fn(), saveDrafts: vi.fn() }))
vi.mock('../../api/client', async (real) => ({
  ...(await real<object>()),
  execute: shell.execute,
  query: shell.query,
  apiError: (cause: Error) => ({ code: 'rejected', message: cause.message, hints: [] }),
}))
vi.mock('../../editor/drafts', () => ({ saveDrafts: shell.saveDrafts }))

const view = { meeting: 'm', phase: 'prepared', columns: [], attendees: [], current: { item: 'one' }, agenda: { next: { act: 'call', item: 'two', closes: [] } } }
let shown: MeetingView
const live = () => new Live(() => shown)
/** What was sent, in order. */
const sent = () => shell.execute.mock.calls.map(([order]) => order as Order)

beforeEach(() => {
  shown = view as unknown as MeetingView
  app.message = undefined
  forget()
  for (const mock of Object.values(shell)) mock.mockReset()
  shell.saveDrafts.mockResolvedValue(undefined)
  // The window that the answer brings is the one that is shown.
  shell.execute.mockImplementation((order: Order): Promise<Partial<Answer>> => {
    if (order.of === 'noteOpening') {
      const attendees = order.present.map((person) => ({ person, acts: ['noteAbsent'], remote: order.remote?.includes(person) }))
      shown = { ...shown, attendees } as unknown as MeetingView
    }
    return Promise.resolve({ hints: [], saved: '17:12:04' })
  })
})

it('records once what is tapped twice while the text is still being saved', async () => {
  let saved: (value: unknown) => void = () => undefined
  shell.saveDrafts.mockReturnValue(new Promise((done) => { saved = done }))
  const subject = live()
  const first = subject.settled({ type: 'confirmInvitation' })
  const second = subject.settled({ type: 'confirmInvitation' })
  expect(subject.busy).toBe(true)
  saved(undefined)
  expect(await first).toBeDefined()
  expect(await second).toBeUndefined()
  expect(sent()).toHaveLength(1)
  expect(subject.busy).toBe(false)
})

it('takes the next step once what is on its way has arrived, and one step however often it is asked for', async () => {
  const subject = live()
  const first = subject.act({ type: 'confirmInvitation' })
  takeStep(subject)
  takeStep(subject)
  await first
  await vi.waitFor(() => { expect(sent()).toHaveLength(2) })
  await vi.waitFor(() => { expect(subject.busy).toBe(false) })
  expect(sent()).toMatchObject([{ command: { type: 'confirmInvitation' } }, { command: { type: 'callItem', item: 'two' } }])
})

it('shows an item that is called with what is closed for it, and not what is between', async () => {
  const subject = live()
  const before: unknown[] = []
  shell.execute.mockImplementation(() => {
    before.push(meeting.view?.revision)
    return Promise.resolve({ hints: [], saved: '', view: { ...view, now: '2026-11-12T16:00:00+01:00', revision: before.length } })
  })
  await subject.call('three', [{ item: 'one', settles: [] }, { item: 'two', settles: [] }])
  expect(before).toEqual([undefined, undefined, undefined])
  expect(meeting.view?.revision).toBe(3)
  // Where the last of them is refused, those before it are shown all the same.
  shell.execute.mockResolvedValueOnce({ hints: [], saved: '', view: { ...view, now: '2026-11-12T16:00:00+01:00', revision: 4 } })
  shell.execute.mockRejectedValueOnce(new Error('Das geht so nicht.'))
  shell.query.mockResolvedValue({ ...view, now: '2026-11-12T16:01:00+01:00', revision: 4 })
  await subject.call('three', [{ item: 'two', settles: [] }])
  expect([meeting.view?.revision, app.message?.message]).toEqual([4, 'Das geht so nicht.'])
})

it('notes everybody who is tapped before the first answer, and takes back one alone', async () => {
  const subject = live()
  await Promise.all([
    doForPerson(subject, { person: 'a', item: undefined }, 'notePresent', { seat: '1' }),
    doForPerson(subject, { person: 'b', item: undefined }, 'noteRemote', { seat: '2' }),
    subject.note(() => ({ chair: 'a' })),
    subject.open(),
  ])
  expect(sent().map((order) => order.of)).toEqual(['noteOpening', 'noteOpening', 'noteOpening', 'openNoted'])
  expect(sent()[2]).toMatchObject({ present: ['a', 'b'], remote: ['b'], chair: 'a' })
  await subject.note(({ present }) => ({ present: [...present, 'c'] }))
  await doForPerson(subject, { person: 'a', item: undefined }, 'noteAbsent', { seat: '1' })
  await subject.tapped?.back()
  expect(subject.noted).toMatchObject({ present: ['b', 'c', 'a'], remote: ['b'] })
})

it('leaves a refusal in sight when the item that is looked at is asked for anew', async () => {
  const subject = live()
  shell.query.mockImplementation((question: Question) => Promise.resolve(question.of === 'item' ? { item: question.item } : shown))
  await subject.look('two')
  shell.execute.mockRejectedValue(new Error('Das geht so nicht.'))
  await subject.act({ type: 'confirmInvitation' })
  expect(app.message?.message).toBe('Das geht so nicht.')
})

it('keeps what is being entered at an item while another is looked at', async () => {
  const subject = live()
  const [one, two] = [{ item: 'one' }, { item: 'two' }] as ItemView[]
  shell.query.mockResolvedValue(two)
  subject.enters(one as ItemView, true)
  subject.put({ matter: 'item', title: 'Ziffer 2', wording: { blocks: [] } })
  subject.series = true
  await subject.look('two')
  expect([subject.subjects.length, subject.series]).toEqual([0, false])
  subject.enters(two as ItemView, true)
  await subject.look()
  expect([subject.subjects.length, subject.series]).toEqual([1, true])
  // The order stays, so that nothing in sight is moved.
  subject.enters(one as ItemView, true)
  expect(Object.keys(subject.entered)).toEqual(['one', 'two'])
  subject.enters(one as ItemView, false)
  expect(Object.keys(subject.entered)).toEqual(['two'])
})

it('has other words than proposed kept, and those of a vote that is taken up beside them', async () => {
  const subject = live()
  const words = (text: string) => ({ blocks: [{ type: 'paragraph' as const, content: text }] })
  const item = { item: 'one', proposal: words('Vorschlag') } as unknown as ItemView
  expect(await subject.rewordItem('one', words('Anders'))).toBe(true)
  expect(sent()).toEqual([{ of: 'keepWording', meeting: 'm', item: 'one', wording: words('Anders') }])
  const put = { ...item, wording: words('Anders') } as ItemView
  expect([wordingOf(subject, item), wordingOf(subject, put)]).toEqual([words('Vorschlag'), words('Anders')])
  subject.takesUp('one', words('Beschlossen'))
  await subject.rewordItem('one', words('Berichtigt'))
  expect(wordingOf(subject, put)).toEqual(words('Berichtigt'))
  subject.takesUp('one')
  expect(wordingOf(subject, put)).toEqual(words('Anders'))
  expect(sent()).toHaveLength(1)
  shell.execute.mockRejectedValue(new Error('Der Datenträger ist voll.'))
  expect(await subject.rewordItem('one', null)).toBe(false)
})

it('gives the keys of a vote to the one in front that takes them', () => {
  const subject = live()
  const heard: string[] = []
  let seen = true
  subject.takesKeys((key) => { heard.push(`behind ${key}`); return true })
  const stop = subject.takesKeys((key) => { if (seen) heard.push(`in front ${key}`); return seen })
  subject.voteKey('A')
  seen = false
  subject.voteKey('N')
  stop()
  subject.voteKey('G')
  expect(heard).toEqual(['in front A', 'behind N', 'behind G'])
})

it('shows what was looked at last, also when the answer to an earlier look comes later', async () => {
  let came: (item: ItemView) => void = () => undefined
  shell.query.mockReturnValue(new Promise((done) => { came = done }))
  const subject = live()
  const first = subject.look('two')
  await subject.look()
  came({ item: 'two' } as ItemView)
  await first
  expect(subject.looked).toBeUndefined()
})
