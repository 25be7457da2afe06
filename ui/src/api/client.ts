// The one module that calls the backend. Acts are sent one after the other: the next one waits for
// the answer to the one before.
import { invoke } from '@tauri-apps/api/core'

/** What went wrong, for people; `code` for whoever branches. */
export interface ApiError {
  code: string
  message: string
  hints: string[]
}

/** Where the vault stands. */
export function status(): Promise<unknown> {
  return invoke('status')
}

/** The program may end: everything is saved. */
export function leave(): Promise<void> {
  return invoke('leave')
}
