import type { SheetActView, SheetPlan } from '@weibao/contracts/sheet'
import {
  DataTable,
  StatTile,
  StateTag,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
  type StateTone,
} from '@weibao/ui'
import { sheetImportMessages } from './sheet-import.messages'

const tones: Record<SheetActView['kind'], StateTone> = {
  made: 'active',
  changed: 'waiting',
  unchanged: 'ended',
}

/** What an import would make and change, before it does. */
export function PlanTable({ plan }: { plan: SheetPlan }) {
  const t = useMessages(sheetImportMessages)
  const say = useBilingual()
  const { number } = useFormats()
  const columns: Column<SheetActView>[] = [
    { key: 'row', header: t('row'), align: 'end', cell: ({ row }) => row },
    { key: 'entry', header: t('entry'), primary: true, cell: ({ name }) => say(name) },
    {
      key: 'kind',
      header: t('change'),
      cell: ({ kind, changes }) => (
        <span className="grid justify-items-start gap-1">
          <StateTag tone={tones[kind]}>{t(kind)}</StateTag>
          {changes.map(({ column, before, after }) => (
            <span key={column} className="text-sm break-words">
              {column}：<del className="text-ink-soft">{before || t('empty')}</del>
              {' → '}
              <ins className="no-underline">{after || t('empty')}</ins>
            </span>
          ))}
        </span>
      ),
    },
  ]
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        {(['made', 'changed', 'unchanged'] as const).map((kind) => (
          <StatTile key={kind} label={t(kind)} value={number(plan.counts[kind])} />
        ))}
      </div>
      <DataTable
        caption={t('preview')}
        columns={columns}
        rows={plan.acts.filter(({ kind }) => kind !== 'unchanged')}
        rowKey={({ row }) => String(row)}
      />
    </>
  )
}
