import { printableLine } from '../printable-text.js'
import { drawBlock } from './pdf-blocks.js'
import { PdfCanvas } from './pdf-canvas.js'
import type { PdfDocument } from './pdf-document.js'
import { drawBand } from './pdf-ornament.js'
import { COLOURS, CONTENT_WIDTH, PAGE, SIZES } from './pdf-style.js'

/** Draws a paper. Runs in the worker thread: laying out Chinese text costs CPU. */
export async function drawPdf(document: PdfDocument): Promise<Buffer> {
  const canvas = new PdfCanvas(document)
  drawHead(canvas, document)
  for (const block of document.blocks) drawBlock(canvas, block)
  drawFooters(canvas, document)
  return canvas.finish()
}

function drawHead(canvas: PdfCanvas, { title, subtitle, number, issuer, ornament }: PdfDocument) {
  const soft = { size: SIZES.small + 1, colour: COLOURS.inkSoft }
  canvas.draw(printableLine(issuer), PAGE.margin, canvas.y, CONTENT_WIDTH * 0.6, soft)
  if (number) {
    canvas.draw(
      printableLine(number),
      PAGE.margin + CONTENT_WIDTH * 0.6,
      canvas.y,
      CONTENT_WIDTH * 0.4,
      { ...soft, align: 'right' },
    )
  }
  canvas.y += 22
  canvas.write(printableLine(title), { size: SIZES.title, strong: true, colour: COLOURS.indigo })
  if (subtitle) canvas.write(printableLine(subtitle), { colour: COLOURS.inkSoft })
  canvas.y += 4
  if (ornament ?? true) drawBand(canvas.pdf, PAGE.margin, canvas.y, CONTENT_WIDTH)
  else canvas.rule(canvas.y)
  canvas.y += 20
}

function drawFooters(canvas: PdfCanvas, document: PdfDocument): void {
  const { pdf } = canvas
  const { start, count } = pdf.bufferedPageRange()
  const style = { size: SIZES.small - 0.5, colour: COLOURS.inkSoft }
  const left = [document.number, document.digest].filter(Boolean).join('  ·  ')
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(start + page)
    // The footer stands below the bottom margin, where pdfkit would begin a new page.
    pdf.page.margins.bottom = 0
    const y = PAGE.height - PAGE.footer
    canvas.rule(y - 6)
    canvas.draw(printableLine(left), PAGE.margin, y, CONTENT_WIDTH * 0.8, style)
    const label =
      document.locale === 'en'
        ? `Page ${page + 1} of ${count}`
        : `第 ${page + 1} 页，共 ${count} 页`
    canvas.draw(label, PAGE.margin + CONTENT_WIDTH * 0.8, y, CONTENT_WIDTH * 0.2, {
      ...style,
      align: 'right',
    })
  }
}
