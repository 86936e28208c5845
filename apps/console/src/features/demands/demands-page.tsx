import { useSuspenseQuery } from '@tanstack/react-query'
import type { DemandView } from '@weibao/contracts/demand'
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  LinkTabs,
  StateTag,
  TextLink,
  useFormats,
  useMessages,
  type Column,
  type StateTone,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { demandsMessages } from './demands.messages'
import { CancelDialog } from './cancel-dialog'
import { Lines } from './demand-lines'
import { demandStateOf, demandStates, demandsQuery } from './demands.queries'

export const demandTones: Record<DemandView['state'], StateTone> = {
  open: 'active',
  closed: 'done',
  cancelled: 'ended',
}

/** What a buyer organisation has said it needs, newest first. */
export function DemandsPage() {
  const t = useMessages(demandsMessages)
  useTitle(t('title'))
  const { organisationId, base, can } = useActing()
  const [search] = useSearchParams()
  const state = demandStateOf(search)
  const { data } = useSuspenseQuery(
    demandsQuery(organisationId, { state, cursor: search.get('cursor') ?? undefined }),
  )
  const [asked, setAsked] = useState<DemandView | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        {can('demand:manage') && (
          <div className="flex flex-wrap gap-3">
            <ButtonLink tone="quiet" href={`${base}/demands/import`}>
              {t('importSheet')}
            </ButtonLink>
            <ButtonLink href={`${base}/demands/new`}>{t('create')}</ButtonLink>
          </div>
        )}
      </div>
      <p className="text-ink-soft">{t('lead')}</p>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: '?', label: t('all'), current: !state },
          ...demandStates.map((each) => ({
            href: `?state=${each}`,
            label: t(each),
            current: each === state,
          })),
        ]}
      />
      <div className="wb-panel">
        <DemandTable
          demands={data.items}
          base={base}
          onCancel={can('demand:manage') ? setAsked : null}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <CancelDialog demand={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function DemandTable({
  demands,
  base,
  onCancel,
}: {
  demands: readonly DemandView[]
  base: string
  onCancel: ((demand: DemandView) => void) | null
}) {
  const t = useMessages(demandsMessages)
  const { day } = useFormats()
  const columns: Column<DemandView>[] = [
    {
      key: 'number',
      header: t('demand'),
      primary: true,
      cell: ({ id, number, title }) => (
        <span className="grid">
          <TextLink href={`${base}/demands/${id}`}>{title}</TextLink>
          <span className="text-sm font-normal whitespace-nowrap text-ink-soft">{number}</span>
        </span>
      ),
    },
    { key: 'lines', header: t('lines'), cell: ({ lines }) => <Lines lines={lines} shown={3} /> },
    { key: 'budget', header: t('budget'), cell: ({ budgetLine }) => budgetLine.name },
    { key: 'point', header: t('deliverTo'), cell: ({ deliveryPoint }) => deliveryPoint.name },
    { key: 'cutOff', header: t('cutOff'), cell: ({ cutOffOn }) => day(cutOffOn) },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <StateTag tone={demandTones[state]}>{t(state)}</StateTag>,
    },
    {
      key: 'act',
      header: t('cancelAct'),
      headerHidden: true,
      align: 'end',
      cell: (demand) =>
        onCancel && demand.changeableUntil ? (
          <Button tone="quiet" size="small" onClick={() => onCancel(demand)}>
            {t('cancelAct')}
          </Button>
        ) : null,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={demands}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
