import { useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import type { SheetImported, SheetPlan } from '@weibao/contracts/sheet'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Notice,
  Panel,
  Spinner,
  UploadIcon,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { sheetImportMessages } from './sheet-import.messages'
import { ErrorTable } from './error-table'
import { PlanTable } from './sheet-plan'

export interface SheetImportProps {
  readonly title: string
  readonly lead: string
  /** The list that is imported into. */
  readonly list: { readonly href: string; readonly label: string }
  /** Address of the routes below `/api`, for the downloads; none: nothing to download. */
  readonly address: string
  /** What the filled template holds; the rows that there are unless said. */
  readonly filled?: string
  readonly check: (file: File) => Promise<SheetPlan>
  readonly save: (file: File, fingerprint: string) => Promise<SheetImported>
  /** Query keys that are asked anew after an import. */
  readonly changes: readonly string[]
}

/** Template, dry run, preview, one confirmed import: the same for everything that comes by sheet. */
export function SheetImport(props: SheetImportProps) {
  const t = useMessages(sheetImportMessages)
  const { title, lead, list, address, filled = t('filled') } = props
  useTitle(title)
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs trail={[{ label: list.label, href: list.href }, { label: title }]} />
      <div>
        <h1>{title}</h1>
        <p className="text-ink-soft">{lead}</p>
      </div>
      <Panel title={t('stepTemplate')} note={t('templateText')}>
        <ul className="flex flex-wrap gap-x-6 gap-y-3">
          {(
            [
              [t('emptySheet'), 'xlsx', ''],
              [t('emptySheet'), 'csv', ''],
              [filled, 'xlsx', '&filled=true'],
              [filled, 'csv', '&filled=true'],
            ] as const
          ).map(([what, format, query]) => (
            <li key={format + query}>
              <a
                className="wb-link"
                href={`/api${address}/template?format=${format}${query}`}
                download
              >
                {t('sheetAs', { what, format })}
              </a>
            </li>
          ))}
        </ul>
      </Panel>
      <Upload {...props} />
    </div>
  )
}

function Upload({ check, save, changes, list }: SheetImportProps) {
  const t = useMessages(sheetImportMessages)
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const checking = useMutation({ mutationFn: check })
  const saving = useMutation({
    mutationFn: ({ file: sent, fingerprint }: { file: File; fingerprint: string }) =>
      save(sent, fingerprint),
    onSuccess: () =>
      Promise.all(changes.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  const take = (chosen: File | null) => {
    setFile(chosen)
    saving.reset()
    checking.reset()
    if (chosen) checking.mutate(chosen)
  }
  if (saving.data) return <Done outcome={saving.data} list={list} onMore={() => take(null)} />
  return (
    <>
      <Panel title={t('stepCheck')} note={t('checkText')}>
        <Choose file={file} isBusy={checking.isPending} onTake={take} />
        {file && checking.isPending && (
          <p role="status" className="mt-3 flex items-center gap-2">
            <Spinner label={t('checking', { name: file.name })} />
            {t('checking', { name: file.name })}
          </p>
        )}
        {checking.error && (
          <Notice tone="problem" className="mt-3">
            {problemText(checking.error)}
          </Notice>
        )}
      </Panel>
      {file && checking.data && (
        <Result
          name={file.name}
          plan={checking.data}
          isBusy={saving.isPending}
          error={saving.error}
          onImport={() => saving.mutate({ file, fingerprint: checking.data.fingerprint })}
        />
      )}
    </>
  )
}

function Choose({
  file,
  isBusy,
  onTake,
}: {
  file: File | null
  isBusy: boolean
  onTake: (file: File | null) => void
}) {
  const t = useMessages(sheetImportMessages)
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? []
    // The same file, edited, is chosen again.
    target.value = ''
    if (chosen) onTake(chosen)
  }
  const drop = (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault()
    const [dropped] = event.dataTransfer.files
    if (dropped && !isBusy) onTake(dropped)
  }
  return (
    <div
      className="flex flex-wrap items-center gap-3 rounded-control border border-dashed border-line p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,text/csv"
        aria-label={t('choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={choose}
      />
      <Button
        tone={file ? 'quiet' : 'primary'}
        icon={UploadIcon}
        busy={isBusy}
        onClick={() => input.current?.click()}
      >
        {file ? t('again') : t('choose')}
      </Button>
      {file && !isBusy && (
        <Button tone="quiet" onClick={() => onTake(file)}>
          {t('recheck')}
        </Button>
      )}
      <span className="text-sm text-ink-soft">{t('orDrop')}</span>
    </div>
  )
}

function Result({
  name,
  plan,
  isBusy,
  error,
  onImport,
}: {
  name: string
  plan: SheetPlan
  isBusy: boolean
  error: unknown
  onImport: () => void
}) {
  const t = useMessages(sheetImportMessages)
  const { dayTime, number } = useFormats()
  const { counts } = plan
  const heading = t('checked', { name, count: number(plan.rowCount) })
  if (plan.importedAt)
    return <Notice tone="info">{t('before', { time: dayTime(plan.importedAt) })}</Notice>
  if (plan.errorCount > 0)
    return (
      <Panel title={t('wrongTitle', { count: number(plan.errorCount) })} note={heading}>
        <Notice tone="problem" className="mb-3">
          {t('wrongText')}
          {plan.errorCount > plan.errors.length &&
            ` ${t('wrongFirst', { shown: plan.errors.length })}`}
        </Notice>
        <ErrorTable errors={plan.errors} />
      </Panel>
    )
  const count = counts.made + counts.changed
  return (
    <Panel title={t('stepImport')} note={heading}>
      {count === 0 ? (
        <Notice tone="info" title={t('nothing')}>
          {t('nothingText')}
        </Notice>
      ) : (
        <div className="grid grid-cols-1 gap-4">
          <PlanTable plan={plan} />
          {Boolean(error) && <Notice tone="problem">{problemText(error)}</Notice>}
          <Button className="justify-self-start" busy={isBusy} onClick={onImport}>
            {t('import', { count: number(count) })}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function Done({
  outcome,
  list,
  onMore,
}: {
  outcome: SheetImported
  list: SheetImportProps['list']
  onMore: () => void
}) {
  const t = useMessages(sheetImportMessages)
  return (
    <Panel title={t('doneTitle')}>
      <div role="status">
        <Notice tone={outcome.isRepeated ? 'info' : 'good'}>
          {outcome.isRepeated ? t('repeated') : t('done', outcome.counts)}
        </Notice>
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={list.href}>{t('toList')}</ButtonLink>
        <Button tone="quiet" onClick={onMore}>
          {t('more')}
        </Button>
      </div>
    </Panel>
  )
}
