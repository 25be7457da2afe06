// Where the window is: the vault, the view, what is to be said, when it was last saved. Views read
// it and change it by the functions below; it knows no rule.
import { answered, apiError, execute, leave, lock as lockVault, query, status, stay } from '../api/client'
import type { DeskStatus, Place } from '../api/generated'
import { Closing, type Open } from './closing'
import { common } from '../text/common'
import { flushAll, type Unsaved } from './leaving'

/** What is said in the message line. */
export interface Message {
  tone: 'info' | 'success' | 'warning' | 'danger'
  message: string
  hints: readonly string[]
}

interface AppState {
  vault: DeskStatus | undefined
  /** Where one is once the vault is open. */
  route: Place
  message: Message | undefined
  /** When the last act was durable, "17:12:04"; empty before the first. */
  saved: string
  /** When it was locked, "15:41"; empty if it was not in this run. */
  lockedAt: string
  keysShown: boolean
  handbookShown: boolean
  /** The window for the chair is there. */
  chairOpen: boolean
  /** This window shows the display of the chair, and nothing of the clerk's. */
  presenting: boolean
  /** The window was to close and is still open. */
  open: Open | undefined
}

export const app: AppState = $state({
  vault: undefined,
  route: { view: 'start' },
  message: undefined,
  saved: '',
  lockedAt: '',
  keysShown: false,
  handbookShown: false,
  chairOpen: false,
  presenting: false,
  open: undefined,
})

/** How the window closes. */
export const closing = new Closing({
  stay,
  leave,
  async save() {
    const unsaved = await flushAll()
    await answered()
    return unsaved
  },
  show(open) {
    app.open = open
  },
  shown: () => app.open,
})

/** Goes to another view; what was said belonged to the old one. */
export function go(route: Place) {
  app.message = undefined
  app.route = route
}

/** In the session that is shown, this item is looked at now instead of the current one. */
export function lookedAt(item: string | null) {
  if (app.route.view === 'meeting' && app.route.item !== item) app.route = { ...app.route, item }
}

/** Has it kept where the window is. What fails is not said: nothing that was entered is lost. */
export function keepPlace(place: Place) {
  execute({ of: 'keepPlace', place }).catch(() => undefined)
}

/** Says what went wrong. The view stays usable; a vault that was locked is shown as such. */
export function say(cause: unknown) {
  const error = apiError(cause)
  app.message = { tone: 'danger', message: error.message, hints: error.hints }
  if (error.code === 'locked' && app.vault) app.vault = { ...app.vault, state: 'locked' }
}

/** Does something with the backend; what goes wrong is said, and nothing comes back. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    const done = await work()
    if (app.message?.tone === 'danger') app.message = undefined
    return done
  } catch (cause) {
    say(cause)
    return undefined
  }
}

/** Tries again. What was said goes first: the same words again are seen, and read out again. */
export function retry(work: () => Promise<void>) {
  app.message = undefined
  void work()
}

/** Asks where the vault stands. It is open where only the interface was started again. */
export async function begin() {
  const vault = await attempt(status)
  if (vault?.state === 'open') await opened(vault)
  else app.vault = vault ?? app.vault
}

/** The vault was opened: on where the window was, now or before the program ended. */
export async function opened(vault: DeskStatus) {
  app.message = undefined
  if (app.route.view === 'start') {
    const place = await attempt(() => query({ of: 'place' }))
    if (place) app.route = place
  }
  app.vault = vault
}

/** Saves what was typed last, then locks. What cannot be saved is not locked away. */
export async function lock(clock: string) {
  const unsaved = await flushAll()
  if (unsaved.length > 0) {
    app.message = { tone: 'danger', message: common.notLocked, hints: unsavedWords(unsaved) }
    return
  }
  const kept = await attempt(lockVault)
  if (!kept) return
  app.lockedAt = clock
  app.vault = kept
}

/** What is not saved, why, and what becomes of it. */
function unsavedWords(unsaved: readonly Unsaved[]): string[] {
  const causes = new Set(unsaved.map(({ cause }) => apiError(cause).message))
  return [common.notSaved(unsaved.map(({ what }) => what).join(', ')), ...causes, common.tried]
}
