/**
 * What a buyer writes into the purpose of a bank transfer, so that the money is found: `WB`, a number
 * that only grows, and a check digit. Digits only after the letters: they are read aloud over a
 * telephone and typed by hand. No zod here: browsers read it too.
 */

/** Damm's table: notices every single wrong digit and every two neighbours that are swapped. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

const DIGITS = 7

export function transferReference(n: number): string {
  const digits = String(n).padStart(DIGITS, '0')
  return `WB${digits}${checkDigitOf(digits)}`
}

/** The reference in what somebody typed or a bank printed, with blanks and dashes; null when there is none. */
export function findTransferReference(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  for (const [, digits] of plain.matchAll(/WB(\d{8,12})/g))
    for (let length = digits!.length; length > DIGITS; length -= 1) {
      const candidate = digits!.slice(0, length)
      if (checkDigitOf(candidate) === 0) return `WB${candidate}`
    }
  return null
}

/** In groups of four, as it is read aloud: `WB 0012 3454`. */
export function spacedReference(reference: string): string {
  return `${reference.slice(0, 2)} ${reference.slice(2).replace(/(\d{4})(?=\d)/g, '$1 ')}`
}

function checkDigitOf(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = Number(DAMM[interim]![Number(digit)])
  return interim
}
