import { Breadcrumbs, Notice, TextLink, useBilingual, useMessages } from '@weibao/ui'
import { useTitle } from '../../lib/use-title'
import type { LegalText } from './legal-text'
import { legalMessages } from './legal.messages'
import { privacyText } from './privacy.text'
import { rulesText } from './rules.text'
import { termsText } from './terms.text'

const texts = [
  { href: '/terms', text: termsText },
  { href: '/privacy', text: privacyText },
  { href: '/rules', text: rulesText },
] as const

export function TermsPage() {
  return <LegalPage text={termsText} />
}

export function PrivacyPage() {
  return <LegalPage text={privacyText} />
}

export function RulesPage() {
  return <LegalPage text={rulesText} />
}

function LegalPage({ text }: { text: LegalText }) {
  const t = useMessages(legalMessages)
  const say = useBilingual()
  useTitle(say(text.title))
  return (
    <article className="mx-auto grid max-w-2xl gap-6">
      <Breadcrumbs trail={[{ label: t('home'), href: '/' }, { label: say(text.title) }]} />
      <header className="grid gap-1">
        <h1>{say(text.title)}</h1>
        {text.version && (
          <p className="text-sm text-ink-soft">{t('version', { version: text.version })}</p>
        )}
      </header>
      <Notice>{say(text.lead)}</Notice>
      {text.sections.map(({ title, paragraphs }) => (
        <section key={title.zh} className="grid gap-2">
          <h2 className="text-lg">{say(title)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph.zh}>{say(paragraph)}</p>
          ))}
        </section>
      ))}
      <nav aria-label={t('others')} className="flex flex-wrap gap-4 border-t border-line pt-4">
        {texts
          .filter((other) => other.text !== text)
          .map((other) => (
            <TextLink key={other.href} href={other.href}>
              {say(other.text.title)}
            </TextLink>
          ))}
      </nav>
    </article>
  )
}
