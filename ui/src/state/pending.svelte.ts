// Work that may take a moment: a word about it only after 100 ms, and no second start meanwhile.

export interface Pending {
  /** It takes longer: say so. */
  readonly shown: boolean
  /** Runs the work unless it is running. */
  run: (work: () => Promise<void>) => Promise<void>
}

export function pending(): Pending {
  let busy = false
  let shown = $state(false)
  return {
    get shown() {
      return shown
    },
    async run(work) {
      if (busy) return
      busy = true
      const timer = setTimeout(() => {
        shown = true
      }, 100)
      try {
        await work()
      } finally {
        clearTimeout(timer)
        busy = false
        shown = false
      }
    },
  }
}
