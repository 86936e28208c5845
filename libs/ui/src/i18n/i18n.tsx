import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { formatsFor, type Formats } from './formats'
import { pickLocale, translator, type Locale, type Messages, type Translate } from './messages'

interface I18n {
  readonly locale: Locale
  readonly setLocale: (locale: Locale) => void
}

const I18nContext = createContext<I18n>({ locale: 'zh-CN', setLocale: () => undefined })
const STORED = 'weibao.locale'

/** The language chosen earlier on this device, else the first the browser asks for that we speak. */
export function readLocale(): Locale {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(STORED)
  } catch {
    // NOTE storage may be forbidden (private mode); the browser's wishes still count.
  }
  return pickLocale([stored, ...navigator.languages])
}

/** Keeps the language, writes it to `<html lang>` and remembers a choice on this device. */
export function I18nProvider({
  initialLocale = 'zh-CN',
  children,
}: {
  readonly initialLocale?: Locale
  readonly children: ReactNode
}) {
  const [locale, choose] = useState(initialLocale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const value = useMemo(
    () => ({
      locale,
      setLocale: (next: Locale) => {
        choose(next)
        try {
          localStorage.setItem(STORED, next)
        } catch {
          // NOTE the choice then lasts for this visit.
        }
      },
    }),
    [locale],
  )
  return <I18nContext value={value}>{children}</I18nContext>
}

/** The current language and the way to change it. */
export function useLocale(): I18n {
  return use(I18nContext)
}

/** `t` for a feature's texts in the current language. */
export function useMessages<Texts extends Record<string, string>>(
  messages: Messages<Texts>,
): Translate<Texts> {
  const { locale } = useLocale()
  return useMemo(() => translator(messages, locale), [messages, locale])
}

/** Dates, numbers, weights and money as text in the current language, days as in Shanghai. */
export function useFormats(): Formats {
  return formatsFor(useLocale().locale)
}
