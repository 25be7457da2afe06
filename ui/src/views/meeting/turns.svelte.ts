// What is on its way to the record: a second tap is no second act, and what leads on waits its turn.

export abstract class Turns {
  #underWay = $state(0)
  #last: Promise<unknown> = Promise.resolve()
  #leading = false

  /** Something is on its way to the record. */
  get busy(): boolean {
    return this.#underWay > 0
  }

  /** What was on its way has arrived. */
  protected abstract arrived(): void

  /** Does what takes more than one step, unless something is on its way: a second tap is no second act. */
  async once<T>(work: () => Promise<T>): Promise<T | undefined> {
    return this.busy ? undefined : this.doing(work)
  }

  /** Leads on as soon as nothing is on its way any more; asked for again before it is done, it is done once. */
  async leads(work: () => Promise<unknown>): Promise<void> {
    if (this.#leading) return
    this.#leading = true
    try {
      while (this.busy) await this.#last.catch(() => undefined)
      await work()
    } finally {
      this.#leading = false
    }
  }

  protected doing<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#done(work)
    this.#last = done
    return done
  }

  async #done<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1
    try {
      return await work()
    } finally {
      this.#underWay -= 1
      this.arrived()
    }
  }
}
