import type { Bilingual } from '@weibao/contracts/basics'
import { useLocale, type Locale } from '@weibao/ui'

export function inLocale(text: Bilingual, locale: Locale): string {
  return locale === 'en' ? text.en || text.zh : text.zh
}

/** Picks the language of the page out of a name in both. */
export function useBilingual(): (text: Bilingual) => string {
  const { locale } = useLocale()
  return (text) => inLocale(text, locale)
}
