// What was filled in so far for a first committee.
import { query } from '../../api/client'
import type { DraftPerson, FormOfAddress, FormSetUp, OrderSetUp, SeatKind } from '../../api/generated'
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

/** Goes on with what was typed before, or begins anew. */
export async function resumeDraft(form?: FormSetUp) {
  current = list()
  if (!form) {
    Object.assign(draft, fresh())
    return
  }
  const known = Object.entries(form).filter(([name]) => name in draft)
  Object.assign(draft, Object.fromEntries(known))
  await current.resume(form.list, form.edits)
}

/** A field for numbers holds a number, or nothing while it is empty. */
function typed(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
}

/** All of it as it was typed, to be kept. */
export function typedDraft(): FormSetUp {
  return {
    of: 'setUp',
    ...$state.snapshot(draft),
    vacantVoting: typed(draft.vacantVoting),
    vacantAdvisory: typed(draft.vacantAdvisory),
    list: current.text,
    edits: $state.snapshot(current.edits),
  }
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
    born: '',
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
