// What has to be saved before a view is left, the vault locked or the window closed.

const flushes = new Set<() => Promise<void>>()

/** Registers what is to be saved; gives back how to take it out again. */
export function beforeLeaving(flush: () => Promise<void>): () => void {
  flushes.add(flush)
  return () => {
    flushes.delete(flush)
  }
}

/** Saves everything; fails if one of them fails, after all were tried. */
export async function flushAll(): Promise<void> {
  const tried = await Promise.allSettled([...flushes].map((flush) => flush()))
  for (const one of tried) if (one.status === 'rejected') throw one.reason
}
