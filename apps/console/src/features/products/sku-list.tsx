import { useQuery } from '@tanstack/react-query'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import {
  Button,
  DataTable,
  DateText,
  Dialog,
  Drawer,
  Money,
  Skeleton,
  StateTag,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { problemText } from '../../lib/form'
import { productsMessages } from './products.messages'
import { priceHistoryQuery } from './products.queries'
import { SkuForm } from './sku-form'

type ManagedSku = ManagedProduct['skus'][number]

/** The packs of a product: price, what is left, and the ways to change or look back. */
export function SkuList({
  product,
  cooperativeId,
}: {
  product: ManagedProduct
  cooperativeId: string
}) {
  const t = useMessages(productsMessages)
  const say = useBilingual()
  const { weight, number } = useFormats()
  const [edited, setEdited] = useState<ManagedSku | null>(null)
  const [looked, setLooked] = useState<ManagedSku | null>(null)
  const columns: Column<ManagedSku>[] = [
    {
      key: 'name',
      header: t('pack'),
      primary: true,
      cell: (sku) => (
        <>
          {say(sku.name)}
          <span className="block text-sm font-normal text-ink-soft">{weight(sku.packGrams)}</span>
        </>
      ),
    },
    { key: 'price', header: t('price'), align: 'end', cell: (sku) => <Price sku={sku} /> },
    { key: 'left', header: t('left'), align: 'end', cell: (sku) => number(sku.left) },
    {
      key: 'active',
      header: t('state'),
      cell: (sku) => (
        <StateTag tone={sku.isActive ? 'active' : 'ended'}>
          {t(sku.isActive ? 'isActive' : 'notActive')}
        </StateTag>
      ),
    },
    {
      key: 'acts',
      header: t('editSku'),
      headerHidden: true,
      align: 'end',
      cell: (sku) => (
        <span className="flex justify-end gap-2">
          <Button tone="plain" size="small" onClick={() => setLooked(sku)}>
            {t('history')}
          </Button>
          <Button tone="quiet" size="small" onClick={() => setEdited(sku)}>
            {t('editSku')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <DataTable
        caption={t('skusTitle')}
        columns={columns}
        rows={product.skus}
        rowKey={({ id }) => id}
      />
      {edited && (
        <Dialog
          open
          onClose={() => setEdited(null)}
          title={t('editSkuTitle', { name: say(edited.name) })}
        >
          <SkuForm sku={edited} cooperativeId={cooperativeId} onDone={() => setEdited(null)} />
        </Dialog>
      )}
      {looked && (
        <Drawer
          open
          onClose={() => setLooked(null)}
          title={t('historyTitle', { name: say(looked.name) })}
        >
          <PriceHistory cooperativeId={cooperativeId} skuId={looked.id} />
        </Drawer>
      )}
    </>
  )
}

function Price({ sku }: { sku: Pick<ManagedSku, 'priceFen' | 'priceBreaks'> }) {
  const t = useMessages(productsMessages)
  const { money } = useFormats()
  return (
    <div>
      <Money fen={sku.priceFen} />
      {sku.priceBreaks.map(({ minQuantity, priceFen }) => (
        <span key={minQuantity} className="block text-sm text-ink-soft">
          {t('breaksShort', { count: minQuantity, price: money(priceFen) })}
        </span>
      ))}
    </div>
  )
}

function PriceHistory({ cooperativeId, skuId }: { cooperativeId: string; skuId: string }) {
  const t = useMessages(productsMessages)
  const history = useQuery(priceHistoryQuery(cooperativeId, skuId))
  if (history.isPending) return <Skeleton height="8rem" />
  if (history.isError) return <p role="alert">{problemText(history.error)}</p>
  if (history.data.items.length === 0) return <p className="text-ink-soft">{t('noHistory')}</p>
  return (
    <ol className="grid gap-3">
      {history.data.items.map((change) => (
        <li key={change.id} className="flex justify-between gap-4 border-b border-line pb-3">
          <span>
            <DateText value={change.changedAt} as="dayTime" />
            <span className="block text-sm text-ink-soft">{change.changedBy ?? t('system')}</span>
          </span>
          <span className="text-right">
            <Price sku={change} />
          </span>
        </li>
      ))}
    </ol>
  )
}
