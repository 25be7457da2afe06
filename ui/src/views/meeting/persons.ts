// Persons as they are chosen from.
import type { Named } from '../../api/generated'

export function choiceOf({ person, fullName, detail }: Named) {
  return { id: person, name: fullName, detail }
}
