import type { PdfCanvas } from './pdf-canvas.js'
import type { PdfBlock, PdfTableColumn } from './pdf-document.js'
import { CELL_PADDING, COLOURS, CONTENT_BOTTOM, CONTENT_WIDTH, PAGE, SIZES } from './pdf-style.js'

type Table = Extract<PdfBlock, { kind: 'table' }>

interface Cell {
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
}

/** A row higher than this is cut to it: a cell never fills a page. */
const ROW_HEIGHT_MAX = 260

/** Draws a table; its header is repeated on each page and no row is torn between two. */
export function drawTable(canvas: PdfCanvas, { columns, rows }: Table): void {
  const cells = layOut(columns)
  const titles = columns.map((column) => column.title)
  const header = { strong: true, size: SIZES.small, colour: COLOURS.indigo }
  const body = { size: SIZES.small + 1, colour: COLOURS.ink }
  const drawHeader = () => {
    const height = rowHeight(canvas, cells, titles, header)
    canvas.pdf.rect(PAGE.margin, canvas.y, CONTENT_WIDTH, height).fill(COLOURS.paperTint)
    drawRow(canvas, cells, titles, header)
    canvas.y += height
    canvas.rule(canvas.y, COLOURS.indigo, 0.8)
  }

  canvas.ensure(rowHeight(canvas, cells, titles, header) + 2 * SIZES.body + 2 * CELL_PADDING)
  drawHeader()
  for (const row of rows) {
    const height = rowHeight(canvas, cells, row, body)
    if (canvas.ensure(height)) drawHeader()
    drawRow(canvas, cells, row, body, height)
    canvas.y += height
    canvas.rule(canvas.y)
  }
  canvas.y += SIZES.body
}

function layOut(columns: readonly PdfTableColumn[]): Cell[] {
  const sum = columns.reduce((total, column) => total + column.width, 0)
  let x = PAGE.margin
  return columns.map((column) => {
    const width = (CONTENT_WIDTH * column.width) / sum
    const cell = { x, width, align: column.align ?? ('left' as const) }
    x += width
    return cell
  })
}

interface RowStyle {
  readonly size: number
  readonly colour: string
  readonly strong?: boolean
}

function rowHeight(
  canvas: PdfCanvas,
  cells: readonly Cell[],
  texts: readonly string[],
  style: RowStyle,
): number {
  let height: number = style.size
  cells.forEach((cell, index) => {
    const inner = cell.width - 2 * CELL_PADDING
    height = Math.max(height, canvas.measure(texts[index] ?? '', inner, style))
  })
  return Math.min(height, ROW_HEIGHT_MAX, CONTENT_BOTTOM - PAGE.margin) + 2 * CELL_PADDING
}

function drawRow(
  canvas: PdfCanvas,
  cells: readonly Cell[],
  texts: readonly string[],
  style: RowStyle,
  clipHeight?: number,
): void {
  if (clipHeight) {
    canvas.pdf.save().rect(PAGE.margin, canvas.y, CONTENT_WIDTH, clipHeight).clip()
  }
  cells.forEach((cell, index) => {
    const inner = cell.width - 2 * CELL_PADDING
    canvas.draw(
      fit(canvas, texts[index] ?? '', inner, style),
      cell.x + CELL_PADDING,
      canvas.y + CELL_PADDING,
      inner,
      { ...style, align: cell.align },
    )
  })
  if (clipHeight) canvas.pdf.restore()
}

/** Cuts a text that would be higher than a row may be, so that drawing never begins a page. */
function fit(canvas: PdfCanvas, text: string, width: number, style: RowStyle): string {
  let fitting = text
  while (canvas.measure(fitting, width, style) > ROW_HEIGHT_MAX) {
    fitting = `${[...fitting].slice(0, Math.floor([...fitting].length * 0.8)).join('')}…`
  }
  return fitting
}
