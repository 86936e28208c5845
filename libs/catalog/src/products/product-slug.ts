import { randomInt } from 'node:crypto'

const LETTERS = '23456789abcdefghjkmnpqrstvwxyz'

/** The address of a new product: its English name and five characters, so that it is free. */
export function makeSlug(nameEn: string): string {
  const words = nameEn
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')
  const mark = Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${words || 'product'}-${mark}`
}
