import { useSuspenseQuery } from '@tanstack/react-query'
import type { JobView } from '@weibao/contracts/operations'
import { DataTable, DateText, StateTag, useMessages, type Column } from '@weibao/ui'
import { useTitle } from '../../lib/use-title'
import { jobsMessages } from './jobs.messages'
import { OperationsHead } from './operations-head'
import { operationsMessages } from './operations.messages'
import { jobsQuery } from './operations.queries'

/** What runs by the clock, and how its last run went. */
export function JobsPage() {
  const t = useMessages(operationsMessages)
  useTitle(t('jobs'))
  const { data } = useSuspenseQuery(jobsQuery)
  const every = (seconds: number) => {
    if (seconds < 60) return t('seconds', { count: seconds })
    if (seconds < 3600) return t('minutes', { count: Math.round(seconds / 60) })
    return t('hours', { count: Math.round(seconds / 3600) })
  }
  const columns: Column<JobView>[] = [
    { key: 'job', header: t('job'), primary: true, cell: ({ name }) => <JobName name={name} /> },
    {
      key: 'every',
      header: t('every'),
      align: 'end',
      cell: ({ everySeconds }) => every(everySeconds),
    },
    {
      key: 'lastRunAt',
      header: t('lastRunAt'),
      cell: ({ lastRunAt }) =>
        lastRunAt ? <DateText value={lastRunAt} as="relative" /> : t('never'),
    },
    {
      key: 'nextRunAt',
      header: t('nextRunAt'),
      cell: ({ nextRunAt }) => <DateText value={nextRunAt} as="dayTime" />,
    },
    {
      key: 'lastMillis',
      header: t('lastMillis'),
      align: 'end',
      cell: ({ lastMillis }) => (lastMillis === null ? '—' : t('millis', { count: lastMillis })),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ lastError, lastRunAt }) =>
        lastError ? (
          <div>
            <StateTag tone="problem">{t('failed')}</StateTag>
            <span className="line-clamp-3 max-w-md font-mono text-xs break-words">{lastError}</span>
          </div>
        ) : (
          lastRunAt && <StateTag tone="done">{t('ok')}</StateTag>
        ),
    },
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <OperationsHead current="jobs" />
      <div className="wb-panel">
        <DataTable
          caption={t('jobs')}
          columns={columns}
          rows={data.items}
          rowKey={({ name }) => name}
        />
      </div>
    </div>
  )
}

/** What it does, and below the name by which logs and metrics call it. */
function JobName({ name }: { name: string }) {
  const t = useMessages(jobsMessages)
  if (!isNamed(name)) return <code>{name}</code>
  return (
    <>
      <span className="block">{t(name)}</span>
      <code className="text-xs font-normal text-ink-soft">{name}</code>
    </>
  )
}

const isNamed = (name: string): name is keyof (typeof jobsMessages)['zh-CN'] =>
  name in jobsMessages['zh-CN']
