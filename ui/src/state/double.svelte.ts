// The second of two quick taps is not meant for what stands there only since the first: a step that is
// done shows the next one at the same place, and so does an entry that was taken back.

/** Two taps that are farther apart are two. */
const DOUBLE_MS = 400

/** Whether a click is meant for what `shown` says: none is that came right after it changed. */
export function meantFor(shown: () => unknown): (event: MouseEvent) => boolean {
  let since = -Infinity
  $effect.pre(() => {
    shown()
    since = performance.now()
  })
  // Keys count no clicks.
  return (event) => event.detail < 2 || performance.now() - since > DOUBLE_MS
}
