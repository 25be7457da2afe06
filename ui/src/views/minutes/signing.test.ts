// What is said of signatures, and where a refusal stands.
import { describe, expect, it } from 'vitest'
import type { SignatureStep, SignaturesView } from '../../api/generated'
import { groups, placeOf, progress, turn } from './signing.svelte'

function step(field: string, signed: boolean): SignatureStep {
  return { field, role: `Rolle ${field}`, items: '', name: `Name ${field}`, signed, good: signed, words: '' }
}

function view(signed: number, good = true): SignaturesView {
  const steps = ['a', 'b', 'c'].map((field, index) => step(field, index < signed))
  const verdict = signed > 0 ? { good, title: 'Siegel gebrochen', words: '', report: [] } : null
  return { document: '', checksum: '', steps, next: steps[signed]?.field ?? null, verdict }
}

describe('the signatures of a version', () => {
  it('says who is next and how far it is', () => {
    expect([0, 1, 2, 3].map((signed) => turn(view(signed))?.field)).toEqual(['a', 'b', 'c', undefined])
    expect([0, 1, 2, 3].map((signed) => progress(view(signed)))).toEqual([
      'noch nicht unterschrieben',
      'es fehlen noch: Rolle b, Rolle c',
      'es fehlt noch: Rolle c',
      'von allen unterschrieben',
    ])
  })

  it('lets nobody go on with a broken seal', () => {
    expect(turn(view(1, false))).toBeUndefined()
    expect(progress(view(1, false))).toBe('Siegel gebrochen')
  })
})

describe('a refusal', () => {
  it('stands beside what it is about', () => {
    expect((['wrongPassphrase', 'badInput', 'rejected', 'diskFull'] as const).map(placeOf))
      .toEqual(['password', 'key', 'key', 'dialog'])
  })
})

describe('a report', () => {
  it('is grouped by its empty lines', () => {
    expect(groups(['In Ordnung', '', 'Vorsitz: A', '  Umfasst: alles'])).toEqual([['In Ordnung'], ['Vorsitz: A', '  Umfasst: alles']])
    expect(groups([])).toEqual([])
  })
})
