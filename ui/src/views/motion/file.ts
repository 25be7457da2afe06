// A plain text as the record keeps texts: one paragraph a line.
import type { RichText } from '../../api/generated'

export function paragraphs(text: string): RichText {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  return { blocks: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) }
}

/** A pasted list without the lines of what was entered; the others stay as they were typed. */
export function without(text: string, entered: readonly { line: number }[]): string {
  const done = new Set(entered.map(({ line }) => line))
  return text.split('\n').filter((_, index) => !done.has(index + 1)).join('\n')
}
