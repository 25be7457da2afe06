// Makes cells of a table one, and single again. What is one lies within the head, the body or the total,
// as the record demands, and holds the words of all. Commands of ProseMirror.

import { Fragment, type Node as Content } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { CellSelection, TableMap, isInTable, selectedRect, splitCell } from '@tiptap/pm/tables'

interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

/** Where a cell stands that decides how its column is aligned: the uppermost that begins there. */
export function leading(map: TableMap, column: number): number | undefined {
  for (let row = 0; row < map.height; row += 1) {
    const cell = map.map[row * map.width + column]
    if (cell !== undefined && map.findCell(cell).left === column) return cell
  }
  return undefined
}

/** Rows that belong together: the head, the body, the total. */
function sections(table: Content): { top: number; bottom: number }[] {
  const { childCount: rows } = table
  const total = rows > 1 && table.lastChild?.attrs['total'] === true
  const end = total ? rows - 1 : rows
  return [{ top: 0, bottom: 1 }, { top: 1, bottom: end }, { top: end, bottom: rows }]
}

/** The rectangle that holds all of the cells that this one touches. */
function grown(map: TableMap, rect: Rect): Rect {
  let { left, top, right, bottom } = rect
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const cell = map.findCell(map.map[row * map.width + column] ?? 0)
      left = Math.min(left, cell.left)
      top = Math.min(top, cell.top)
      right = Math.max(right, cell.right)
      bottom = Math.max(bottom, cell.bottom)
    }
  }
  const same = left === rect.left && top === rect.top && right === rect.right && bottom === rect.bottom
  return same ? rect : grown(map, { left, top, right, bottom })
}

/** Makes the cells around the caret and those that `more` adds one. */
function merge(more: (rect: Rect, state: EditorState) => Rect | undefined): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    const { map, table, tableStart, ...selected } = selectedRect(state)
    const asked = more(selected, state)
    if (!asked || asked.right > map.width || asked.bottom > map.height) return false
    const rect = grown(map, asked)
    const inside = sections(table).some(({ top, bottom }) => rect.top >= top && rect.bottom <= bottom)
    const [first, ...others] = map.cellsInRect(rect)
    if (!inside || first === undefined || others.length === 0) return false
    dispatch?.(merged(state.tr, table, tableStart, [first, ...others], rect))
    return true
  }
}

function merged(tr: Transaction, table: Content, start: number, cells: number[], rect: Rect): Transaction {
  const blank = Fragment.from(tr.doc.type.schema.text(' '))
  const words = cells.reduce((all, cell) => {
    const content = table.nodeAt(cell)?.content ?? Fragment.empty
    if (content.size === 0) return all
    return all.size === 0 ? content : all.append(blank).append(content)
  }, Fragment.empty)
  for (const cell of cells.slice(1).reverse()) tr.delete(start + cell, start + cell + (table.nodeAt(cell)?.nodeSize ?? 0))
  const at = start + (cells[0] ?? 0)
  const cell = tr.doc.nodeAt(at)
  tr.replaceWith(at + 1, at + 1 + (cell?.content.size ?? 0), words)
  tr.setNodeMarkup(at, null, { ...cell?.attrs, colspan: rect.right - rect.left, rowspan: rect.bottom - rect.top })
  return tr.setSelection(TextSelection.create(tr.doc, at + 1 + words.size)).scrollIntoView()
}

/** All cells that are selected. */
export const mergeSelected = merge((rect, { selection }) => (selection instanceof CellSelection ? rect : undefined))
/** The cell of the caret and the one to its right. */
export const mergeRight = merge((rect) => ({ ...rect, right: rect.right + 1 }))
/** The cell of the caret and the one below. */
export const mergeBelow = merge((rect) => ({ ...rect, bottom: rect.bottom + 1 }))
/** Single cells again; the words stay in the first. */
export const split: Command = (state, dispatch) => isInTable(state) && splitCell(state, dispatch)

/** Cuts the first cell short that reaches out of its part, as happens where rows are removed. */
export function cutShort(tr: Transaction, table: Content, start: number): boolean {
  const map = TableMap.get(table)
  for (const { top, bottom } of sections(table)) {
    for (const at of map.cellsInRect({ left: 0, top, right: map.width, bottom })) {
      const [cell, node] = [map.findCell(at), table.nodeAt(at)]
      if (!node || cell.bottom <= bottom) continue
      for (let row = cell.bottom - 1; row >= bottom; row -= 1) {
        const single = Array.from({ length: cell.right - cell.left }, () => node.type.create())
        tr.insert(start + map.positionAt(row, cell.left, table), single)
      }
      tr.setNodeMarkup(start + at, null, { ...node.attrs, rowspan: bottom - cell.top })
      return true
    }
  }
  return false
}
