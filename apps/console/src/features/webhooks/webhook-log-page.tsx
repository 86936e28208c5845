import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { WebhookDeliveryView } from '@weibao/contracts/webhook'
import {
  Breadcrumbs,
  Button,
  DataTable,
  DateText,
  Drawer,
  EmptyState,
  LinkTabs,
  Notice,
  StateTag,
  useFormats,
  useMessages,
  useToast,
  type Column,
  type StateTone,
} from '@weibao/ui'
import { useParams, useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { webhooksMessages } from './webhooks.messages'
import {
  deliveriesQuery,
  deliveryQuery,
  deliveryStateOf,
  deliveryStates,
  endpointsQuery,
  useResend,
} from './webhooks.queries'

const tones: Record<WebhookDeliveryView['state'], StateTone> = {
  waiting: 'waiting',
  succeeded: 'done',
  failed: 'problem',
}
const reasons = [
  'address-refused',
  'timeout',
  'name-not-found',
  'connection-refused',
  'connection-lost',
  'certificate',
  'endpoint-not-active',
] as const

/** What was sent to one address, how it was answered, and once more where it is wanted. */
export function WebhookLogPage() {
  const t = useMessages(webhooksMessages)
  const { organisationId, base } = useActing()
  const id = useParams()['endpointId']!
  const [search, setSearch] = useSearchParams()
  const state = deliveryStateOf(search)
  const { data: endpoints } = useSuspenseQuery(endpointsQuery(organisationId))
  const cursor = search.get('cursor') ?? undefined
  const { data } = useSuspenseQuery(deliveriesQuery(id, { state, cursor }))
  const url = endpoints.items.find((endpoint) => endpoint.id === id)?.url ?? ''
  useTitle(t('logOf', { url }))
  const show = (delivery: string | null) => {
    const next = new URLSearchParams(search)
    if (delivery) next.set('delivery', delivery)
    else next.delete('delivery')
    setSearch(next, { preventScrollReset: true })
  }
  const shown = search.get('delivery')
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs trail={[{ label: t('title'), href: `${base}/webhooks` }, { label: t('log') }]} />
      <div>
        <h1>{t('log')}</h1>
        <p className="font-mono break-all text-ink-soft">{url}</p>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: '?', label: t('all'), current: state === undefined },
          ...deliveryStates.map((each) => ({
            href: `?state=${each}`,
            label: t(each),
            current: each === state,
          })),
        ]}
      />
      <div className="wb-panel">
        <DeliveryTable rows={data.items} onOpen={show} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {shown && <DeliveryDrawer id={shown} onClose={() => show(null)} />}
    </div>
  )
}

function useOutcome() {
  const t = useMessages(webhooksMessages)
  return (status: number | null, error: string | null) => {
    if (status !== null) return `HTTP ${status}`
    const reason = reasons.find((each) => each === error)
    return error === null ? '—' : t(reason ?? 'error')
  }
}

function DeliveryTable({
  rows,
  onOpen,
}: {
  rows: readonly WebhookDeliveryView[]
  onOpen: (id: string) => void
}) {
  const t = useMessages(webhooksMessages)
  const outcome = useOutcome()
  const { number, dayTime } = useFormats()
  const columns: Column<WebhookDeliveryView>[] = [
    { key: 'kind', header: t('kind'), primary: true, cell: ({ kind }) => t(kind) },
    {
      key: 'at',
      header: t('at'),
      cell: ({ createdAt }) => <DateText value={createdAt} as="dayTime" />,
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <StateTag tone={tones[state]}>{t(state)}</StateTag>,
    },
    {
      key: 'attempts',
      header: t('attempts'),
      align: 'end',
      cell: ({ attempts }) => number(attempts),
    },
    {
      key: 'answer',
      header: t('answer'),
      cell: ({ lastStatus, lastError }) => outcome(lastStatus, lastError),
    },
    {
      key: 'act',
      header: t('open'),
      headerHidden: true,
      align: 'end',
      cell: ({ id, kind, createdAt }) => (
        <Button
          size="small"
          tone="quiet"
          aria-label={t('openOf', { kind: t(kind), time: dayTime(createdAt) })}
          onClick={() => onOpen(id)}
        >
          {t('open')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('log')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noDeliveries')}>{t('noDeliveriesText')}</EmptyState>}
    />
  )
}

function DeliveryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(webhooksMessages)
  const toast = useToast()
  const outcome = useOutcome()
  const { dayTime, number } = useFormats()
  const { data, error } = useQuery(deliveryQuery(id))
  const resend = useResend()
  const again = () =>
    resend.mutate(id, {
      onSuccess: () => toast({ text: t('resent'), tone: 'good' }),
      onError: (refused) => toast({ text: problemText(refused), tone: 'problem' }),
    })
  return (
    <Drawer
      open
      onClose={onClose}
      title={data ? t(data.kind) : t('log')}
      footer={
        <Button busy={resend.isPending} onClick={again}>
          {t('resend')}
        </Button>
      }
    >
      {error && <Notice tone="problem">{problemText(error)}</Notice>}
      {data && (
        <div className="grid gap-4">
          <p className="text-sm break-all text-ink-soft">{t('detail', { id: data.id })}</p>
          <section className="grid gap-2">
            <h3>{t('request')}</h3>
            <p className="font-mono text-sm break-all">POST {data.url}</p>
            <pre
              className="max-h-80 overflow-auto rounded-control bg-mist p-3 text-xs"
              tabIndex={0}
              aria-label={t('request')}
            >
              {JSON.stringify(JSON.parse(data.body), null, 2)}
            </pre>
          </section>
          <section className="grid gap-2">
            <h3>{t('calls')}</h3>
            {data.calls.length === 0 && <p className="text-ink-soft">{t('noCalls')}</p>}
            <ol className="grid gap-3">
              {data.calls.map((call) => (
                <li key={call.at} className="border-b border-line pb-3 last:border-0">
                  <strong>{outcome(call.status, call.error)}</strong>{' '}
                  <span className="text-sm text-ink-soft">
                    {dayTime(call.at)} · {t('millis', { count: number(call.millis) })}
                  </span>
                  {call.answer && (
                    <pre
                      className="mt-1 max-h-40 overflow-auto rounded-control bg-mist p-2 text-xs whitespace-pre-wrap"
                      tabIndex={0}
                      aria-label={t('answer')}
                    >
                      {call.answer}
                    </pre>
                  )}
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </Drawer>
  )
}
