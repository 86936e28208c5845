import { randomInt } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U, so that it can be read aloud and typed. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A public lot code of eight letters: of 10^12, so it cannot be guessed through. */
export function makeLotCode(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
