import { useLocale } from './i18n'
import type { Locale } from './messages'

/** A name or text of the data, in both languages. */
export interface InBoth {
  readonly zh: string
  readonly en: string
}

/** The text in a language; Chinese where the English is empty. */
export function inLocale(text: InBoth, locale: Locale): string {
  return locale === 'en' ? text.en || text.zh : text.zh
}

/** Picks the language of the page out of a text in both. */
export function useBilingual(): (text: InBoth) => string {
  const { locale } = useLocale()
  return (text) => inLocale(text, locale)
}
