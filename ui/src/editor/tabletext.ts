// Tables of the record and of the editor. In the record every row is as wide as the head and says which
// of its cells are one; in the editor, as in HTML, a cell spans others, which are not there.

import type { JSONContent } from '@tiptap/core'
import type { Align, Block, Merge } from '../api/generated'
import { clean, inlinesFromEditor, inlinesToEditor, type Inlines } from './inlines'

type TableBlock = Extract<Block, { type: 'table' }>

export function tableToEditor(block: TableBlock): JSONContent {
  const merged = block.merged ?? []
  const covered = (row: number, column: number) =>
    merged.some((one) =>
      (row !== one.row || column !== one.column) &&
      row >= one.row && row < one.row + (one.rows ?? 1) && column >= one.column && column < one.column + (one.columns ?? 1))
  const row = (cells: readonly Inlines[], at: number, total = false): JSONContent => ({
    type: 'tableRow',
    attrs: { total },
    content: cells.flatMap((cell, column) => {
      if (covered(at, column)) return []
      const span = merged.find((one) => one.row === at && one.column === column)
      return [{
        type: at === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align: block.columns[column] ?? 'left', colspan: span?.columns ?? 1, rowspan: span?.rows ?? 1 },
        content: inlinesToEditor(cell),
      }]
    }),
  })
  const rows = [block.head, ...block.rows].map((cells, at) => row(cells, at))
  if (block.total) rows.push(row(block.total, rows.length, true))
  return {
    type: 'tableFigure',
    content: [
      { type: 'tableCaption', content: inlinesToEditor(block.caption ?? '') },
      { type: 'table', content: rows },
      { type: 'tableLegend', content: inlinesToEditor(block.legend ?? '') },
    ],
  }
}

export function tableFromEditor(parts: readonly JSONContent[]): TableBlock {
  const part = (type: string) => parts.find((one) => one.type === type)?.content ?? []
  const line = (type: string) => clean(part(type).map(({ text }) => text ?? '').join(''))
  const [caption, legend] = [line('tableCaption'), line('tableLegend')]
  const rows = part('table')
  const total = rows.length > 1 && rows.at(-1)?.attrs?.['total'] === true
  const { grid, merged } = placed(rows, total)
  const [head = [], ...body] = grid.map((row) => row.map((cell) => inlinesFromEditor(cell?.content ?? [])))
  const last = total ? body.pop() : undefined
  const columns = head.map((_, column) => (grid.find((row) => row[column])?.[column]?.attrs?.['align'] ?? 'left') as Align)
  return {
    type: 'table',
    ...(caption && { caption }),
    ...(legend && { legend }),
    columns,
    head,
    rows: body,
    ...(last && { total: last }),
    ...(merged.length > 0 && { merged }),
  }
}

/** Each cell at its place, and those that are one. */
function placed(rows: readonly JSONContent[], total: boolean) {
  const span = (cell: JSONContent, name: string) => Number(cell.attrs?.[name] ?? 1)
  const width = (rows[0]?.content ?? []).reduce((sum, cell) => sum + span(cell, 'colspan'), 0)
  const grid: (JSONContent | undefined)[][] = rows.map(() => Array.from({ length: width }))
  const taken = rows.map(() => new Set<number>())
  const merged: Merge[] = []
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row.content ?? []) {
      while (taken[at]?.has(column)) column += 1
      if (column >= width) break
      const [high, wide] = [span(cell, 'rowspan'), Math.min(span(cell, 'colspan'), width - column)]
      for (const line of taken.slice(at, at + high)) for (let over = 0; over < wide; over += 1) line.add(column + over)
      const line = grid[at]
      if (line) line[column] = cell
      // Head and total have one row each.
      const end = at === 0 ? 1 : rows.length - (total && at < rows.length - 1 ? 1 : 0)
      const inside = Math.min(high, end - at)
      if (inside > 1 || wide > 1) merged.push({ row: at, column, rows: inside, columns: wide })
    }
  })
  return { grid, merged }
}
