import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import PDFKit from 'pdfkit'
import { printableLine, printableText } from '../printable-text.js'
import type { PdfDocument } from './pdf-document.js'
import { COLOURS, CONTENT_BOTTOM, CONTENT_WIDTH, LINE_GAP, PAGE, SIZES } from './pdf-style.js'

const require = createRequire(import.meta.url)
const fontFile = (path: string) => require.resolve(`@expo-google-fonts/noto-sans-sc/${path}`)
let fonts: { regular: Buffer; strong: Buffer } | undefined

/** The two weights, read once a thread: ten megabytes each. */
function fontBytes() {
  fonts ??= {
    regular: readFileSync(fontFile('400Regular/NotoSansSC_400Regular.ttf')),
    strong: readFileSync(fontFile('600SemiBold/NotoSansSC_600SemiBold.ttf')),
  }
  return fonts
}

export interface TextStyle {
  readonly size?: number
  readonly strong?: boolean
  readonly colour?: string
  readonly align?: 'left' | 'right' | 'center'
}

interface GlyphTable {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean }
}

/** A page with a cursor: measures and draws neutralised text, and begins new pages. */
export class PdfCanvas {
  readonly pdf: PDFKit.PDFDocument
  y: number = PAGE.margin
  private readonly chunks: Buffer[] = []
  private readonly finished: Promise<void>

  constructor(document: PdfDocument) {
    this.pdf = new PDFKit({
      size: 'A4',
      margin: PAGE.margin,
      bufferPages: true,
      autoFirstPage: true,
      lang: document.locale,
      displayTitle: true,
      info: {
        Title: printableLine(document.title),
        Author: printableLine(document.issuer),
        Creator: 'Weibao',
        Producer: 'Weibao',
        CreationDate: document.issuedAt,
      },
    })
    const { regular, strong } = fontBytes()
    this.pdf.registerFont('regular', regular)
    this.pdf.registerFont('strong', strong)
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk))
    this.finished = new Promise((resolve, reject) => {
      this.pdf.on('end', resolve)
      this.pdf.on('error', reject)
    })
  }

  /** Height that the text needs in a width. */
  measure(text: string, width: number, style: TextStyle = {}): number {
    return this.pdf.heightOfString(this.prepare(text, style), { width, lineGap: LINE_GAP })
  }

  /** Draws the text at a place; the cursor stays. */
  draw(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    const drawn = this.prepare(text, style)
    this.pdf
      .fillColor(style.colour ?? COLOURS.ink)
      .text(drawn, x, y, { width, lineGap: LINE_GAP, align: style.align ?? 'left' })
  }

  /** Writes a paragraph over the whole width, over as many pages as it needs. */
  write(text: string, style: TextStyle = {}): void {
    for (const line of printableText(text).split('\n')) {
      const height = this.measure(line || ' ', CONTENT_WIDTH, style)
      if (height < CONTENT_BOTTOM - PAGE.margin) this.ensure(height)
      this.draw(line || ' ', PAGE.margin, this.y, CONTENT_WIDTH, style)
      this.y = height < CONTENT_BOTTOM - PAGE.margin ? this.y + height : this.pdf.y
    }
  }

  rule(y: number, colour: string = COLOURS.line, width = 0.6): void {
    this.pdf
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.width - PAGE.margin, y)
      .lineWidth(width)
      .strokeColor(colour)
      .stroke()
  }

  /** Begins a new page when less than `height` is left. True when it did. */
  ensure(height: number): boolean {
    if (this.y + height <= CONTENT_BOTTOM) return false
    this.breakPage()
    return true
  }

  breakPage(): void {
    this.pdf.addPage()
    this.y = PAGE.margin
  }

  async finish(): Promise<Buffer> {
    this.pdf.end()
    await this.finished
    return Buffer.concat(this.chunks)
  }

  /** Selects font and size; what the font cannot draw becomes an empty square. */
  private prepare(text: string, style: TextStyle): string {
    this.pdf.font(style.strong ? 'strong' : 'regular').fontSize(style.size ?? SIZES.body)
    const { font } = (this.pdf as unknown as { _font: GlyphTable })._font
    let drawable = ''
    for (const character of printableText(text)) {
      const known = character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0)!)
      drawable += known ? character : '\u25a1'
    }
    return drawable
  }
}
