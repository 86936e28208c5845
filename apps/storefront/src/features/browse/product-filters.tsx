import type { ProductFacets } from '@weibao/contracts/product'
import { Button, ButtonLink, Checkbox, TextField, useBilingual, useMessages } from '@weibao/ui'
import type { FormEvent } from 'react'
import { browseMessages } from './browse.messages'
import type { ProductFilter } from './products.queries'

interface ProductFiltersProps {
  readonly filter: ProductFilter
  readonly facets: ProductFacets
  readonly onChange: (filter: ProductFilter) => void
}

/** What a further choice would leave stands beside it. Each choice is in the address at once. */
export function ProductFilters({ filter, facets, onChange }: ProductFiltersProps) {
  const t = useMessages(browseMessages)
  const flag = (name: 'season' | 'gift' | 'canteen' | 'recognised' | 'onSale', label: string) => (
    <Checkbox
      label={label}
      checked={filter[name] === 'true'}
      onChange={(event) =>
        onChange(without(filter, name, event.target.checked ? 'true' : undefined))
      }
    />
  )
  return (
    <div className="grid gap-5">
      <div>
        {flag('onSale', t('onlyOnSale'))}
        {flag('season', t('onlySeason', { count: facets.season }))}
        {flag('recognised', t('onlyRecognised', { count: facets.recognised }))}
        {flag('gift', t('onlyGift', { count: facets.gift }))}
        {flag('canteen', t('onlyCanteen', { count: facets.canteen }))}
      </div>
      <FacetGroup
        name="category"
        title={t('category')}
        values={facets.category}
        filter={filter}
        onChange={onChange}
      />
      <FacetGroup
        name="township"
        title={t('township')}
        values={facets.township}
        filter={filter}
        onChange={onChange}
      />
      <FacetGroup
        name="temperature"
        title={t('temperature')}
        values={facets.temperature}
        filter={filter}
        onChange={onChange}
      />
      <PriceRange
        filter={filter}
        onChange={onChange}
        key={`${filter.minPriceFen} ${filter.maxPriceFen}`}
      />
      <ButtonLink
        href={filter.q ? `/products?q=${encodeURIComponent(filter.q)}` : '/products'}
        tone="quiet"
        size="small"
      >
        {t('clear')}
      </ButtonLink>
    </div>
  )
}

function FacetGroup(props: {
  name: 'category' | 'township' | 'temperature'
  title: string
  values: ProductFacets['category']
  filter: ProductFilter
  onChange: (filter: ProductFilter) => void
}) {
  const { name, title, values, filter, onChange } = props
  const say = useBilingual()
  const chosen = filter[name]?.split(',') ?? []
  if (values.length === 0) return null
  const toggle = (value: string) => {
    const next = chosen.includes(value)
      ? chosen.filter((each) => each !== value)
      : [...chosen, value]
    onChange(without(filter, name, next.join(',') || undefined))
  }
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{title}</legend>
      {values.map(({ value, name: label, count }) => (
        <Checkbox
          key={value}
          label={
            <>
              {say(label)} <span className="text-sm text-ink-soft tabular-nums">{count}</span>
            </>
          }
          checked={chosen.includes(value)}
          onChange={() => toggle(value)}
        />
      ))}
    </fieldset>
  )
}

function PriceRange({ filter, onChange }: Pick<ProductFiltersProps, 'filter' | 'onChange'>) {
  const t = useMessages(browseMessages)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const fen = (name: string) => {
      const text = String(data.get(name) ?? '').trim()
      return /^\d{1,6}$/.test(text) ? Number(text) * 100 : undefined
    }
    onChange(without(without(filter, 'minPriceFen', fen('min')), 'maxPriceFen', fen('max')))
  }
  const yuan = (value: number | undefined) =>
    value === undefined ? '' : String(Math.round(value / 100))
  return (
    <form onSubmit={submit} className="grid gap-2">
      <span className="font-semibold">{t('price')}</span>
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={t('minPrice')}
          name="min"
          inputMode="numeric"
          defaultValue={yuan(filter.minPriceFen)}
        />
        <TextField
          label={t('maxPrice')}
          name="max"
          inputMode="numeric"
          defaultValue={yuan(filter.maxPriceFen)}
        />
      </div>
      <Button type="submit" tone="quiet" size="small">
        {t('apply')}
      </Button>
    </form>
  )
}

function without<K extends keyof ProductFilter>(
  filter: ProductFilter,
  name: K,
  value: ProductFilter[K],
): ProductFilter {
  const { [name]: _, ...rest } = filter
  return value === undefined ? rest : { ...rest, [name]: value }
}
