import type { Order } from '@weibao/contracts/order'
import {
  Badge,
  DataTable,
  Money,
  SealIcon,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { ordersMessages } from './orders.messages'

type Line = Order['lines'][number]

/** The goods of an order with the lots they come from, and the sum they make. */
export function OrderLines({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { weight, number, day } = useFormats()
  const columns: Column<Line>[] = [
    {
      key: 'name',
      header: t('goodsColumn'),
      primary: true,
      cell: (line) => (
        <span className="flex items-center gap-3">
          <img
            src={`/pictures/${line.productSlug}-square-320.webp`}
            alt=""
            width={48}
            height={48}
            className="size-12 rounded-control bg-mist object-cover"
          />
          <span>
            {say(line.name)}{' '}
            <span className="block text-sm font-normal text-ink-soft">
              {say(line.skuName)} · {weight(line.packGrams)}
            </span>
            <InBox order={order} line={line} />
            {line.returnException && (
              <span className="block text-sm font-normal text-ink-soft">
                {t('notReturnable', {
                  day: day(line.returnException.agreedAt),
                  version: line.returnException.version,
                })}
              </span>
            )}
            {line.isRecognised && (
              <Badge tone="pine" icon={SealIcon}>
                {t('recognised')}
              </Badge>
            )}
          </span>
        </span>
      ),
    },
    { key: 'lot', header: t('lot'), cell: (line) => <LotCodes codes={line.lotCodes} /> },
    {
      key: 'quantity',
      header: t('quantity'),
      align: 'end',
      cell: (line) => (
        <>
          {number(line.quantity)}
          {line.cancelled > 0 && (
            <span className="block text-sm text-madder">
              {t('cancelledOf', { count: line.cancelled })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'unit',
      header: t('unitPrice'),
      align: 'end',
      cell: (line) => <Money fen={line.unitPriceFen} />,
    },
    {
      key: 'total',
      header: t('lineTotal'),
      align: 'end',
      cell: (line) => <Money fen={line.lineTotalFen} />,
    },
  ]
  return (
    <>
      <DataTable
        caption={t('linesTitle')}
        columns={columns}
        rows={order.lines}
        rowKey={(line) => line.id}
      />
      <dl className="ml-auto grid w-full gap-1 border-t border-line px-4 py-4 sm:max-w-xs">
        <Sum label={t('goods')} fen={order.goodsFen} />
        <Sum label={t('freight')} fen={order.freightFen} />
        <div className="flex justify-between text-lg font-bold">
          <dt>{t('total')}</dt>
          <dd>
            <Money fen={order.totalFen} />
          </dd>
        </div>
      </dl>
    </>
  )
}

/** Which gift boxes the packs of a line go into; nothing for packs by themselves. */
export function InBox({ order, line }: { order: Order; line: Line }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const bundle = order.bundles.find(({ id }) => id === line.orderBundleId)
  if (!bundle) return null
  return (
    <span className="block text-sm font-normal text-ink-soft">
      {t('inBox', {
        name: say(bundle.name),
        boxes: bundle.quantity,
        each: line.quantity / bundle.quantity,
      })}
    </span>
  )
}

export function LotCodes({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return '—'
  return (
    <span className="inline-flex flex-wrap gap-x-2 font-mono">
      {codes.map((code) => (
        <a key={code} className="wb-link" href={`/trace/${code}`}>
          {code}
        </a>
      ))}
    </span>
  )
}

function Sum({ label, fen }: { label: string; fen: number }) {
  return (
    <div className="flex justify-between">
      <dt className="text-ink-soft">{label}</dt>
      <dd>
        <Money fen={fen} />
      </dd>
    </div>
  )
}
