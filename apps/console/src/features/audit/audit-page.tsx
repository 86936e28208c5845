import { useSuspenseQuery } from '@tanstack/react-query'
import { auditActs, auditObjects, type AuditEntryView } from '@weibao/contracts/audit'
import {
  Button,
  DataTable,
  DateText,
  Drawer,
  EmptyState,
  Select,
  TextField,
  TextLink,
  useBilingual,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters, withFilter } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { actName, objectName } from './audit-names'
import { auditMessages } from './audit.messages'
import { auditFilterNames, auditQuery } from './audit.queries'

/** Who changed what, when and why. */
export function AuditPage() {
  const t = useMessages(auditMessages)
  const say = useBilingual()
  useTitle(t('title'))
  const { search, filter } = useFilters(auditFilterNames)
  const { data } = useSuspenseQuery(auditQuery(filter))
  const [opened, setOpened] = useState<AuditEntryView | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <Filters key={search.toString()} />
      <div className="wb-panel">
        <AuditTable entries={data.items} search={search} onOpen={setOpened} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened ? t('detailsOf', { act: say(actName(opened.act)) }) : ''}
      >
        {opened && <Details entry={opened} />}
      </Drawer>
    </div>
  )
}

function Filters() {
  const t = useMessages(auditMessages)
  const say = useBilingual()
  const { filter, change } = useFilters(auditFilterNames)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const names = ['act', 'objectKind', 'objectId', 'from', 'to'] as const
    change(Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').trim()])))
  }
  const isNarrowed = Object.keys(filter).some((name) => name !== 'cursor')
  return (
    <form
      role="search"
      onSubmit={submit}
      className="grid grid-cols-2 items-start gap-3 lg:grid-cols-6"
    >
      <Select
        name="act"
        label={t('act')}
        className="max-sm:col-span-2"
        defaultValue={filter.act ?? ''}
        options={[
          { value: '', label: t('allActs') },
          ...auditActs.map((act) => ({ value: act, label: say(actName(act)) })),
        ]}
      />
      <Select
        name="objectKind"
        label={t('objectKind')}
        className="max-sm:col-span-2"
        defaultValue={filter.objectKind ?? ''}
        options={[
          { value: '', label: t('allObjects') },
          ...auditObjects.map((kind) => ({ value: kind, label: say(objectName(kind)) })),
        ]}
      />
      <TextField
        name="objectId"
        label={t('objectId')}
        className="col-span-2 sm:col-span-1"
        defaultValue={filter.objectId ?? ''}
        maxLength={100}
      />
      {(['from', 'to'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          type="date"
          label={t(name)}
          defaultValue={filter[name] ?? ''}
        />
      ))}
      <div className="flex gap-2 lg:pt-7">
        <Button type="submit" tone="quiet">
          {t('apply')}
        </Button>
        {isNarrowed && (
          <Button
            tone="plain"
            onClick={() => change(Object.fromEntries(auditFilterNames.map((name) => [name, null])))}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </form>
  )
}

function AuditTable({
  entries,
  search,
  onOpen,
}: {
  entries: readonly AuditEntryView[]
  search: URLSearchParams
  onOpen: (entry: AuditEntryView) => void
}) {
  const t = useMessages(auditMessages)
  const say = useBilingual()
  const actorName = (entry: AuditEntryView) =>
    entry.actorName ?? (entry.actorKind === 'machine' ? t('machine') : t('system'))
  const columns: Column<AuditEntryView>[] = [
    {
      key: 'act',
      header: t('act'),
      primary: true,
      cell: ({ act }) => (
        <div>
          <TextLink href={withFilter(search, { act })}>{say(actName(act))}</TextLink>
          <span className="block font-mono text-xs font-normal text-ink-soft">{act}</span>
        </div>
      ),
    },
    {
      key: 'at',
      header: t('at'),
      cell: ({ at }) => <DateText value={at} as="dayTime" className="whitespace-nowrap" />,
    },
    {
      key: 'actor',
      header: t('actor'),
      cell: (entry) =>
        entry.actorId ? (
          <TextLink href={withFilter(search, { actorId: entry.actorId })} title={t('onlyActor')}>
            {actorName(entry)}
          </TextLink>
        ) : (
          actorName(entry)
        ),
    },
    {
      key: 'object',
      header: t('object'),
      cell: ({ objectKind, objectId }) => (
        <div>
          {say(objectName(objectKind))}
          <TextLink
            href={withFilter(search, { objectKind, objectId })}
            className="block font-mono text-xs"
          >
            {objectId.slice(-12)}
          </TextLink>
        </div>
      ),
    },
    { key: 'reason', header: t('reason'), cell: ({ reason }) => reason ?? '—' },
    {
      key: 'details',
      header: t('details'),
      headerHidden: true,
      align: 'end',
      cell: (entry) => (
        <Button tone="quiet" size="small" onClick={() => onOpen(entry)}>
          {t('details')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function Details({ entry }: { entry: AuditEntryView }) {
  const t = useMessages(auditMessages)
  const names = [
    ...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})]),
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      {names.length === 0 ? (
        <p className="text-ink-soft">{t('noChange')}</p>
      ) : (
        <dl className="grid gap-3">
          {names.map((name) => (
            <div key={name} className="border-b border-line pb-2">
              <dt className="font-semibold">{name}</dt>
              <dd className="grid gap-1 text-sm break-words">
                <span>
                  <span className="text-ink-soft">{t('before')}</span> {plain(entry.before?.[name])}
                </span>
                <span>
                  <span className="text-ink-soft">{t('after')}</span> {plain(entry.after?.[name])}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-sm text-ink-soft">
        {t('network')} {entry.network ?? '—'} · {t('request')} {entry.requestId ?? '—'}
      </p>
    </div>
  )
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
