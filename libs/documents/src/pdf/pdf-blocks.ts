import { printableLine } from '../printable-text.js'
import type { PdfCanvas } from './pdf-canvas.js'
import type { PdfBlock } from './pdf-document.js'
import { drawQr, drawSealFrame } from './pdf-ornament.js'
import { COLOURS, CONTENT_WIDTH, PAGE, SIZES } from './pdf-style.js'
import { drawTable } from './pdf-table.js'

type Block<K extends PdfBlock['kind']> = Extract<PdfBlock, { kind: K }>

/** Draws one block at the cursor and moves the cursor below it. */
export function drawBlock(canvas: PdfCanvas, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(canvas, block.text)
    case 'paragraph':
      canvas.write(block.text, block.tone === 'soft' ? { colour: COLOURS.inkSoft } : {})
      canvas.y += 6
      return
    case 'facts':
      return drawFacts(canvas, block)
    case 'table':
      return drawTable(canvas, block)
    case 'totals':
      return drawTotals(canvas, block)
    case 'notes':
      return drawNotes(canvas, block)
    case 'seal':
      return drawSeal(canvas, block)
    case 'page':
      return canvas.breakPage()
    case 'codes':
      return drawCodes(canvas, block)
  }
}

function drawHeading(canvas: PdfCanvas, text: string): void {
  const style = { size: SIZES.heading, strong: true, colour: COLOURS.indigo }
  const line = printableLine(text)
  const height = canvas.measure(line, CONTENT_WIDTH, style)
  // A heading never stands alone at the foot of a page.
  canvas.ensure(height + 60)
  canvas.y += 6
  canvas.draw(line, PAGE.margin, canvas.y, CONTENT_WIDTH, style)
  canvas.y += height + 4
}

function drawFacts(canvas: PdfCanvas, { facts, columns = 2 }: Block<'facts'>): void {
  const width = CONTENT_WIDTH / columns
  const labelWidth = Math.min(110, width * 0.36)
  const valueWidth = width - labelWidth - 12
  const label = { colour: COLOURS.inkSoft, size: SIZES.body - 1 }
  for (let index = 0; index < facts.length; index += columns) {
    const row = facts.slice(index, index + columns)
    const height = Math.max(
      ...row.flatMap((fact) => [
        canvas.measure(fact.label, labelWidth - 6, label),
        canvas.measure(fact.value, valueWidth),
      ]),
    )
    canvas.ensure(Math.min(height, 600) + 4)
    row.forEach((fact, column) => {
      const x = PAGE.margin + column * width
      canvas.draw(fact.label, x, canvas.y + 0.6, labelWidth - 6, label)
      canvas.draw(fact.value, x + labelWidth, canvas.y, valueWidth)
    })
    canvas.y += height + 4
  }
  canvas.y += 6
}

function drawTotals(canvas: PdfCanvas, { facts, strongLast = true }: Block<'totals'>): void {
  const left = PAGE.margin + CONTENT_WIDTH * 0.5
  const labelWidth = CONTENT_WIDTH * 0.26
  const valueWidth = CONTENT_WIDTH * 0.24 - 5
  facts.forEach((fact, index) => {
    const strong = strongLast && index === facts.length - 1
    const value = {
      size: strong ? SIZES.heading : SIZES.body,
      strong,
      colour: strong ? COLOURS.madder : COLOURS.ink,
    }
    const height = Math.max(
      canvas.measure(fact.label, labelWidth),
      canvas.measure(fact.value, valueWidth, value),
    )
    canvas.ensure(height + 4)
    canvas.draw(fact.label, left, canvas.y + (strong ? 2 : 0), labelWidth, {
      colour: COLOURS.inkSoft,
    })
    canvas.draw(fact.value, left + labelWidth, canvas.y, valueWidth, { ...value, align: 'right' })
    canvas.y += height + 4
  })
  canvas.y += 6
}

function drawNotes(canvas: PdfCanvas, { title, notes }: Block<'notes'>): void {
  const style = { size: SIZES.small + 0.5, colour: COLOURS.inkSoft }
  canvas.ensure(40)
  canvas.rule(canvas.y)
  canvas.y += 6
  if (title) canvas.write(title, { ...style, strong: true })
  notes.forEach((note, index) => canvas.write(`${index + 1}. ${printableLine(note)}`, style))
  canvas.y += 6
}

const CODE_WIDTH = 100

function drawCodes(canvas: PdfCanvas, { codes }: Block<'codes'>): void {
  const perRow = Math.floor(CONTENT_WIDTH / CODE_WIDTH)
  const caption = { size: SIZES.small, align: 'center' as const }
  for (let index = 0; index < codes.length; index += perRow) {
    canvas.ensure(QR_SIDE + 28)
    codes.slice(index, index + perRow).forEach((code, column) => {
      const left = PAGE.margin + column * CODE_WIDTH
      drawQr(canvas.pdf, code.text, left + (CODE_WIDTH - QR_SIDE) / 2, canvas.y, QR_SIDE)
      canvas.draw(printableLine(code.caption), left, canvas.y + QR_SIDE + 4, CODE_WIDTH, caption)
    })
    canvas.y += QR_SIDE + 28
  }
}

const SEAL_SIDE = 54
const QR_SIDE = 64

function drawSeal(canvas: PdfCanvas, { characters, lines, qr }: Block<'seal'>): void {
  canvas.ensure(QR_SIDE + 36)
  const top = canvas.y + 8
  const x = PAGE.margin
  drawSealFrame(canvas.pdf, x, top, SEAL_SIDE)
  const signs = [...printableLine(characters)].slice(0, 4)
  const rows = signs.length > 2 ? [signs.slice(0, 2), signs.slice(2)] : [signs]
  const size = rows.length > 1 ? 18 : 20
  rows.forEach((row, index) => {
    const y = top + (SEAL_SIDE - rows.length * size * 1.15) / 2 + index * size * 1.15 - size * 0.17
    const style = { size, strong: true, colour: '#FFFFFF', align: 'center' as const }
    canvas.draw(row.join(''), x, y, SEAL_SIDE, style)
  })
  const textLeft = x + SEAL_SIDE + 14
  const textWidth = CONTENT_WIDTH - SEAL_SIDE - 14 - (qr ? QR_SIDE + 20 : 0)
  lines.forEach((line, index) =>
    canvas.draw(printableLine(line), textLeft, top + 4 + index * 17, textWidth),
  )
  if (qr) {
    const left = PAGE.width - PAGE.margin - QR_SIDE
    drawQr(canvas.pdf, qr.text, left, top, QR_SIDE)
    const caption = { size: SIZES.small - 1, colour: COLOURS.inkSoft, align: 'center' as const }
    canvas.draw(qr.caption, left - 20, top + QR_SIDE + 2, QR_SIDE + 40, caption)
  }
  canvas.y = top + Math.max(QR_SIDE + 24, 4 + lines.length * 17) + 8
}
