// What the display of the chair shows. It asks anew when something was recorded elsewhere and when
// the minute changes; what cannot be had is not shown, and nothing is said of why.
import { chair, findQuorum } from '../../api/client'
import type { ChairView } from '../../api/generated'
import { clock, setClock } from '../../state/clock.svelte'

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

  /** The body is found quorate. What is refused shows in what stands there afterwards. */
  async find(): Promise<void> {
    if (!this.view || this.busy) return
    this.busy = true
    try {
      await findQuorum({ act: crypto.randomUUID(), meeting: this.view.meeting })
    } catch {
      // The display below tells how it stands.
    } finally {
      await this.ask()
      this.busy = false
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
