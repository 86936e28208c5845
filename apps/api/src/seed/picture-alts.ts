import type { Bilingual } from '@weibao/contracts/basics'

/** What is seen in each product's drawn picture. */
export const pictureAlts: Readonly<Record<string, Bilingual>> = {}
