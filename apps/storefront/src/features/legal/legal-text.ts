import type { Bilingual } from '@weibao/contracts/basics'

export interface LegalSection {
  readonly title: Bilingual
  readonly paragraphs: readonly Bilingual[]
}

export interface LegalText {
  readonly title: Bilingual
  readonly lead: Bilingual
  /** The version that a consent names; null for texts that nobody consents to. */
  readonly version: string | null
  readonly sections: readonly LegalSection[]
}
