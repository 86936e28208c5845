import type { Bilingual } from '@weibao/contracts/basics'

/** What a payment is for, as its payer and whoever records its transfer read it: the first goods, how many more, the number. */
export function paymentDescription(number: string, goods: readonly Bilingual[]): Bilingual {
  const [first = { zh: '', en: '' }] = goods
  const rest = goods.length - 1
  return {
    zh: `${first.zh}${rest > 0 ? ` 等 ${goods.length} 种` : ''} (${number})`,
    en: `${first.en || first.zh}${rest > 0 ? ` and ${rest} more` : ''} (${number})`,
  }
}
