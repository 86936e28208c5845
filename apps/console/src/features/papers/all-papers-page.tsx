import { useSuspenseQuery } from '@tanstack/react-query'
import { papers } from '@weibao/api-client/product-management'
import { paperKinds } from '@weibao/contracts/paper-kinds'
import type { OverseenPaper } from '@weibao/contracts/paper-oversight'
import {
  Button,
  DataTable,
  EmptyState,
  LinkTabs,
  SearchIcon,
  Select,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import type { FormEvent } from 'react'
import { KeysetPager } from '../../lib/keyset-pager'
import { filterOf, useFilters, withFilter } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { paperNames } from './paper-names'
import { PaperLeft } from './paper-left'
import { papersMessages } from './papers.messages'
import { allPapersQuery, paperFilterNames } from './papers.queries'

const dues = [null, 'expired', '30', '90'] as const

/** The papers of all cooperatives: whose run out next, for the liaison. */
export function AllPapersPage() {
  const t = useMessages(papersMessages)
  useTitle(t('allTitle'))
  const { search, change } = useFilters(paperFilterNames)
  const filter = filterOf(search, paperFilterNames)
  const { data } = useSuspenseQuery(allPapersQuery(filter))
  const { cursor: _, ...shown } = filter
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1>{t('allTitle')}</h1>
          <p className="text-ink-soft">{t('allLead')}</p>
        </div>
        <SheetButtons
          name={t('allTitle')}
          make={(format) => papers.sheet({ query: { ...shown, format } as never })}
        />
      </div>
      <LinkTabs
        label={t('filter')}
        tabs={dues.map((due) => ({
          href: withFilter(search, { due }),
          label: t(
            due === null
              ? 'all'
              : due === 'expired'
                ? 'dueExpired'
                : due === '30'
                  ? 'due30'
                  : 'due90',
          ),
          current: search.get('due') === due,
        }))}
      />
      <Filters
        key={search.get('q') ?? ''}
        kind={search.get('kind') ?? ''}
        q={search.get('q') ?? ''}
        change={change}
      />
      <div className="wb-panel">
        <AllPapersTable papers={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function Filters({
  kind,
  q,
  change,
}: {
  kind: string
  q: string
  change: (changes: { kind?: string; q?: string }) => void
}) {
  const t = useMessages(papersMessages)
  const say = useBilingual()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change({ q: String(new FormData(event.currentTarget).get('q')).trim() })
  }
  return (
    <form role="search" onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <Select
        label={t('kind')}
        value={kind}
        onChange={(event) => change({ kind: event.target.value })}
        options={[
          { value: '', label: t('allKinds') },
          ...paperKinds.map((each) => ({ value: each, label: say(paperNames[each]) })),
        ]}
        className="w-full sm:w-64"
      />
      <TextField
        name="q"
        type="search"
        label={t('searchLabel')}
        defaultValue={q}
        maxLength={40}
        className="w-full sm:w-72"
      />
      <Button type="submit" tone="quiet" icon={SearchIcon}>
        {t('search')}
      </Button>
    </form>
  )
}

function AllPapersTable({ papers }: { papers: readonly OverseenPaper[] }) {
  const t = useMessages(papersMessages)
  const say = useBilingual()
  const { day } = useFormats()
  const columns: Column<OverseenPaper>[] = [
    {
      key: 'cooperative',
      header: t('cooperative'),
      primary: true,
      cell: ({ cooperativeName }) => say(cooperativeName),
    },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => say(paperNames[kind]) },
    { key: 'number', header: t('number'), cell: ({ number }) => number },
    {
      key: 'covers',
      header: t('covers'),
      cell: ({ productName }) => (productName ? say(productName) : t('wholeCooperative')),
    },
    {
      key: 'expiresOn',
      header: t('expiresOn'),
      cell: (paper) => (
        <span className="grid justify-items-start gap-1">
          {paper.expiresOn ? day(paper.expiresOn, 'always') : t('unlimited')}
          <PaperLeft paper={paper} />
        </span>
      ),
    },
    {
      key: 'scan',
      header: t('scan'),
      cell: ({ fileId }) =>
        fileId ? (
          <a className="wb-link" href={`/api/files/${fileId}`}>
            {t('openScan')}
          </a>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <DataTable
      caption={t('allTitle')}
      columns={columns}
      rows={papers}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>}
    />
  )
}
