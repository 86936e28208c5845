import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ConfirmDialog,
  EmptyState,
  ForbiddenState,
  Money,
  Notice,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { orderQuery } from '../orders/orders.queries'
import { asOrdered, differencesOf, isWeightWrong, type Counted, type Difference } from './counted'
import { ReceivedLine } from './received-line'
import { receiptsMessages } from './receipts.messages'
import { acceptanceQuoteQuery, useReceive } from './receipts.queries'

/** Receiving an organisation's order line by line, with the credit that differences come to. */
export function ReceivePage() {
  const t = useMessages(receiptsMessages)
  const { base, can } = useActing()
  const { data: order } = useSuspenseQuery(orderQuery(useParams()['orderId']!))
  const href = `${base}/orders/${order.id}`
  useTitle(`${t('title')} ${order.number}`)
  const receive = useReceive()
  if (!can('order:accept')) return <ForbiddenState level={1} />
  const isOpen = order.state === 'shipped' || order.state === 'delivered'
  // Received here, it is over as soon as it is read anew, a moment before its own page is shown.
  if (!isOpen && receive.isIdle)
    return (
      <EmptyState title={t('over')} actions={<ButtonLink href={href}>{t('back')}</ButtonLink>}>
        {t('overText')}
      </EmptyState>
    )
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-4">
      <Breadcrumbs trail={[{ label: order.number, href }, { label: t('title') }]} />
      <h1>{t('title')}</h1>
      <p className="text-ink-soft">{t('lead')}</p>
      <ReceiveForm order={order} href={href} receive={receive} />
    </div>
  )
}

function ReceiveForm({
  order,
  href,
  receive,
}: {
  readonly order: Order
  readonly href: string
  readonly receive: ReturnType<typeof useReceive>
}) {
  const t = useMessages(receiptsMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const [counted, setCounted] = useState<Readonly<Record<string, Counted>>>({})
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [isAsked, setAsked] = useState(false)
  const differences = differencesOf(counted)
  const quote = useCredit(order.id, differences)
  const isWrong = Object.values(counted).some(isWeightWrong)
  const problem = receive.error ?? quote.error
  const errorOf = (id: string) => errorsOf(problem, differences)[id]
  const change = (id: string, part: Partial<Counted>) => {
    setCounted({ ...counted, [id]: { ...(counted[id] ?? asOrdered), ...part } })
    // Another content is another intent.
    setKey(newIdempotencyKey())
    receive.reset()
  }
  const confirm = () =>
    receive.mutate(
      { id: order.id, differences, idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          void navigate(href)
        },
        onError: () => setAsked(false),
      },
    )
  return (
    <>
      {order.lines.map((line) => (
        <ReceivedLine
          key={line.id}
          orderId={order.id}
          line={line}
          counted={counted[line.id] ?? asOrdered}
          error={errorOf(line.id)}
          onChange={(part) => change(line.id, part)}
        />
      ))}
      {problem && <Notice tone="problem">{problemText(problem)}</Notice>}
      <div className="wb-card sticky bottom-0 flex flex-wrap items-center justify-between gap-3 p-4">
        <Credit totals={quote.totals} />
        <Button
          busy={quote.isFetching}
          disabled={isWrong || quote.error !== null}
          onClick={() => setAsked(true)}
        >
          {t('submit')}
        </Button>
      </div>
      {isAsked && (
        <ConfirmReceipt
          totalFen={quote.totals?.totalFen ?? 0}
          isBusy={receive.isPending}
          onClose={() => setAsked(false)}
          onConfirm={confirm}
        />
      )}
    </>
  )
}

interface Totals {
  readonly goodsFen: number
  readonly freightFen: number
  readonly totalFen: number
}

/** What the counted differences come to; null while nothing is short or damaged. */
function useCredit(orderId: string, differences: readonly Difference[]) {
  const credited = differences
    .filter(({ short, damaged }) => short + damaged > 0)
    .map((each) => ({ ...each, over: 0, weighedGrams: null, note: '', photoIds: [] }))
  const isAny = credited.length > 0
  const { data, error, isFetching } = useQuery({
    ...acceptanceQuoteQuery(orderId, credited),
    enabled: isAny,
  })
  return {
    totals: isAny ? (data ?? null) : null,
    error: isAny ? error : null,
    isFetching: isAny && isFetching,
  }
}

function Credit({ totals }: { totals: Totals | null }) {
  const t = useMessages(receiptsMessages)
  const { money } = useFormats()
  return (
    <div aria-live="polite">
      {totals ? (
        <>
          {t('credit')} <Money fen={totals.totalFen} className="text-lg font-bold" />
          <span className="block text-sm text-ink-soft">
            {t('creditParts', {
              goods: money(totals.goodsFen),
              freight: money(totals.freightFen),
            })}
          </span>
        </>
      ) : (
        t('none')
      )}
    </div>
  )
}

function ConfirmReceipt({
  totalFen,
  isBusy,
  onClose,
  onConfirm,
}: {
  readonly totalFen: number
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}) {
  const t = useMessages(receiptsMessages)
  const { money } = useFormats()
  return (
    <ConfirmDialog
      open
      title={t('confirmTitle')}
      confirmLabel={t('submit')}
      busy={isBusy}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <p>{totalFen > 0 ? t('confirmText', { total: money(totalFen) }) : t('confirmWhole')}</p>
    </ConfirmDialog>
  )
}

/** `differences.0.short` of a refusal, by the line that was meant. */
function errorsOf(
  error: Error | null,
  differences: readonly Difference[],
): Readonly<Record<string, string>> {
  const found = Object.entries(fieldErrors(error)).flatMap(([path, text]) => {
    const index = /^differences\.(\d+)\./.exec(path)?.[1]
    const line = index === undefined ? undefined : differences[Number(index)]
    return line ? [[line.orderLineId, text] as const] : []
  })
  return Object.fromEntries(found)
}
