// What the display of the chair shows. It asks anew when something was recorded elsewhere and when
// the minute changes; what cannot be had is not shown, and nothing is said of why.
import { chair, find } from '../../api/client'
import type { ChairView, Found } from '../../api/generated'
import { clock, setClock } from '../../state/clock.svelte'

/** What comes under a finger that taps twice is not meant by the second tap. */
const SETTLE_MS = 700

export class Display {
  view = $state.raw<ChairView | null>(null)
  /** The act is on its way. */
  busy = $state(false)

  async ask(): Promise<void> {
    try {
      this.view = await chair()
      if (this.view) setClock(this.view.now)
    } catch {
      this.view = null
    }
  }

  /** The chair finds what was read on the button. What is refused shows in what stands there
      afterwards. */
  async find(found: Found): Promise<void> {
    if (!this.view || this.busy) return
    this.busy = true
    try {
      await find({ act: crypto.randomUUID(), meeting: this.view.meeting, found })
    } catch {
      // The display below tells how it stands.
    } finally {
      await this.ask()
      setTimeout(() => { this.busy = false }, SETTLE_MS)
    }
  }

  /** Follows the session; gives back how to stop it. */
  follow(): () => void {
    const again = () => void this.ask()
    window.addEventListener('sitzungsbuch:changed', again)
    return () => { window.removeEventListener('sitzungsbuch:changed', again) }
  }

  /** With every minute: a finding can be repeated in the next one. */
  everyMinute(): void {
    if (clock.time) void this.ask()
  }
}
