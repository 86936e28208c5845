import { useSuspenseQuery } from '@tanstack/react-query'
import {
  Breadcrumbs,
  DataTable,
  EmptyState,
  Money,
  TextLink,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { volumeMessages } from './volume.messages'
import { mismatchesQuery } from './volume.queries'

interface Mismatch {
  readonly orderLineId: string
  readonly orderNumber: string | null
  readonly confirmedFen: number
  readonly ledgerFen: number
}

/** Order lines of a month whose confirmed volume is not what the ledger says was paid. */
export function MismatchesPage() {
  const t = useMessages(volumeMessages)
  const { base } = useActing()
  const { month: formatMonth } = useFormats()
  const month = useParams()['month']!
  const { data } = useSuspenseQuery(mismatchesQuery(month))
  const title = t('mismatchTitle', { month: formatMonth(`${month}-15`) })
  useTitle(title)
  const columns: Column<Mismatch>[] = [
    {
      key: 'order',
      header: t('order'),
      primary: true,
      cell: (row) => (
        <TextLink href={`${base}/ledger/entries?orderLineId=${row.orderLineId}`}>
          {row.orderNumber ?? row.orderLineId}
        </TextLink>
      ),
    },
    {
      key: 'confirmed',
      header: t('confirmed'),
      align: 'end',
      cell: (row) => <Money fen={row.confirmedFen} />,
    },
    {
      key: 'ledger',
      header: t('ledger'),
      align: 'end',
      cell: (row) => <Money fen={row.ledgerFen} />,
    },
    {
      key: 'difference',
      header: t('difference'),
      align: 'end',
      cell: (row) => <Money fen={row.confirmedFen - row.ledgerFen} />,
    },
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/volume` }, { label: t('mismatches') }]}
      />
      <h1>{title}</h1>
      <div className="wb-panel">
        <DataTable
          caption={title}
          columns={columns}
          rows={data.items}
          rowKey={(row) => row.orderLineId}
          empty={<EmptyState title={t('noMismatch')}>{t('noMismatchText')}</EmptyState>}
        />
      </div>
    </div>
  )
}
