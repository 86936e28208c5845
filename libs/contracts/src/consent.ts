/** The texts in force; a registration agrees to exactly these. No zod: browsers read it too. */
export const consentVersions = { terms: '2026-11', privacy: '2026-11' } as const

/**
 * What a buyer agrees to of goods that do not come back without a reason, by version. A text that was agreed to is
 * never changed; another is added, and `returnExceptionVersion` names it.
 */
const returnExceptionTexts = {
  '2026-11': {
    zh: '我知道生鲜商品不适用七天无理由退货；坏了、少了照样包赔',
    en: 'I know that fresh goods are excepted from the 7-day return; what arrives bad or short is made good',
  },
} as const

export const returnExceptionVersion = '2026-11'

/** The text of a version that was agreed to; null for one that is not known. */
export function returnExceptionText(version: string): { zh: string; en: string } | null {
  return (returnExceptionTexts as Record<string, { zh: string; en: string }>)[version] ?? null
}
