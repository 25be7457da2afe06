// Pasted lines stay the source of a table: what was changed by hand in it is kept beside, as long
// as the line it belongs to reads the same.

/** A row of the table. */
export interface Row<T> {
  /** Which line, the second of two equal ones apart. */
  key: string
  /** As shown and sent. */
  value: T
}

/** Changes by hand; null leaves the line out. */
export type Edits<T> = ReadonlyMap<string, T | null>

/** One of them, as it is kept. */
export interface Edit<T> {
  key: string
  value: T | null
}

/** The changes that were kept. */
export function editsOf<T>(list: readonly Edit<T>[]): Edits<T> {
  return new Map(list.map(({ key, value }) => [key, value]))
}

/** The changes, to be kept. */
export function listOf<T>(edits: Edits<T>): Edit<T>[] {
  return [...edits].map(([key, value]) => ({ key, value }))
}

/** No changes yet. */
export function unedited<T>(): Edits<T> {
  return new Map()
}

/** The changes with one more. */
export function withEdit<T>(edits: Edits<T>, key: string, value: T | null): Edits<T> {
  return new Map(edits).set(key, value)
}

/** The changes without the lines that were left out. */
export function withoutOmissions<T>(edits: Edits<T>): Edits<T> {
  return new Map([...edits].filter(([, value]) => value !== null))
}

/** The rows for what was read. A row that did not change is the same object as before, so that a
    long table is not drawn anew with every key. */
export function rows<T>(read: readonly T[], edits: Edits<T>, before: readonly Row<T>[]): Row<T>[] {
  const known = new Map(before.map((row) => [row.key, row]))
  const seen = new Map<string, number>()
  const result: Row<T>[] = []
  for (const item of read) {
    const line = JSON.stringify(item)
    const count = seen.get(line) ?? 0
    seen.set(line, count + 1)
    const key = `${count}${line}`
    const edit = edits.get(key)
    if (edit === null) continue
    const old = known.get(key)
    const kept = old && (edit === undefined ? JSON.stringify(old.value) === line : old.value === edit)
    result.push(kept ? old : { key, value: edit ?? item })
  }
  return result
}

/** How many of the lines that were read are left out. */
export function omitted<T>(read: readonly T[], shown: readonly Row<T>[]): number {
  return read.length - shown.length
}
