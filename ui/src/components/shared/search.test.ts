import { describe, expect, it } from 'vitest'
import { rank, search } from './search'

const found = (typed: string, ...all: string[]) => search(typed, all, (one) => one)

describe('typed letters', () => {
  it('begin any word', () => {
    expect(found('kram', 'Jens Kramersund', 'Helga Wiesmoor')).toEqual(['Jens Kramersund'])
    expect(found('moor', 'Helga Wiesmoor')).toEqual([])
  })
  it('begin several words, in any order', () => {
    expect(found('si unt', 'Sitzung unterbrechen', 'Sitzung schließen')).toEqual(['Sitzung unterbrechen'])
    expect(found('unt sitz', 'Sitzung unterbrechen')).toEqual(['Sitzung unterbrechen'])
    expect(found('sitzung fehlt', 'Sitzung unterbrechen')).toEqual([])
  })
  it.each(['gür', 'gur', 'guer', 'GÜR', 'gu\u0308r'])('find umlauts: %s', (typed) => {
    expect(found(typed, 'Yasemin Gürtekin')).toEqual(['Yasemin Gürtekin'])
  })
  it.each(['Goetz', 'Götz', 'Gotz'])('find %s by every spelling that leads to it', (name) => {
    expect(rank('got', name) !== undefined || rank('goe', name) !== undefined).toBe(true)
  })
  it.each(['pottgiess', 'pottgieß'])('find a sharp s: %s', (typed) => {
    expect(found(typed, 'Sönke Pottgießer')).toHaveLength(1)
  })
  it('find letters with other marks', () => {
    expect(found('olo', 'Ngozi Ọlọ́runtọ́bi')).toHaveLength(1)
  })
  it('begin the parts of a double name', () => {
    expect(found('klein', 'Frau Sommerfeldt-Kleine')).toHaveLength(1)
  })
  it('put first what begins with them', () => {
    expect(found('sitz', 'Diese Sitzung', 'Sitzung schließen', 'Letzte lange Sitzung')).toEqual(['Sitzung schließen', 'Diese Sitzung', 'Letzte lange Sitzung'])
  })
  it('leave equals in their order', () => {
    expect(found('s', 'Sa', 'Sb', 'Sc')).toEqual(['Sa', 'Sb', 'Sc'])
  })
  it('find all by nothing', () => {
    expect(found('  ', 'A', 'B')).toEqual(['A', 'B'])
  })
  it('find an item by its number', () => {
    expect(found('top 3', 'TOP 1 Haushalt, Seite 3', 'TOP 3 Radweg')[0]).toBe('TOP 3 Radweg')
    expect(found('3', 'TOP 13 Haushalt', 'TOP 3 Radweg')).toEqual(['TOP 3 Radweg'])
  })
})
