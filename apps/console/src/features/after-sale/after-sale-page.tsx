import { useSuspenseQuery } from '@tanstack/react-query'
import type { AfterSale } from '@weibao/contracts/after-sale'
import {
  Breadcrumbs,
  Button,
  Facts,
  Money,
  Panel,
  TextLink,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
  type Fact,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { ParcelWay } from '../orders/parcel-way'
import { afterSaleMessages } from './after-sale.messages'
import { caseQuery } from './after-sale.queries'
import { CaseState } from './after-sales-page'
import { CaseDialog, consoleActs, type ConsoleAct } from './case-dialog'

/** What ends a case without what was asked for, or carries it on. */
const quietActs: readonly ConsoleAct[] = ['object', 'appeal', 'report-resend', 'withdraw']

/** One case with both sides' words, its photographs, and what its reader may do about it. */
export function AfterSalePage() {
  const t = useMessages(afterSaleMessages)
  const { base } = useActing()
  const { data: kase } = useSuspenseQuery(caseQuery(useParams()['caseId']!))
  const title = t('caseTitle', { number: kase.number })
  useTitle(title)
  const [asked, setAsked] = useState<ConsoleAct | null>(null)
  const acts = consoleActs.filter((act) => (kase.acts as readonly string[]).includes(act))
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs trail={[{ label: t('title'), href: `${base}/after-sales` }, { label: title }]} />
      <div className="flex flex-wrap items-baseline gap-3">
        <h1>{title}</h1>
        <CaseState state={kase.state} />
        <TextLink href={`${base}/orders/${kase.orderId}`}>
          {t('ofOrder', { number: kase.orderNumber })}
        </TextLink>
      </div>
      {acts.length > 0 && (
        <div className="flex flex-wrap gap-3">
          {acts.map((act) => (
            <Button
              key={act}
              tone={quietActs.includes(act) ? 'quiet' : 'primary'}
              onClick={() => setAsked(act)}
            >
              {t(act)}
            </Button>
          ))}
        </div>
      )}
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <Asked kase={kase} />
        <div className="grid min-w-0 gap-4">
          {kase.resend && (
            <Panel title={t('resendParcel')}>
              <ParcelWay parcel={kase.resend} label={t('resendWay')} />
            </Panel>
          )}
          <Panel title={t('progress')}>
            <CaseTimeline kase={kase} />
          </Panel>
        </div>
      </div>
      {asked && <CaseDialog kase={kase} act={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Asked({ kase }: { kase: AfterSale }) {
  const t = useMessages(afterSaleMessages)
  const say = useBilingual()
  const { money, dayTime } = useFormats()
  const facts: Fact[] = [
    { label: t('kind'), value: `${t(kase.kind)} · ${t(kase.reason)}` },
    {
      label: t(kase.kind === 'replacement' ? 'worth' : 'requested'),
      value: (
        <>
          <Money fen={kase.requestedFen} />{' '}
          <span className="text-sm text-ink-soft">
            {t('ofIt', {
              goods: money(kase.requestedGoodsFen),
              freight: money(kase.requestedFreightFen),
            })}
          </span>
        </>
      ),
    },
    ...(kase.answer?.outcome === 'reduced'
      ? [{ label: t('offered'), value: <Money fen={kase.answer.amountFen} /> }]
      : []),
    ...(kase.answer?.reason ? [{ label: t('reasonGiven'), value: kase.answer.reason }] : []),
    ...(kase.appeal ? [{ label: t('appealReason'), value: kase.appeal }] : []),
    ...(kase.agreedFen === null
      ? []
      : [{ label: t('agreedFen'), value: <Money fen={kase.agreedFen} /> }]),
    ...(kase.parcel
      ? [
          {
            label: t('parcel'),
            value: `${kase.parcel.courier} ${kase.parcel.trackingNumber} · ${dayTime(kase.parcel.sentAt)}`,
          },
        ]
      : []),
  ]
  return (
    <Panel title={t('asked')}>
      <p className={kase.text ? 'whitespace-pre-line' : 'text-ink-soft'}>
        {kase.text || t('noText')}
      </p>
      {kase.photos.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {kase.photos.map(({ id }, index) => (
            <li key={id}>
              <a href={`/api/after-sale-photos/${id}`} target="_blank" rel="noreferrer">
                <img
                  src={`/api/after-sale-photos/${id}`}
                  alt={t('photo', { n: index + 1 })}
                  className="size-24 rounded-control bg-mist object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <ul className="my-4 grid gap-1 border-y border-line py-3">
        {kase.lines.map((line) => (
          <li key={line.orderLineId} className="flex justify-between gap-3">
            <span>
              {say(line.name)} {say(line.skuName)} · {t('packs', { count: line.quantity })}
            </span>
            <Money fen={line.goodsFen + line.freightFen} />
          </li>
        ))}
      </ul>
      <Facts facts={facts} />
    </Panel>
  )
}

const partyName = {
  buyer: 'byBuyer',
  cooperative: 'byCooperative',
  referee: 'byReferee',
  system: 'bySystem',
} as const

function CaseTimeline({ kase }: { kase: AfterSale }) {
  const t = useMessages(afterSaleMessages)
  const { dayTime, money } = useFormats()
  const steps = kase.events.map((event) => ({
    id: `${event.kind}-${event.at}`,
    title: `${t(partyName[event.by])} · ${t(`event${event.kind}`)}`,
    meta: dayTime(event.at),
    state: 'done' as const,
    children: (event.text || event.amountFen !== null) && (
      <p className="text-sm text-ink-soft">
        {event.amountFen !== null && <span className="mr-2">{money(event.amountFen)}</span>}
        {event.text}
      </p>
    ),
  }))
  const next = kase.turn ? [{ id: 'next', title: t(kase.state), state: 'current' as const }] : []
  return <Timeline label={t('progress')} steps={[...steps, ...next]} />
}
