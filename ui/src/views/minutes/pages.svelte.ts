// The pages of a Niederschrift, made anew while somebody works: one wish at a time, the newest counts,
// and what is shown stays until the next pages are there.
import { apiError, preview } from '../../api/client'
import type { ApiError, DocumentRequest, PagePlace } from '../../api/generated'
import { openPdf, type PDFDocumentProxy } from './pdf'

export class Pages {
  pdf = $state.raw<PDFDocumentProxy>()
  /** Where the items stand. */
  places = $state.raw<readonly PagePlace[]>([])
  /** How each page looks: the same mark, the same look. */
  marks = $state.raw<readonly string[]>([])
  /** Which signs no font has, as sentences; empty as a rule. */
  missing = $state('')
  fault = $state.raw<ApiError>()
  making = $state(false)

  #wanted: DocumentRequest | undefined
  #running: Promise<void> | undefined
  #stopped = false

  /** Makes the pages; where some are being made, once they are there. */
  make(request: DocumentRequest): Promise<void> {
    this.#wanted = request
    this.making = true
    this.#running ??= this.#work()
    return this.#running
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#stopped = true
    this.#wanted = undefined
    void this.pdf?.loadingTask.destroy()
  }

  async #work(): Promise<void> {
    while (this.#wanted) {
      const request = this.#wanted
      this.#wanted = undefined
      try {
        await this.#show(request)
      } catch (cause) {
        if (this.#fits(request)) this.fault = apiError(cause)
      }
    }
    this.making = false
    this.#running = undefined
  }

  async #show(request: DocumentRequest): Promise<void> {
    const { bytes, places, pages, missing } = await preview(request)
    const pdf = await openPdf(bytes)
    if (!this.#fits(request)) return void pdf.loadingTask.destroy()
    const before = this.pdf
    this.pdf = pdf
    this.places = places
    this.marks = pages
    this.missing = missing
    this.fault = undefined
    void before?.loadingTask.destroy()
  }

  /** It is still this document that is wanted. */
  #fits(request: DocumentRequest): boolean {
    const other = this.#wanted && JSON.stringify(this.#wanted) !== JSON.stringify(request)
    return !this.#stopped && !other
  }
}
