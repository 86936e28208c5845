import { LinkTabs, TextLink, useMessages } from '@weibao/ui'
import { hallMessages } from './hall.messages'

type HallSide = 'needs' | 'lots' | 'coming'

const sides: readonly { readonly side: HallSide; readonly href: string }[] = [
  { side: 'needs', href: '/hall' },
  { side: 'lots', href: '/hall/lots' },
  { side: 'coming', href: '/hall/coming' },
]

/** The head of the hall's pages: what is needed, what is there, what will come. */
export function HallHead({ current }: { readonly current: HallSide }) {
  const t = useMessages(hallMessages)
  return (
    <header className="grid gap-2">
      <h1>{t('title')}</h1>
      <p className="max-w-prose text-ink-soft">{t(`${current}Lead`)}</p>
      <p>
        <TextLink href="/fairness">{t('fairness')}</TextLink>
      </p>
      <LinkTabs
        label={t('title')}
        tabs={sides.map(({ side, href }) => ({ href, label: t(side), current: side === current }))}
      />
    </header>
  )
}
