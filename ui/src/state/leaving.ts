// What has to be saved before the vault is locked or the window closed.

/** Something typed that could not be saved: what, in words, and why. */
export interface Unsaved {
  what: string
  cause: unknown
}

type Flush = () => Promise<readonly Unsaved[]>

const flushes = new Set<Flush>()

/** Registers what is to be saved; it gives back what could not be. */
export function beforeLeaving(flush: Flush): void {
  flushes.add(flush)
}

/** Saves everything, and gives back what could not be saved. */
export async function flushAll(): Promise<Unsaved[]> {
  const tried = await Promise.all([...flushes].map((flush) => flush()))
  return tried.flat()
}
