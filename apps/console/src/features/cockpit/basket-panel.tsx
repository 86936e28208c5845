import { useQuery } from '@tanstack/react-query'
import type { BasketItem, QuotaBasket } from '@weibao/contracts/quota-cockpit'
import {
  ButtonLink,
  DataTable,
  EmptyState,
  ErrorState,
  Money,
  Skeleton,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { cockpitMessages } from './cockpit.messages'
import { basketQuery } from './cockpit.queries'

/** What would close the gap to a quota, and the way to ask for it. */
export function BasketPanel({ budgetLineId }: { budgetLineId: string }) {
  const { organisationId } = useActing()
  const basket = useQuery(basketQuery(organisationId, budgetLineId))
  if (basket.isPending) return <Skeleton height="12rem" />
  if (basket.isError)
    return <ErrorState text={problemText(basket.error)} onRetry={() => void basket.refetch()} />
  return <Basket basket={basket.data} />
}

function Basket({ basket }: { basket: QuotaBasket }) {
  const t = useMessages(cockpitMessages)
  const { money } = useFormats()
  const { base, can } = useActing()
  const { gapFen, totalFen, items, budgetLineId } = basket
  if (items.length === 0)
    return <EmptyState title={t('basketEmpty')}>{t('basketEmptyText')}</EmptyState>
  return (
    <section aria-label={t('basketTitle')} className="grid gap-3">
      <div>
        <h3 className="font-sans text-base font-semibold">{t('basketTitle')}</h3>
        <p className="text-sm text-ink-soft">{t('basketNote')}</p>
        {totalFen < gapFen && (
          <p>{t('basketShort', { total: money(totalFen), left: money(gapFen - totalFen) })}</p>
        )}
      </div>
      <BasketTable basket={basket} />
      {can('demand:manage') && (
        <ButtonLink
          href={`${base}/demands/new?basket=${budgetLineId}`}
          className="justify-self-start"
        >
          {t('make')}
        </ButtonLink>
      )}
    </section>
  )
}

function BasketTable({ basket }: { basket: QuotaBasket }) {
  const t = useMessages(cockpitMessages)
  const say = useBilingual()
  const { weight, money } = useFormats()
  const columns: Column<BasketItem>[] = [
    {
      key: 'product',
      header: t('product'),
      primary: true,
      cell: ({ productName, categoryName }) => (
        <span className="grid">
          {say(productName)}
          <span className="text-sm font-normal text-ink-soft">{say(categoryName)}</span>
        </span>
      ),
      footer: t('total'),
    },
    {
      key: 'cooperative',
      header: t('cooperative'),
      cell: ({ cooperativeName }) => say(cooperativeName),
      footer: '',
    },
    {
      key: 'packs',
      header: t('packs'),
      align: 'end',
      cell: ({ packs, packGrams }) => t('packsOf', { packs, pack: weight(packGrams) }),
      footer: '',
    },
    {
      key: 'mass',
      header: t('mass'),
      align: 'end',
      cell: ({ massGrams }) => weight(massGrams),
      footer: weight(basket.items.reduce((sum, { massGrams }) => sum + massGrams, 0)),
    },
    {
      key: 'landed',
      header: t('landed'),
      align: 'end',
      cell: ({ landedFenPerKg }) => <Money fen={landedFenPerKg} />,
      footer: '',
    },
    {
      key: 'goods',
      header: t('goods'),
      align: 'end',
      cell: ({ goodsFen }) => <Money fen={goodsFen} />,
      footer: money(basket.totalFen),
    },
  ]
  return (
    <DataTable
      caption={t('basketTitle')}
      columns={columns}
      rows={basket.items}
      rowKey={({ productId }) => productId}
      className="-mx-4"
    />
  )
}
