import type { SheetErrorView } from '@weibao/contracts/sheet'
import { DataTable, useMessages, type Column } from '@weibao/ui'
import { sheetImportMessages } from './sheet-import.messages'

/** What is wrong in a sheet, by row and column as the spreadsheet program shows them. */
export function ErrorTable({ errors }: { errors: readonly SheetErrorView[] }) {
  const t = useMessages(sheetImportMessages)
  const columns: Column<SheetErrorView & { readonly key: string }>[] = [
    {
      key: 'place',
      header: t('place'),
      primary: true,
      cell: ({ row, letters, title }) => (
        <span className="grid">
          <span className="whitespace-nowrap">
            {row === null
              ? t('wholeFile')
              : letters
                ? t('cellOf', { row, letters })
                : t('rowOf', { row })}
          </span>
          {title && <span className="text-sm font-normal text-ink-soft">{title}</span>}
        </span>
      ),
    },
    { key: 'problem', header: t('problem'), headerHidden: true, cell: ({ message }) => message },
  ]
  return (
    <DataTable
      caption={t('errors')}
      columns={columns}
      rows={errors.map((error, index) => ({ ...error, key: String(index) }))}
      rowKey={({ key }) => key}
    />
  )
}
