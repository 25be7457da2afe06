// Opens a PDF for the preview. Worker and program are local; nothing is evaluated or fetched.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerSrc from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>

/** A place in the document. */
export interface Place {
  page: number
  /** How far down the page, from 0 to 1; its head without. */
  down?: number
  /** The item that stands there, to be pointed at. */
  item?: string
}

GlobalWorkerOptions.workerSrc = workerSrc

export function openPdf(bytes: ArrayBuffer): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(bytes)
  return getDocument({ data, isEvalSupported: false, useWasm: false, enableXfa: false }).promise
}

/** Where a form field stands: its page, and how far down, from 0 to 1; page 0 if there is none. */
export async function placeOfField(pdf: PDFDocumentProxy, name: string): Promise<Place> {
  const fields = (await pdf.getFieldObjects()) as Record<string, { page: number }[]> | null
  const number = (fields?.[name]?.[0]?.page ?? -1) + 1
  if (number === 0) return { page: 0 }
  const page = await pdf.getPage(number)
  const marks = (await page.getAnnotations()) as { fieldName?: string; rect: number[] }[]
  const [, bottom = 0, , top = 1] = page.view
  const upper = marks.find((mark) => mark.fieldName === name)?.rect[3] ?? top
  return { page: number, down: (top - upper) / (top - bottom) }
}

/** What a page says, for programs that read aloud. */
export async function textOf(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  // Read piece by piece: `getTextContent` iterates over the stream, which WebKit cannot.
  const pieces = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextContent>
  let text = ''
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
    for (const item of piece.value.items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
  }
  return text
}
