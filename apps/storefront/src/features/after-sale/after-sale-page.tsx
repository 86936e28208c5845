import { useSuspenseQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import type { AfterSale, AfterSaleAct } from '@weibao/contracts/after-sale'
import {
  Breadcrumbs,
  Button,
  Dialog,
  Money,
  Notice,
  Panel,
  Price,
  TextArea,
  TextField,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useParams } from 'react-router'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { ParcelHead, Way } from '../orders/parcel-way'
import { afterSaleMessages } from './after-sale.messages'
import { caseQuery, useMoveCase, type BuyerMove } from './after-sale.queries'
import { CaseStateTag } from './case-state'

/** One case: whose turn it is, what was answered, what has happened. */
export function AfterSalePage() {
  const t = useMessages(afterSaleMessages)
  const { dayTime, money } = useFormats()
  const { data: kase } = useSuspenseQuery(caseQuery(useParams()['id']!))
  const title = t('caseTitle', { number: kase.number })
  useTitle(title)
  return (
    <div className="grid gap-4">
      <Breadcrumbs
        trail={[
          { label: t('ofOrder', { number: kase.orderNumber }), href: `/orders/${kase.orderId}` },
          { label: title },
        ]}
      />
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h1>{title}</h1>
        <CaseStateTag state={kase.state} />
      </div>
      {kase.turn === 'buyer' && kase.deadline && (
        <Notice tone="season">
          {t(kase.state === 'resent' ? 'resentBefore' : 'answerBefore', {
            time: dayTime(kase.deadline),
          })}
        </Notice>
      )}
      <Answer kase={kase} say={(fen) => money(fen)} />
      <BuyerActs kase={kase} />
      <div className="grid gap-4 md:grid-cols-2 md:items-start">
        <Asked kase={kase} />
        <div className="grid gap-4">
          {kase.resend && (
            <Panel title={t('resendParcel')}>
              <div className="grid gap-3">
                <ParcelHead parcel={kase.resend} />
                <Way parcel={kase.resend} label={t('resendWay')} />
              </div>
            </Panel>
          )}
          <Panel title={t('progress')}>
            <CaseTimeline kase={kase} />
          </Panel>
        </div>
      </div>
    </div>
  )
}

function Answer({ kase, say }: { kase: AfterSale; say: (fen: number) => string }) {
  const t = useMessages(afterSaleMessages)
  if (kase.decision)
    return (
      <Notice title={t('decidedBy', { amount: say(kase.decision.amountFen) })}>
        {kase.decision.reason}
      </Notice>
    )
  if (!kase.answer || kase.answer.outcome === 'agreed') return null
  if (kase.answer.outcome === 'replacement')
    return kase.state === 'answered' ? (
      <Notice title={t('replacementOffered')}>{kase.answer.reason}</Notice>
    ) : null
  const title =
    kase.answer.outcome === 'reduced'
      ? t('offer', { amount: say(kase.answer.amountFen) })
      : t('refusedBy')
  return <Notice title={title}>{kase.answer.reason}</Notice>
}

function Asked({ kase }: { kase: AfterSale }) {
  const t = useMessages(afterSaleMessages)
  const say = useBilingual()
  return (
    <Panel title={t('goods')}>
      <ul className="grid gap-2">
        {kase.lines.map((line) => (
          <li key={line.orderLineId} className="flex justify-between gap-3">
            <span>
              {say(line.name)}{' '}
              <span className="text-sm text-ink-soft">
                {say(line.skuName)} × {line.quantity}
              </span>
            </span>
            <Money fen={line.goodsFen + line.freightFen} />
          </li>
        ))}
      </ul>
      <dl className="mt-3 grid gap-1 border-t border-line pt-3">
        <Fact label={t('reason')}>
          {t(kase.kind)} · {t(kase.reason)}
        </Fact>
        <Fact label={t(kase.kind === 'replacement' ? 'worth' : 'requested')}>
          <Money fen={kase.requestedFen} />
        </Fact>
        {kase.agreedFen !== null && (
          <Fact label={t('agreedFen')}>
            <Price fen={kase.agreedFen} />
          </Fact>
        )}
      </dl>
      {kase.text && <p className="mt-3 whitespace-pre-line">{kase.text}</p>}
      {kase.photos.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {kase.photos.map(({ id }, index) => (
            <li key={id}>
              <a href={`/api/after-sale-photos/${id}`} target="_blank" rel="noreferrer">
                <img
                  src={`/api/after-sale-photos/${id}`}
                  alt={t('photo', { n: index + 1 })}
                  className="size-20 rounded-control bg-mist object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function CaseTimeline({ kase }: { kase: AfterSale }) {
  const t = useMessages(afterSaleMessages)
  const { dayTime, money } = useFormats()
  const steps = kase.events.map((event) => ({
    id: `${event.kind}-${event.at}`,
    title: t(`event${event.kind}`),
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

const buyerActs = [
  'accept',
  'confirm-resend',
  'appeal',
  'report-resend',
  'send-back',
  'withdraw',
] as const
const mainActs: readonly string[] = ['accept', 'confirm-resend', 'send-back']
type BuyerAct = (typeof buyerActs)[number]

function BuyerActs({ kase }: { kase: AfterSale }) {
  const t = useMessages(afterSaleMessages)
  const [asked, setAsked] = useState<BuyerAct | null>(null)
  const open = buyerActs.filter((act) => (kase.acts as readonly AfterSaleAct[]).includes(act))
  if (open.length === 0) return null
  return (
    <div className="flex flex-wrap gap-3">
      {open.map((act) => (
        <Button
          key={act}
          tone={mainActs.includes(act) ? 'buy' : 'quiet'}
          onClick={() => setAsked(act)}
        >
          {t(act)}
        </Button>
      ))}
      {asked && <ActDialog kase={kase} act={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function ActDialog({
  kase,
  act,
  onClose,
}: {
  kase: AfterSale
  act: BuyerAct
  onClose: () => void
}) {
  const t = useMessages(afterSaleMessages)
  const toast = useToast()
  const move = useMoveCase(kase.id)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const made = moveOf(act, (name) => String(form.get(name) ?? '').trim())
    setMissing(made ? undefined : t(act === 'send-back' ? 'needNumber' : 'need'))
    if (!made) return
    move.mutate(
      { move: made, idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
        onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t(act)}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{t(`${act}Text`)}</p>
        {(act === 'appeal' || act === 'report-resend') && (
          <TextArea
            name="reason"
            label={t('appealReason')}
            error={missing}
            rows={4}
            maxLength={500}
          />
        )}
        {act === 'send-back' && (
          <>
            <TextField name="courier" label={t('courier')} maxLength={30} />
            <TextField
              name="trackingNumber"
              label={t('trackingNumber')}
              help={t('trackingHelp')}
              error={missing}
              maxLength={40}
            />
          </>
        )}
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={move.isPending}>
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The move that a form stands for; null while something of it is missing. */
function moveOf(act: BuyerAct, read: (name: string) => string): BuyerMove | null {
  if (act === 'appeal' || act === 'report-resend') {
    const reason = read('reason')
    return [...reason].length >= 2 ? { act, reason } : null
  }
  if (act === 'send-back') {
    const courier = read('courier')
    const trackingNumber = read('trackingNumber')
    const isWhole = courier !== '' && /^[A-Za-z0-9-]{6,40}$/.test(trackingNumber)
    return isWhole ? { act, courier, trackingNumber } : null
  }
  return { act }
}
