import type { ReactNode } from 'react'
import { cx } from '../cx'
import { Skeleton } from '../feedback/spinner'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'
import { VisuallyHidden } from '../access/access'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand right. */
  readonly align?: 'start' | 'end'
  readonly sortable?: boolean
  /** What the row is called: a row header, and the head of its card. */
  readonly primary?: boolean
  /** Hides the header from sight (columns of buttons). */
  readonly headerHidden?: boolean
  readonly footer?: ReactNode
}

export interface Sort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
  /** Rows that cannot be chosen have no box. All can unless said. */
  readonly allows?: (key: string) => boolean
}

export interface DataTableProps<Row> {
  /** What the table lists; read aloud, seen only with `captionVisible`. */
  readonly caption: string
  readonly captionVisible?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** The row's name for its checkbox. */
  readonly rowName?: (row: Row) => string
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
  readonly selection?: Selection
  readonly loading?: boolean
  /** Shown when there are no rows. */
  readonly empty?: ReactNode
  /** Rows become cards where it is narrow (default); a plain table scrolls. */
  readonly cards?: boolean
  readonly className?: string
}

/** Rows of one kind. Sorting, paging and filtering are the owner's, mostly in the URL. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, loading, cards = true } = props
  // Where nothing can be chosen, nothing offers to choose it.
  const selection = rows.length > 0 ? props.selection : undefined
  const width = columns.length + (selection ? 1 : 0)
  const isEmpty = rows.length === 0 && !loading
  return (
    <div className={cx('wb-table-frame', props.className)} tabIndex={cards ? undefined : 0}>
      <table
        role="table"
        className="wb-table"
        data-cards={cards || undefined}
        aria-busy={loading || undefined}
      >
        <caption className={props.captionVisible ? undefined : 'wb-hidden'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection && <SelectAll {...props} selection={selection} />}
            {columns.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {loading && rows.length === 0
            ? skeletonRows(width)
            : rows.map((row) => <TableRow key={props.rowKey(row)} row={row} table={props} />)}
          {isEmpty && <EmptyRow span={width}>{props.empty}</EmptyRow>}
        </tbody>
        {columns.some((column) => column.footer !== undefined) && rows.length > 0 && (
          <FooterRow columns={columns} leading={Boolean(selection)} />
        )}
      </table>
    </div>
  )
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort?: Sort | null
  onSort?: (sort: Sort) => void
}) {
  const direction = sort?.key === column.key ? sort.direction : undefined
  const sortable = column.sortable && onSort
  const next = direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th
      role="columnheader"
      scope="col"
      data-align={column.align}
      data-sortable={sortable ? '' : undefined}
      aria-sort={sortable ? (direction ?? 'none') : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className="wb-sort"
          onClick={() => onSort({ key: column.key, direction: next })}
        >
          {column.header}
          <SortMark direction={direction} />
        </button>
      ) : column.headerHidden ? (
        <VisuallyHidden>{column.header}</VisuallyHidden>
      ) : (
        column.header
      )}
    </th>
  )
}

function SortMark({ direction }: { direction?: Sort['direction'] }) {
  return (
    <svg viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
      <path d="M6 1 9.5 5h-7Z" opacity={direction === 'descending' ? 0.25 : direction ? 1 : 0.45} />
      <path d="M6 11 2.5 7h7Z" opacity={direction === 'ascending' ? 0.25 : direction ? 1 : 0.45} />
    </svg>
  )
}

function TableRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { columns, selection, rowKey } = table
  const t = useMessages(uiMessages)
  const key = rowKey(row)
  const selected = selection?.keys.has(key)
  return (
    <tr role="row" data-selected={selected || undefined}>
      {selection && (
        <td role="cell" className="wb-table-select" data-label="">
          {(selection.allows?.(key) ?? true) && (
            <input
              type="checkbox"
              aria-label={t('chooseRow', { name: table.rowName?.(row) ?? key })}
              checked={selected}
              onChange={() => selection.onChange(toggled(selection.keys, key))}
            />
          )}
        </td>
      )}
      {columns.map((column) => {
        const Cell = column.primary ? 'th' : 'td'
        return (
          <Cell
            key={column.key}
            role={column.primary ? 'rowheader' : 'cell'}
            scope={column.primary ? 'row' : undefined}
            data-align={column.align}
            data-label={column.headerHidden ? '' : column.header}
            data-primary={column.primary || undefined}
          >
            {column.cell(row)}
          </Cell>
        )
      })}
    </tr>
  )
}

function SelectAll<Row>({
  rows,
  rowKey,
  selection,
}: DataTableProps<Row> & { selection: Selection }) {
  const t = useMessages(uiMessages)
  const keys = rows.map(rowKey).filter((key) => selection.allows?.(key) ?? true)
  const chosen = keys.filter((key) => selection.keys.has(key)).length
  const all = keys.length > 0 && chosen === keys.length
  return (
    <th role="columnheader" scope="col" className="wb-table-select">
      <label className="wb-table-select-all">
        <input
          type="checkbox"
          aria-label={t('chooseAll')}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = chosen > 0 && !all
          }}
          onChange={() => selection.onChange(new Set(all ? [] : keys))}
        />
        <span aria-hidden="true">{t('chooseAll')}</span>
      </label>
    </th>
  )
}

function FooterRow<Row>({
  columns,
  leading,
}: {
  columns: readonly Column<Row>[]
  leading: boolean
}) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {leading && <td role="cell" />}
        {columns.map((column) => (
          <td
            key={column.key}
            role="cell"
            data-align={column.align}
            data-label={column.primary ? '' : column.header}
          >
            {column.footer}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function EmptyRow({ span, children }: { span: number; children?: ReactNode }) {
  const t = useMessages(uiMessages)
  return (
    <tr role="row" className="wb-table-empty">
      <td role="cell" colSpan={span} data-label="">
        {children ?? <p className="p-8 text-center text-ink-soft">{t('noRows')}</p>}
      </td>
    </tr>
  )
}

function skeletonRows(cells: number) {
  return Array.from({ length: 5 }, (_, row) => (
    <tr key={row} role="row">
      {Array.from({ length: cells }, (_, cell) => (
        <td key={cell} role="cell" data-label="">
          <Skeleton width={cell === 0 ? '70%' : '50%'} />
        </td>
      ))}
    </tr>
  ))
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
