// What can be done to the table around the caret. Each is a command of ProseMirror: without
// `dispatch` it only says whether it could be done.

import { Selection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import {
  TableMap,
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  goToNextCell,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables'
import type { Align } from '../api/generated'
import { leading } from './cells'

/** The node of this name around the caret, and where it stands. */
function around({ selection: { $from } }: EditorState, name: string) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === name) return { node: $from.node(depth), pos: $from.before(depth), end: $from.after(depth) }
  }
  return undefined
}

/** Where the caret is: nothing outside of tables. */
export interface TablePlace {
  /** The caret is in a cell, not in the caption or the legend. */
  inCell: boolean
  inHead: boolean
  align: Align
  total: boolean
}

export function tablePlace(state: EditorState): TablePlace | undefined {
  const figure = around(state, 'tableFigure')
  if (!figure) return undefined
  const total = figure.node.child(1).lastChild?.attrs['total'] === true
  if (!isInTable(state)) return { inCell: false, inHead: false, align: 'left', total }
  const { table, map, top, left } = selectedRect(state)
  const align = (table.nodeAt(leading(map, left) ?? 0)?.attrs['align'] ?? 'left') as Align
  return { inCell: true, inHead: top === 0, align, total }
}

/** A row above the one of the caret; above the head there is none. */
export const rowAbove: Command = (state, dispatch) =>
  isInTable(state) && selectedRect(state).top > 0 && addRowBefore(state, dispatch)

/** A row below the one of the caret; below the total there is none. */
export const rowBelow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const { table, bottom } = selectedRect(state)
  return table.child(bottom - 1).attrs['total'] !== true && addRowAfter(state, dispatch)
}

export const columnLeft: Command = (state, dispatch) => isInTable(state) && addColumnBefore(state, dispatch)
export const columnRight: Command = (state, dispatch) => isInTable(state) && addColumnAfter(state, dispatch)
export const removeRow: Command = (state, dispatch) => isInTable(state) && deleteRow(state, dispatch)
export const removeColumn: Command = (state, dispatch) => isInTable(state) && deleteColumn(state, dispatch)

export const removeTable: Command = (state, dispatch) => {
  const figure = around(state, 'tableFigure')
  if (!figure) return false
  dispatch?.(state.tr.delete(figure.pos, figure.end).scrollIntoView())
  return true
}

/** Aligns the columns of the selection; the first cell decides for its column. */
export function alignColumns(align: Align): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    const { map, left, right, tableStart } = selectedRect(state)
    const { tr } = state
    for (let column = left; column < right; column += 1) {
      const cell = leading(map, column)
      if (cell !== undefined) tr.setNodeAttribute(tableStart + cell, 'align', align)
    }
    dispatch?.(tr)
    return true
  }
}

/** Adds an empty row of totals, or makes the one that is there an ordinary row. */
export const toggleTotal: Command = (state, dispatch) => {
  const figure = around(state, 'tableFigure')
  const table = figure?.node.child(1)
  const last = table?.lastChild
  if (!figure || !table || !last) return false
  const start = figure.pos + 1 + figure.node.child(0).nodeSize + 1
  const end = start + table.content.size
  if (last.attrs['total'] === true) {
    dispatch?.(state.tr.setNodeAttribute(end - last.nodeSize, 'total', false))
    return true
  }
  const { tableRow, tableCell } = state.schema.nodes
  if (!tableRow || !tableCell) return false
  const cells = Array.from({ length: TableMap.get(table).width }, () => tableCell.create())
  const row = tableRow.create({ total: true }, cells)
  const tr = state.tr.insert(end, row)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView())
  return true
}

/** To the next cell; after the last one a new row, after the total to the legend. */
export const nextCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (rowBelow(state, dispatch && ((tr) => {
    const { $from } = tr.selection
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after(-1) + 1))).scrollIntoView())
  }))) return true
  const figure = around(state, 'tableFigure')
  if (!figure) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, figure.end - 2)).scrollIntoView())
  return true
}

export const previousCell: Command = (state, dispatch) => {
  const figure = around(state, 'tableFigure')
  if (!figure || !isInTable(state)) return false
  if (goToNextCell(-1)(state, dispatch)) return true
  const captionEnd = figure.pos + 1 + figure.node.child(0).nodeSize - 1
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, captionEnd)).scrollIntoView())
  return true
}

/** To the cell below. In the last row the key does nothing: a cell has one line. */
export const downCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const { map, left, bottom, tableStart } = selectedRect(state)
  const below = bottom < map.height ? map.map[bottom * map.width + left] : undefined
  const cell = below === undefined ? undefined : state.doc.resolve(tableStart + below + 1)
  if (cell) dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, cell.start(), cell.end())).scrollIntoView())
  return true
}

/** From the caption or the legend to what comes next or before. */
export function fromCaption(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if (!['tableCaption', 'tableLegend'].includes($from.parent.type.name)) return false
    const edge = state.doc.resolve(step > 0 ? $from.after() : $from.before())
    const found = Selection.findFrom(edge, step, true)
    if (!found) return false
    dispatch?.(state.tr.setSelection(found).scrollIntoView())
    return true
  }
}
