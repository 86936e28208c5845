import { useSuspenseQuery } from '@tanstack/react-query'
import type { ServiceDesk } from '@weibao/contracts/service-desk'
import { Breadcrumbs, ChevronRightIcon, TextLink, useBilingual, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import { useTitle } from '../../lib/use-title'
import { helpMessages } from './help.messages'
import { serviceDeskQuery } from './help.queries'

/** Whom to ask, and what is asked most; its periods are the settings in force. */
export function HelpPage() {
  const t = useMessages(helpMessages)
  useTitle(t('title'))
  const { data: desk } = useSuspenseQuery(serviceDeskQuery)
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <Breadcrumbs trail={[{ label: t('home'), href: '/' }, { label: t('title') }]} />
      <h1>{t('title')}</h1>
      <Contact desk={desk} />
      <Questions desk={desk} />
      <p className="text-sm text-ink-soft">{t('complaint')}</p>
    </div>
  )
}

function Contact({ desk }: { desk: ServiceDesk }) {
  const t = useMessages(helpMessages)
  const say = useBilingual()
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      t('phone'),
      <a className="wb-link text-lg tabular-nums" href={`tel:${desk.phone.replaceAll('-', '')}`}>
        {desk.phone}
      </a>,
    ],
    [
      t('email'),
      <a className="wb-link" href={`mailto:${desk.email}`}>
        {desk.email}
      </a>,
    ],
    [t('hours'), say(desk.hours)],
    [t('address'), say(desk.address)],
  ]
  return (
    <section className="wb-card grid gap-4 p-5" aria-labelledby="help-contact">
      <h2 id="help-contact">{t('contact')}</h2>
      <dl className="grid gap-3 sm:grid-cols-2">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-soft">{t('orderHint', { hours: desk.answerHours })}</p>
      <TextLink href="/orders" className="justify-self-start">
        {t('toOrders')}
      </TextLink>
    </section>
  )
}

function Questions({ desk }: { desk: ServiceDesk }) {
  const t = useMessages(helpMessages)
  const { holdMinutes, autoAcceptDays, claimDays, answerHours, returnDays } = desk
  return (
    <section className="grid gap-3" aria-labelledby="help-questions">
      <h2 id="help-questions">{t('questions')}</h2>
      <div className="wb-card divide-y divide-line">
        <Question ask={t('q_pay')}>{t('a_pay', { holdMinutes })}</Question>
        <Question ask={t('q_when')}>{t('a_when')}</Question>
        <Question ask={t('q_accept')}>{t('a_accept', { autoAcceptDays })}</Question>
        <Question ask={t('q_broken')}>{t('a_broken', { claimDays, answerHours })}</Question>
        <Question ask={t('q_return')}>{t('a_return', { returnDays })}</Question>
        <Question ask={t('q_invoice')}>{t('a_invoice')}</Question>
        <Question ask={t('q_office')} next={<ConsoleLink kind="buyer" />}>
          {t('a_office')}
        </Question>
        <Question ask={t('q_cooperative')} next={<ConsoleLink kind="cooperative" />}>
          {t('a_cooperative')}
        </Question>
        <Question ask={t('q_trace')} next={<TextLink href="/trace">{t('toTrace')}</TextLink>}>
          {t('a_trace')}
        </Question>
      </div>
    </section>
  )
}

function ConsoleLink({ kind }: { kind: 'buyer' | 'cooperative' }) {
  const t = useMessages(helpMessages)
  return <TextLink href={`/console/apply?kind=${kind}`}>{t('toConsole')}</TextLink>
}

function Question({ ask, next, children }: { ask: string; next?: ReactNode; children: ReactNode }) {
  return (
    <details className="group px-5">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-3 py-3 font-semibold [&::-webkit-details-marker]:hidden">
        {ask}
        <ChevronRightIcon className="shrink-0 text-ink-soft transition-transform group-open:rotate-90" />
      </summary>
      <p className="pb-4 text-ink-soft">
        {children} {next}
      </p>
    </details>
  )
}
