// Of an answer that comes anew with every act, what says the same as before stays the object that it
// was: whatever is drawn from it is then left alone.

type Held = Readonly<Record<string, unknown>>

const isHeld = (value: unknown): value is Held => typeof value === 'object' && value !== null

/**
 * What came now, with every part that equals the one before in its place; all of it as it was where
 * nothing differs. Lists are compared place by place. It may change what came now, which must be fresh
 * from JSON, and leaves what was before as it is.
 */
export function sameAs<T>(before: unknown, now: T): T
export function sameAs(before: unknown, now: unknown): unknown {
  if (!isHeld(before) || !isHeld(now) || Array.isArray(before) !== Array.isArray(now)) return now
  const fresh = now as Record<string, unknown>
  const keys = Object.keys(fresh)
  let same = keys.length === Object.keys(before).length
  for (const key of keys) {
    const [old, came] = [before[key], fresh[key]]
    if (came === old) continue
    const kept = sameAs(old, came)
    if (kept === old) fresh[key] = kept
    else same = false
  }
  return same ? before : now
}
