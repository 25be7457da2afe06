// Says that what was to be pasted is too long: nothing was put in, and nothing is lost.
import { app } from '../state/app.svelte'
import { editor as words } from '../text/editor'

export function pasteRefused(characters: number): void {
  const [message, ...hints] = words.tooLong(characters)
  app.message = { tone: 'warning', message, hints }
}
