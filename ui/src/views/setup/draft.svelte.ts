// What was filled in so far for a first committee: it outlives a look at another view.
import { query } from '../../api/client'
import type { DraftPerson, FormOfAddress, OrderSetUp, SeatKind } from '../../api/generated'
import { Pasted } from './pasted.svelte'

function fresh() {
  return {
    step: 0,
    body: '',
    organ: '',
    place: '',
    address: '',
    website: '',
    committee: '',
    genitive: '',
    profile: '',
    vacantVoting: '0',
    vacantAdvisory: '0',
    clerkForm: 'none' as FormOfAddress,
    clerkTitle: '',
    clerkGivenName: '',
    clerkFamilyName: '',
  }
}

export const draft = $state(fresh())

function list() {
  return new Pasted<DraftPerson>(async (text) => {
    const { people, summary } = await query({ of: 'people', text })
    return { items: people, summary }
  })
}

let current = $state.raw(list())

/** The members and substitutes. */
export function people(): Pasted<DraftPerson> {
  return current
}

/** Begins anew: it was saved. */
export function clearDraft() {
  Object.assign(draft, fresh())
  current = list()
}

/** Who keeps the minutes, if somebody was named. */
export function clerk(): DraftPerson | null {
  if (draft.clerkFamilyName.trim() === '') return null
  return {
    formOfAddress: draft.clerkForm,
    title: draft.clerkTitle.trim(),
    givenName: draft.clerkGivenName.trim(),
    familyName: draft.clerkFamilyName.trim(),
    status: null,
    faction: '',
    chair: false,
    deputy: false,
    substituteFor: '',
    remainder: '',
  }
}

function seats(kind: SeatKind, number: string): SeatKind[] {
  const count = Number.parseInt(number, 10)
  return Array.from({ length: count > 0 ? Math.min(count, 200) : 0 }, () => kind)
}

/** All of it, to be recorded. */
export function order(): OrderSetUp {
  return {
    of: 'setUp',
    body: draft.body.trim(),
    organ: draft.organ.trim(),
    place: draft.place.trim(),
    address: draft.address.trim(),
    website: draft.website.trim(),
    committee: draft.committee.trim(),
    genitive: draft.genitive.trim(),
    gender: null,
    profile: draft.profile,
    vacant: [...seats('voting', draft.vacantVoting), ...seats('advisory', draft.vacantAdvisory)],
    people: people().items,
    clerk: clerk(),
  }
}
