import QrCode from 'qrcode'
import { COLOURS } from './pdf-style.js'

type Pdf = PDFKit.PDFDocument

/** A band of Lisu weaving: stripes of indigo and madder around a row of lozenges. */
export function drawBand(pdf: Pdf, x: number, y: number, width: number, height = 10): void {
  const stripe = height / 5
  pdf.save()
  pdf.rect(x, y, width, stripe).fill(COLOURS.indigo)
  pdf.rect(x, y + height - stripe, width, stripe).fill(COLOURS.indigo)
  const middle = y + height / 2
  const half = stripe * 1.1
  for (let at = x + half * 2; at <= x + width - half * 2; at += half * 4) {
    pdf
      .polygon(
        [at - half * 1.6, middle],
        [at, middle - half],
        [at + half * 1.6, middle],
        [at, middle + half],
      )
      .fill(COLOURS.madder)
  }
  pdf.restore()
}

/** Frame of a name seal, `side` points square: the characters are drawn over it by the caller. */
export function drawSealFrame(pdf: Pdf, x: number, y: number, side: number): void {
  pdf.save()
  pdf.roundedRect(x, y, side, side, 5).fill(COLOURS.madder)
  pdf
    .roundedRect(x + 3, y + 3, side - 6, side - 6, 3)
    .lineWidth(1)
    .strokeColor('#FFFFFF')
    .stroke()
  pdf.restore()
}

/** A QR code drawn as squares: sharp at any size, a few kilobytes. */
export function drawQr(pdf: Pdf, text: string, x: number, y: number, side: number): void {
  const { modules } = QrCode.create(text, { errorCorrectionLevel: 'M' })
  const cell = side / modules.size
  pdf.save()
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) pdf.rect(x + column * cell, y + row * cell, cell, cell)
    }
  }
  pdf.fill(COLOURS.ink)
  pdf.restore()
}
