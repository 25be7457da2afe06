// Names by their first letters, as they are typed.
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('de')

/** Any word of the name begins with what was typed. */
export function begins(name: string, typed: string): boolean {
  const letters = fold(typed.trim())
  return fold(name).split(/[\s-]+/).some((word) => word.startsWith(letters)) || fold(name).startsWith(letters)
}
