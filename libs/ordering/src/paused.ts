import type { Bilingual } from '@weibao/contracts/basics'
import { currentContext, refusal } from '@weibao/platform'

/** Goods of a suspended cooperative, packs or boxes: refuses with `cart.cooperative-paused`, which names them. */
export function refuseIfPaused(
  { isPaused, name }: { readonly isPaused: boolean; readonly name: Bilingual },
  which: { readonly skuId: string } | { readonly bundleId: string },
): void {
  if (!isPaused) return
  const isEnglish = currentContext()?.locale === 'en'
  throw refusal('cart.cooperative-paused', { ...which, name: isEnglish ? name.en : name.zh })
}
