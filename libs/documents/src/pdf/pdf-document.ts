/** One line of a grid of facts or of the totals. */
export interface PdfFact {
  readonly label: string
  readonly value: string
}

export interface PdfTableColumn {
  readonly title: string
  /** Share of the width relative to the other columns. */
  readonly width: number
  /** Numbers and money stand to the right. */
  readonly align?: 'left' | 'right'
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'normal' | 'soft' }
  | { readonly kind: 'facts'; readonly facts: readonly PdfFact[]; readonly columns?: 1 | 2 }
  | {
      readonly kind: 'table'
      readonly columns: readonly PdfTableColumn[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'totals'; readonly facts: readonly PdfFact[]; readonly strongLast?: boolean }
  /** Begins a page of its own: the next paper of a file with many. */
  | { readonly kind: 'page' }
  /** Codes to scan, side by side, each with what it says below it. */
  | {
      readonly kind: 'codes'
      readonly codes: readonly { readonly text: string; readonly caption: string }[]
    }
  | { readonly kind: 'notes'; readonly title?: string; readonly notes: readonly string[] }
  /** A name seal of up to four characters, and a code to check the paper with. */
  | {
      readonly kind: 'seal'
      readonly characters: string
      readonly lines: readonly string[]
      readonly qr?: { readonly text: string; readonly caption: string }
    }

/** A paper, said in blocks from top to bottom. The same value always gives the same bytes. */
export interface PdfDocument {
  readonly locale: 'zh-CN' | 'en'
  readonly title: string
  readonly subtitle?: string
  /** Number of the paper, right of the title and in each footer. */
  readonly number?: string
  /** Who issues it: left above the title and in the properties of the file. */
  readonly issuer: string
  /** Day and time of issue; becomes the file's creation date. */
  readonly issuedAt: Date
  /** What the paper can be checked against (for example a sha256), in each footer. */
  readonly digest?: string
  /** The woven band under the title. */
  readonly ornament?: boolean
  readonly blocks: readonly PdfBlock[]
}

/** Most rows of one table, and most blocks of one paper. */
export const PDF_LIMITS = { tableRows: 5_000, blocks: 3_000, textLength: 20_000 } as const
