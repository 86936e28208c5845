import { RadioGroup } from './forms/choices'
import { ToastProvider } from './feedback/toasts'
import { useLocale, useMessages } from './i18n/i18n'
import type { Locale } from './i18n/messages'
import { WovenBand } from './ornament/woven-band'
import { ActionsPart, ColoursPart } from './parts/actions-part'
import { DataPart, FiguresPart } from './parts/data-part'
import { DialogsPart, FeedbackPart } from './parts/feedback-part'
import { FormsPart } from './parts/forms-part'
import { partsMessages } from './parts/parts.messages'
import { OrnamentPart, TextsPart } from './parts/texts-part'
import { useTheme, type Theme } from './theme'

/** Every part in every state, in both languages, light and dark: to look at, and to audit. */
export function PartsPage() {
  const t = useMessages(partsMessages)
  const { locale, setLocale } = useLocale()
  const [theme, setTheme] = useTheme()
  return (
    <ToastProvider>
      <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-6 px-4 py-8">
        <header className="grid gap-3">
          <WovenBand />
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('intro')}</p>
          <div className="flex flex-wrap gap-x-12 gap-y-2">
            <RadioGroup<Locale>
              label={t('language')}
              layout="row"
              value={locale}
              onChange={setLocale}
              options={[
                { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
                { value: 'en', label: <span lang="en">English</span> },
              ]}
            />
            <RadioGroup<Theme>
              label={t('theme')}
              layout="row"
              value={theme}
              onChange={setTheme}
              options={[
                { value: 'system', label: t('system') },
                { value: 'light', label: t('light') },
                { value: 'dark', label: t('dark') },
              ]}
            />
          </div>
        </header>
        <ColoursPart />
        <ActionsPart />
        <FormsPart />
        <TextsPart />
        <FeedbackPart />
        <DialogsPart />
        <DataPart />
        <FiguresPart />
        <OrnamentPart />
      </div>
    </ToastProvider>
  )
}
