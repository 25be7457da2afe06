import { expect, it } from 'vitest'
import { answer, askAgain, ballots, begin, current, follow, type Roll } from './roll'

const entry = (name: string, seat = name): Roll[number] => [`seat ${seat}`, `person ${name}`, name]
const [anna, bert, cora, dora] = [entry('Anna'), entry('Bert'), entry('Cora'), entry('Dora')]

const begun = () => answer(answer(follow([], [bert, cora, dora]), 'yes'), 'no')

it('asks one after the other in the order of the list', () => {
  const calls = begun()
  expect(current(calls)?.name).toBe('Dora')
  expect(ballots(calls)).toEqual([{ seat: 'seat Bert', choice: 'yes' }, { seat: 'seat Cora', choice: 'no' }])
  expect(current(answer(calls, 'abstain'))).toBeUndefined()
})

it('leaves every vote with its seat when somebody in front comes, and asks that one at the end', () => {
  const calls = follow(begun(), [anna, bert, cora, dora])
  expect(ballots(calls)).toEqual([{ seat: 'seat Bert', choice: 'yes' }, { seat: 'seat Cora', choice: 'no' }])
  expect(calls.map(({ name }) => name)).toEqual(['Bert', 'Cora', 'Dora', 'Anna'])
  expect(current(calls)?.name).toBe('Dora')
})

it('keeps the place of one who leaves without counting the vote, and counts it once that one is back', () => {
  const left = follow(begun(), [cora, dora])
  expect(left.find(({ name }) => name === 'Bert')).toMatchObject({ said: 'yes', gone: true })
  expect(ballots(left)).toEqual([{ seat: 'seat Cora', choice: 'no' }])
  expect(ballots(follow(left, [bert, cora, dora]))).toEqual(ballots(begun()))
})

it('does not ask somebody who left before', () => {
  expect(current(follow(begun(), [bert, cora]))).toBeUndefined()
})

it('asks whoever takes the seat of one who was asked', () => {
  const calls = follow(begun(), [entry('Emil', 'Bert'), cora, dora])
  expect(ballots(calls)).toEqual([{ seat: 'seat Cora', choice: 'no' }])
  expect(calls.at(-1)).toMatchObject({ seat: 'seat Bert', name: 'Emil' })
})

it('begins in the order of the list as long as nobody was asked', () => {
  const calls = follow(follow([], [bert, cora]), [anna, bert, cora])
  expect(calls.map(({ name }) => name)).toEqual(['Anna', 'Bert', 'Cora'])
})

it('asks the last one once more who is still there', () => {
  const back = askAgain(follow(begun(), [bert, dora]))
  expect(back && current(back)?.name).toBe('Bert')
  expect(askAgain(follow([], [bert]))).toBeUndefined()
})

it('begins a correction with what everybody said, and puts no vote under another name', () => {
  const evan = entry('Evan', 'Bert')
  const said: Parameters<typeof begin>[1] = [[...bert, 'yes'], [...cora, 'no']]
  const calls = begin([evan, cora, dora], said)
  expect(ballots(calls)).toEqual([{ seat: 'seat Cora', choice: 'no' }])
  expect(calls.map(({ name, said, gone }) => [name, said, gone])).toEqual([
    ['Evan', undefined, false], ['Cora', 'no', false], ['Dora', null, false], ['Bert', 'yes', true],
  ])
  expect(current(calls)?.name).toBe('Evan')
  expect(ballots(answer(calls, 'abstain'))).toEqual([{ seat: 'seat Bert', choice: 'abstain' }, { seat: 'seat Cora', choice: 'no' }])
})
