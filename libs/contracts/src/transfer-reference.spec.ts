import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTransferReference, spacedReference, transferReference } from './transfer-reference.js'

const number = fc.integer({ min: 1, max: 9_999_999 })
const at = fc.integer({ min: 0, max: 7 })

describe('the reference of a transfer', () => {
  it('is found again in what was typed, with blanks, dashes, small letters and words around it', () => {
    fc.assert(
      fc.property(number, (n) => {
        const reference = transferReference(n)
        expect(findTransferReference(reference)).toBe(reference)
        expect(
          findTransferReference(`货款 ${spacedReference(reference).toLowerCase()}，谢谢`),
        ).toBe(reference)
      }),
    )
  })

  it('is not found when one digit is wrong', () => {
    fc.assert(
      fc.property(number, at, fc.integer({ min: 1, max: 9 }), (n, position, by) => {
        const digits = [...transferReference(n).slice(2)]
        digits[position] = String((Number(digits[position]) + by) % 10)
        expect(findTransferReference(`WB${digits.join('')}`)).toBeNull()
      }),
    )
  })

  it('is not found when two neighbours are swapped', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 6 }), (n, position) => {
        const digits = [...transferReference(n).slice(2)]
        const [one, two] = [digits[position]!, digits[position + 1]!]
        fc.pre(one !== two)
        digits.splice(position, 2, two, one)
        expect(findTransferReference(`WB${digits.join('')}`)).toBeNull()
      }),
    )
  })

  it('is none where nothing of the kind stands', () => {
    expect(findTransferReference('十一月货款')).toBeNull()
    expect(findTransferReference('WB 123')).toBeNull()
  })
})
