/** The house palette on paper, in points on A4. */
export const COLOURS = {
  paperTint: '#FBF7F0',
  ink: '#1F1B16',
  inkSoft: '#6B6358',
  line: '#E6DDCF',
  indigo: '#24386E',
  madder: '#B3372B',
} as const

export const PAGE = { width: 595.28, height: 841.89, margin: 48, footer: 40 } as const
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin
/** Below this no block may draw: the footer begins. */
export const CONTENT_BOTTOM = PAGE.height - PAGE.margin - PAGE.footer + 16

export const SIZES = { title: 20, heading: 12, body: 10, small: 8 } as const
export const LINE_GAP = 3
export const CELL_PADDING = 5
