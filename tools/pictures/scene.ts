import type { Sketch } from './sketch.js'

/** What is seen, for those who cannot see it. */
export interface AltText {
  readonly zh: string
  readonly en: string
}

/** One product's picture: drawn with its own sketch, so the same every time. */
export interface Scene {
  readonly alt: AltText
  readonly draw: (s: Sketch) => string
  /** How much nearer than drawn one stands; small goods fill the picture then. */
  readonly nearer?: number
}
