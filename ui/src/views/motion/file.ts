// A plain text as the record keeps texts: one paragraph a line.
import type { RichText } from '../../api/generated'

export function paragraphs(text: string): RichText {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  return { blocks: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) }
}
