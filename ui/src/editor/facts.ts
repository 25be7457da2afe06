// What of the record can stand in the text of an item: asked for when the text is opened and again
// whenever the session moved on, and handed to the slots and the menu.

import { query } from '../api/client'
import type { Fact, FactChoice, FactsView } from '../api/generated'
import { sameFact, type Slots } from './nodes/fact'

export class ItemFacts implements Slots {
  #view: FactsView = { facts: [], subItems: [] }
  #watchers = new Set<() => void>()

  constructor(
    private readonly meeting: string,
    private readonly item: string,
  ) {}

  get view(): FactsView {
    return this.#view
  }

  /** Asks anew. What was known before stays when there is no answer. */
  async ask(): Promise<void> {
    this.#view = await query({ of: 'facts', meeting: this.meeting, item: this.item })
    for (const changed of this.#watchers) changed()
  }

  find(fact: Fact): FactChoice | undefined {
    return this.#view.facts.find((one) => sameFact(one.fact, fact))
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }
}
