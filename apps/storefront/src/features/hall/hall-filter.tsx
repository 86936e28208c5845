import { useSuspenseQuery } from '@tanstack/react-query'
import type { Bilingual } from '@weibao/contracts/basics'
import { Select, useBilingual, useMessages } from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { categoriesQuery } from '../browse/products.queries'
import { hallMessages } from './hall.messages'

/** Narrows one side of the hall by category and by one kind of place; both stand in the address. */
export function HallFilter({
  place,
  places,
}: {
  readonly place: 'subdistrict' | 'township'
  readonly places: readonly { readonly code: string; readonly name: Bilingual }[]
}) {
  const t = useMessages(hallMessages)
  const { data: categories } = useSuspenseQuery(categoriesQuery)
  return (
    <div className="flex flex-wrap gap-3">
      <Choice name="category" label={t('category')} items={categories.items} />
      <Choice name={place} label={t(place)} items={places} />
    </div>
  )
}

function Choice({
  name,
  label,
  items,
}: {
  name: string
  label: string
  items: readonly { readonly code: string; readonly name: Bilingual }[]
}) {
  const t = useMessages(hallMessages)
  const say = useBilingual()
  const [search, setSearch] = useSearchParams()
  const change = (value: string) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { preventScrollReset: true })
  }
  return (
    <Select
      label={label}
      className="w-full sm:w-56"
      value={search.get(name) ?? ''}
      options={[
        { value: '', label: t('all') },
        ...items.map((each) => ({ value: each.code, label: say(each.name) })),
      ]}
      onChange={(event) => change(event.target.value)}
    />
  )
}
