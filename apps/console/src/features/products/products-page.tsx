import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  LinkTabs,
  Money,
  PlusIcon,
  SealIcon,
  SearchIcon,
  StateTag,
  TextField,
  TextLink,
  UploadIcon,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
  type StateTone,
} from '@weibao/ui'
import type { FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { filterOf, useFilters } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { productsMessages } from './products.messages'
import {
  productFilterNames,
  productsQuery,
  productStateOf,
  productStates,
} from './products.queries'

const availabilityTones: Record<ManagedProduct['availability'], StateTone> = {
  'on-sale': 'active',
  low: 'problem',
  upcoming: 'waiting',
  'sold-out': 'done',
  'off-season': 'ended',
}

/** A cooperative's goods: what is offered, at what price, how much is left. */
export function ProductsPage() {
  const t = useMessages(productsMessages)
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const { search, change } = useFilters(productFilterNames)
  const { data } = useSuspenseQuery(
    productsQuery(organisationId, filterOf(search, productFilterNames)),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change({ q: String(new FormData(event.currentTarget).get('q')).trim() })
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`${base}/products/import`} tone="quiet" icon={UploadIcon}>
            {t('importSheet')}
          </ButtonLink>
          <ButtonLink href={`${base}/products/new`} icon={PlusIcon}>
            {t('create')}
          </ButtonLink>
        </div>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[undefined, ...productStates].map((state) => ({
          href: state ? `?state=${state}` : '?',
          label: t(state ?? 'allStates'),
          current: state === productStateOf(search.get('state') ?? undefined),
        }))}
      />
      <form role="search" onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField
          key={search.get('q') ?? ''}
          name="q"
          type="search"
          label={t('searchLabel')}
          defaultValue={search.get('q') ?? ''}
          maxLength={40}
          className="w-full sm:w-72"
        />
        <Button type="submit" tone="quiet" icon={SearchIcon}>
          {t('search')}
        </Button>
      </form>
      <div className="wb-panel">
        <ProductTable products={data.items} base={base} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function ProductTable({ products, base }: { products: readonly ManagedProduct[]; base: string }) {
  const t = useMessages(productsMessages)
  const say = useBilingual()
  const { number } = useFormats()
  const columns: Column<ManagedProduct>[] = [
    {
      key: 'name',
      header: t('product'),
      primary: true,
      cell: (product) => (
        <span className="flex items-center gap-3">
          <img
            src={`/${product.picture.base.replace(/^\//, '')}-square-320.webp`}
            alt=""
            width={48}
            height={48}
            loading="lazy"
            className="size-12 shrink-0 rounded-control bg-mist object-cover"
          />
          <span className="grid justify-items-start gap-0.5">
            <TextLink href={`${base}/products/${product.id}`}>{say(product.name)}</TextLink>
            {product.isRecognised && (
              <Badge tone="pine" icon={SealIcon}>
                {t('recognised')}
              </Badge>
            )}
          </span>
        </span>
      ),
    },
    {
      key: 'skus',
      header: t('skus'),
      cell: (product) => (
        <div>
          {product.skus.map((sku) => (
            <span key={sku.id} className="block">
              {say(sku.name)} <Money fen={sku.priceFen} />
              {!sku.isActive && <span className="text-ink-soft"> · {t('notActive')}</span>}
            </span>
          ))}
        </div>
      ),
    },
    { key: 'left', header: t('left'), align: 'end', cell: (product) => number(product.left) },
    {
      key: 'availability',
      header: t('availability'),
      cell: ({ availability }) => (
        <StateTag tone={availabilityTones[availability]}>{t(availability)}</StateTag>
      ),
    },
    { key: 'state', header: t('state'), cell: ({ state }) => t(state) },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={products}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
