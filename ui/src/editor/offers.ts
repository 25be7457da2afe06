// What is offered while somebody types: names, text modules, and what of the record can stand in the
// text. It is asked for when the text is opened and again when the session moved on.

import { query } from '../api/client'
import type { FactChoice, Speaker, TextModuleRow } from '../api/generated'
import { modules } from '../state/modules.svelte'
import type { ItemFacts } from './facts'

export interface Offers {
  readonly speakers: readonly Speaker[]
  readonly modules: readonly TextModuleRow[]
  readonly facts: readonly FactChoice[]
  /** Somebody comes as a guest, as typed; false if that was refused. None where nobody can come. */
  readonly admit?: ((typed: string) => Promise<boolean>) | undefined
}

export class ItemOffers implements Offers {
  #speakers: Speaker[] = []

  constructor(
    private readonly meeting: string,
    private readonly item: ItemFacts,
    private readonly admits: () => Offers['admit'] = () => undefined,
  ) {}

  get admit(): Offers['admit'] {
    return this.admits()
  }

  get speakers(): readonly Speaker[] {
    return this.#speakers
  }

  get modules(): readonly TextModuleRow[] {
    return modules.rows
  }

  get facts(): readonly FactChoice[] {
    return this.item.view.facts.filter(({ offered }) => offered)
  }

  /** Asks anew. What was known before stays when there is no answer. */
  async ask(): Promise<void> {
    await modules.ask()
    this.#speakers = await query({ of: 'speakers', meeting: this.meeting })
  }
}
