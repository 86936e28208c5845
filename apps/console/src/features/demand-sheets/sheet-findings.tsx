import type { DemandSheetCheck, PlannedDemandView } from '@weibao/contracts/demand-sheet'
import { Button, DataTable, Notice, useFormats, useMessages, type Column } from '@weibao/ui'
import { ErrorTable } from '../sheet-import/error-table'
import { demandSheetsMessages } from './demand-sheets.messages'

const MOST_ROWS = 100

/** Every error by its place, and the sheet to mend. */
export function SheetErrors({
  check,
  onMarked,
  isMarking,
}: {
  check: DemandSheetCheck
  onMarked: () => void
  isMarking: boolean
}) {
  const t = useMessages(demandSheetsMessages)
  const shown = check.errors.slice(0, MOST_ROWS)
  const hasRows = check.errors.some(({ row }) => row !== null)
  return (
    <div className="grid gap-4">
      <Notice tone="problem">
        {t('wrong', { rows: check.rowCount, errors: check.errorCount })}
        {check.errorCount > shown.length && ` ${t('shown', { count: shown.length })}`}
      </Notice>
      {hasRows && (
        <div>
          <Button tone="quiet" busy={isMarking} onClick={onMarked}>
            {t('marked')}
          </Button>
        </div>
      )}
      <ErrorTable errors={shown} />
    </div>
  )
}

/** What an import would make. */
export function PlannedDemands({ demands }: { demands: readonly PlannedDemandView[] }) {
  const t = useMessages(demandSheetsMessages)
  const { day, money, number, weight } = useFormats()
  const columns: Column<PlannedDemandView>[] = [
    { key: 'title', header: t('name'), primary: true, cell: ({ title }) => title },
    { key: 'lines', header: t('lines'), align: 'end', cell: (each) => number(each.lineCount) },
    { key: 'mass', header: t('mass'), align: 'end', cell: (each) => weight(each.wantedGrams) },
    {
      key: 'most',
      header: t('most'),
      align: 'end',
      cell: ({ mostFen }) => (
        <span className="grid">
          {money(mostFen)}
          <span className="text-sm text-ink-soft">{t('mostHelp')}</span>
        </span>
      ),
    },
    { key: 'point', header: t('deliverTo'), cell: (each) => each.deliveryPointName },
    { key: 'budget', header: t('budget'), cell: (each) => each.budgetLineName },
    {
      key: 'window',
      header: t('window'),
      cell: (each) => t('windowOf', { from: day(each.deliverFrom), to: day(each.deliverTo) }),
    },
    { key: 'cutOff', header: t('cutOff'), cell: (each) => day(each.cutOffOn) },
  ]
  return (
    <DataTable
      caption={t('planned')}
      columns={columns}
      rows={demands}
      rowKey={({ title }) => title}
    />
  )
}
