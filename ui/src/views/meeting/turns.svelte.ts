// What is on its way to the record: a second tap is no second act, and what leads on waits its turn.

/** What arrives sooner than that was never seen to be on its way: painting it twice is what takes long. */
const SEEN_MS = 100

export abstract class Turns {
  #underWay = $state(0)
  /** It takes so long that it is to be seen. */
  #seen = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  #last: Promise<unknown> = Promise.resolve()
  #leading = false

  /** Something is on its way to the record. */
  get underWay(): boolean {
    return this.#underWay > 0
  }

  /** The same for what would do something now; what is drawn hears of it only where it takes longer. */
  get busy(): boolean {
    return $effect.tracking() ? this.#seen : this.underWay
  }

  /** What was on its way has arrived. */
  protected abstract arrived(): void

  /** Does what takes more than one step, unless something is on its way: a second tap is no second act. */
  async once<T>(work: () => Promise<T>): Promise<T | undefined> {
    return this.underWay ? undefined : this.doing(work)
  }

  /** Leads on as soon as nothing is on its way any more; asked for again before it is done, it is done once. */
  async leads(work: () => Promise<unknown>): Promise<void> {
    if (this.#leading) return
    this.#leading = true
    try {
      while (this.underWay) await this.#last.catch(() => undefined)
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
    this.#begins()
    try {
      return await work()
    } finally {
      this.#ends()
      this.arrived()
    }
  }

  #begins(): void {
    if (this.#underWay === 0) this.#timer = setTimeout(() => { this.#seen = true }, SEEN_MS)
    this.#underWay += 1
  }

  #ends(): void {
    this.#underWay -= 1
    if (this.#underWay > 0) return
    clearTimeout(this.#timer)
    this.#seen = false
  }
}
