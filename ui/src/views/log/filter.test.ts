import { describe, expect, it } from 'vitest'
import type { LogRow } from '../../api/generated'
import { sift } from './filter'

const row = (act: string, kind: LogRow['kind'], words: string, corrects = false): LogRow => ({
  act, kind, words, corrects, time: '17:05', at: '17:05', entered: 'eingetragen 17:20', late: true, replaces: '', withdrawn: '', canWithdraw: true, canCorrectTime: false, command: null,
})
const rows = [row('a', 'attendance', 'Frau KA Gürtekin geht'), row('b', 'agenda', 'TOP 3 aufgerufen', true), row('c', 'vote', 'TOP 3: einstimmig angenommen')]
const acts = (...by: [Parameters<typeof sift>[1], string]) => sift(rows, ...by).map(({ act }) => act).join('')

describe('the log', () => {
  it('is sifted by what an act is about', () => {
    expect([acts('all', ''), acts('attendance', ''), acts('agenda', ''), acts('vote', ''), acts('corrections', '')]).toEqual(['abc', 'a', 'b', 'c', 'b'])
  })
  it('is searched in its words and times, and stays in its order', () => {
    expect([acts('all', 'top 3'), acts('all', 'guer'), acts('all', '17'), acts('vote', 'aufgerufen')]).toEqual(['bc', 'a', 'abc', ''])
  })
})
