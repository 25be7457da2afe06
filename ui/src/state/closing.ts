// How the window closes: what was typed last is saved first, however long that takes. What cannot be
// saved keeps the window open and is said; closing once more then ends the program without it.
import type { Unsaved } from './leaving'

/** Why the window is still open although it was to close. */
export type Open = { why: 'saving' } | { why: 'unsaved'; unsaved: readonly Unsaved[] }

/** What closing needs of its surroundings. */
export interface Ways {
  /** Tells the shell that the interface sees to it. */
  stay: () => Promise<void>
  /** Saves everything; gives back what could not be saved. */
  save: () => Promise<readonly Unsaved[]>
  /** Ends the program. */
  leave: () => Promise<void>
  /** Shows why the window is still open; nothing once somebody goes on working. */
  show: (open: Open | undefined) => void
  /** What is shown now. */
  shown: () => Open | undefined
}

/** Sooner there is nothing to be said: an ordinary save is done by then. */
const QUIET_MS = 500
/** How long somebody who closes once more waits for a last try. */
const LAST_TRY_MS = 2000

export class Closing {
  #saving = false

  constructor(private readonly ways: Ways) {}

  /** The window was asked to close. */
  async close(): Promise<void> {
    // If not even this is heard, the shell closes the window by itself.
    void this.ways.stay().catch(() => undefined)
    if (this.ways.shown()) return this.closeAnyway()
    if (this.#saving) return
    this.#saving = true
    let said = false
    const timer = setTimeout(() => {
      said = true
      this.ways.show({ why: 'saving' })
    }, QUIET_MS)
    try {
      const unsaved = await this.ways.save()
      // Somebody who was told that it takes longer may have chosen to go on working.
      if (said && !this.ways.shown()) return
      if (unsaved.length > 0) this.ways.show({ why: 'unsaved', unsaved })
      else await this.ways.leave()
    } finally {
      clearTimeout(timer)
      this.#saving = false
    }
  }

  /** Ends the program, after a last try to save. */
  async closeAnyway(): Promise<void> {
    const patience = new Promise((done) => setTimeout(done, LAST_TRY_MS))
    await Promise.race([this.ways.save().catch(() => undefined), patience])
    await this.ways.leave()
  }
}
