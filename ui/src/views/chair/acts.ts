// The display of the chair: in a window of its own, or on this device turned around.
import { closeChair, fullScreen, openChair } from '../../api/client'
import { app, attempt } from '../../state/app.svelte'
import { flushAll } from '../../state/leaving'
import { chair as words } from '../../text/chair'
import { common } from '../../text/common'
import type { LiveAct } from '../meeting/acts'

export function chairActs(): LiveAct[] {
  const act = (line: Omit<LiveAct, 'of' | 'group'>): LiveAct => ({ of: 'session', group: words.group, ...line })
  return [
    app.chairOpen
      ? act({ icon: 'screen', label: words.close, run: () => void attempt(closeChair) })
      : act({ icon: 'screen', label: words.open, detail: words.openDetail, run: () => void attempt(openChair) }),
    act({ icon: 'eye', label: words.here, detail: words.leave, run: () => void present() }),
  ]
}

/** The clerk's view goes from the screen as a whole; what was typed is saved before. */
async function present() {
  const unsaved = await flushAll()
  if (unsaved.length > 0) {
    app.message = { tone: 'danger', message: words.notShown, hints: [common.notSaved(unsaved.map(({ what }) => what).join(', ')), common.tried] }
    return
  }
  app.presenting = true
  await fullScreen(true).catch(() => undefined)
}
