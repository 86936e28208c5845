import { useQuery } from '@tanstack/react-query'
import type { VolumeRow } from '@weibao/contracts/report'
import { subdistricts } from '@weibao/contracts/subdistricts'
import {
  Button,
  CloseIcon,
  FilterIcon,
  Select,
  TextField,
  useBilingual,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useFilters } from '../../lib/search'
import { categoriesQuery, townshipsQuery } from '../names/names.queries'
import { useChannels } from '../settings/channels'
import { useAttributionName } from './part-names'
import { volumeMessages } from './volume.messages'
import { filterNames, type FilterName } from './volume.queries'

interface Choice {
  readonly name: FilterName
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** What the rows are narrowed by; everything stands in the address. */
export function RowFilters({
  rows,
  names = filterNames,
  isFolded = false,
}: {
  rows: readonly VolumeRow[]
  /** Those of this page; all of them unless said otherwise. */
  names?: readonly FilterName[]
  /** Shown when asked for, or when something narrows already. */
  isFolded?: boolean
}) {
  const t = useMessages(volumeMessages)
  const { filter, change } = useFilters(names)
  const isNarrowed = Object.keys(filter).length > 0
  const [isOpen, setIsOpen] = useState(isFolded && isNarrowed)
  const choices = useChoices().filter(({ name }) => names.includes(name) && (isOpen || !isFolded))
  return (
    <section aria-label={t('filters')} className="grid gap-3 print:hidden">
      <Button
        tone="quiet"
        size="small"
        icon={FilterIcon}
        className={`justify-self-start ${isFolded ? '' : 'md:hidden'}`}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('filters')}
      </Button>
      <div
        className={`${isOpen ? 'grid' : 'hidden'} grid-cols-2 gap-3 ${isFolded ? '' : 'md:grid'} md:grid-cols-4 xl:grid-cols-5`}
      >
        {(['from', 'to'] as const)
          .filter((name) => names.includes(name))
          .map((name) => (
            <TextField
              key={name}
              type="month"
              label={t(name)}
              value={filter[name] ?? ''}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          ))}
        {choices.map(({ name, label, options }) => (
          <Select
            key={name}
            label={label}
            placeholder={t('all')}
            options={options}
            value={filter[name] ?? ''}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        ))}
      </div>
      <Chips rows={rows} />
      {isNarrowed && (
        <Button
          tone="plain"
          size="small"
          className="justify-self-start"
          onClick={() => change(Object.fromEntries(names.map((name) => [name, null])))}
        >
          {t('clear')}
        </Button>
      )}
    </section>
  )
}

function useChoices(): Choice[] {
  const t = useMessages(volumeMessages)
  const say = useBilingual()
  const channels = useChannels()
  const townships = useQuery(townshipsQuery).data?.items ?? []
  const categories = useQuery(categoriesQuery).data?.items ?? []
  const coded = (list: readonly { code: string; name: { zh: string; en: string } }[]) =>
    list.map(({ code, name }) => ({ value: code, label: say(name) }))
  return [
    {
      name: 'counted',
      label: t('counted'),
      options: [
        { value: 'true', label: t('countedYes') },
        { value: 'false', label: t('countedNo') },
      ],
    },
    {
      name: 'kind',
      label: t('kind'),
      options: (['count', 'reversal', 'adjustment'] as const).map((value) => ({
        value,
        label: t(`k_${value}`),
      })),
    },
    { name: 'channel', label: t('channel'), options: coded(channels) },
    {
      name: 'purchaseKind',
      label: t('purchaseKind'),
      options: (['direct', 'assisted'] as const).map((value) => ({ value, label: t(value) })),
    },
    {
      name: 'buyerKind',
      label: t('buyerKind'),
      options: (['organisation', 'person'] as const).map((value) => ({ value, label: t(value) })),
    },
    { name: 'township', label: t('township'), options: coded(townships) },
    { name: 'category', label: t('category'), options: coded(categories) },
    {
      name: 'subdistrict',
      label: t('subdistrict'),
      options: [...coded(subdistricts), { value: 'none', label: t('noSubdistrict') }],
    },
  ]
}

/** Filters that are no list to choose from: one comes by a link and takes them off here. */
function Chips({ rows }: { rows: readonly VolumeRow[] }) {
  const t = useMessages(volumeMessages)
  const say = useBilingual()
  const { filter, change } = useFilters(filterNames)
  const attributionName = useAttributionName()
  const first = rows[0]
  const chips = [
    { name: 'cooperativeId', text: first ? say(first.cooperativeName) : t('cooperative') },
    { name: 'productId', text: first ? say(first.productName) : t('product') },
    { name: 'orderId', text: first?.orderNumber ?? t('order') },
    { name: 'attribution', text: first ? attributionName(first) : t('attribution') },
  ] as const
  const shown = chips.filter(({ name }) => filter[name])
  if (shown.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {shown.map(({ name, text }) => (
        <li key={name}>
          <Button
            tone="quiet"
            size="small"
            icon={CloseIcon}
            onClick={() => change({ [name]: null })}
          >
            {t('only', { what: text })}
          </Button>
        </li>
      ))}
    </ul>
  )
}
