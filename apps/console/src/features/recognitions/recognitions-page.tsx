import { useSuspenseQuery } from '@tanstack/react-query'
import type { RecognitionRow } from '@weibao/contracts/recognition'
import {
  Button,
  DataTable,
  EmptyState,
  LinkTabs,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { RecognitionDialog, type RecognitionAct } from './recognition-dialog'
import { recognitionsMessages } from './recognitions.messages'
import {
  recognitionsQuery,
  recognitionStateOf,
  recognitionStates,
  type RecognitionState,
} from './recognitions.queries'

const actsOf: Readonly<Record<RecognitionState, readonly RecognitionAct[]>> = {
  applied: ['refuse', 'recognise'],
  recognised: ['revoke'],
  lapsed: ['renew'],
  refused: [],
  revoked: [],
}

interface Asked {
  readonly recognition: RecognitionRow
  readonly act: RecognitionAct
}

/** Recognitions of products as assistance products: asked for, in force, ended. */
export function RecognitionsPage() {
  const t = useMessages(recognitionsMessages)
  useTitle(t('title'))
  const [search] = useSearchParams()
  const state = recognitionStateOf(search)
  const { data } = useSuspenseQuery(recognitionsQuery(state, search.get('cursor') ?? undefined))
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={recognitionStates.map((each) => ({
          href: `?state=${each}`,
          label: t(each),
          current: each === state,
        }))}
      />
      <div className="wb-panel">
        <RecognitionTable rows={data.items} isDecided={state !== 'applied'} onAsk={setAsked} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <RecognitionDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function RecognitionTable({
  rows,
  isDecided,
  onAsk,
}: {
  rows: readonly RecognitionRow[]
  /** What is still asked for has no term and no reason yet. */
  isDecided: boolean
  onAsk: (asked: Asked) => void
}) {
  const t = useMessages(recognitionsMessages)
  const say = useBilingual()
  const { day } = useFormats()
  const columns: Column<RecognitionRow>[] = [
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: (row) => (
        <span className="grid justify-items-start">
          <a className="wb-link" href={`/products/${row.productSlug}`}>
            {say(row.productName)}
          </a>
          <span className="text-sm font-normal text-ink-soft">
            {t(row.isVerified ? 'verified' : 'unverified')}
          </span>
        </span>
      ),
    },
    { key: 'cooperative', header: t('cooperative'), cell: (row) => say(row.cooperativeName) },
    {
      key: 'number',
      header: t('number'),
      cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
    },
    {
      key: 'appliedOn',
      header: t('appliedOn'),
      cell: ({ appliedOn }) => (
        <span className="whitespace-nowrap">{day(appliedOn, 'always')}</span>
      ),
    },
    ...(isDecided
      ? [
          {
            key: 'validity',
            header: t('validity'),
            cell: ({ validFrom, validTo }: RecognitionRow) =>
              validFrom && validTo ? (
                <>
                  <span className="whitespace-nowrap">{day(validFrom, 'always')} –</span>{' '}
                  <span className="whitespace-nowrap">{day(validTo, 'always')}</span>
                </>
              ) : (
                '—'
              ),
          },
          {
            key: 'reason',
            header: t('reason'),
            cell: ({ reason }: RecognitionRow) => reason || '—',
          },
        ]
      : []),
    {
      key: 'acts',
      header: t('acts'),
      headerHidden: true,
      align: 'end',
      cell: (recognition) => (
        <span className="flex justify-end gap-2">
          {actsOf[recognition.state].map((act) => (
            <Button
              key={act}
              size="small"
              tone={act === 'recognise' ? 'primary' : 'quiet'}
              onClick={() => onAsk({ recognition, act })}
            >
              {t(act)}
            </Button>
          ))}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
