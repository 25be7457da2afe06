// The text modules of the vault: asked for when a text is opened, and anew after each change.
import { execute, query } from '../api/client'
import type { Order, TextModuleRow } from '../api/generated'
import { app } from './app.svelte'

class Modules {
  rows = $state.raw<readonly TextModuleRow[]>([])
  longestCode = $state(0)

  async ask(): Promise<void> {
    const view = await query({ of: 'textModules' })
    this.rows = view.modules
    this.longestCode = view.longestCode
  }

  /** Records a change. It fails with the words of the backend. */
  async change(order: Extract<Order, { of: 'writeTextModule' | 'removeTextModule' }>): Promise<void> {
    const answer = await execute(order)
    app.saved = answer.saved
    await this.ask()
  }
}

export const modules = new Modules()
