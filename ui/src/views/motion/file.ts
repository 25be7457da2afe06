// What is left of a pasted list.

/** A pasted list without the lines of what was entered; the others stay as they were typed. */
export function without(text: string, entered: readonly { line: number }[]): string {
  const done = new Set(entered.map(({ line }) => line))
  return text.split('\n').filter((_, index) => !done.has(index + 1)).join('\n')
}
