import type { DemandSheetCheck } from '@weibao/contracts/demand-sheet'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Field,
  ForbiddenState,
  Notice,
  Panel,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { saveFile } from '../../lib/save-file'
import { useTitle } from '../../lib/use-title'
import { demandSheetsMessages } from './demand-sheets.messages'
import {
  useCheckSheet,
  useImportSheet,
  useMarkedSheet,
  useSheetTemplate,
} from './demand-sheets.queries'
import { PlannedDemands, SheetErrors } from './sheet-findings'

const MOST_BYTES = 1024 * 1024

/** Template, dry run, then one import of what was shown. */
export function DemandSheetPage() {
  const t = useMessages(demandSheetsMessages)
  useTitle(t('title'))
  const { organisationId, base, can } = useActing()
  const [percent, setPercent] = useState<number | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const check = useCheckSheet(organisationId, setPercent)
  const checkIt = (chosen: File) => {
    setFile(chosen)
    check.mutate(chosen, { onSettled: () => setPercent(null) })
  }
  if (!can('demand:manage')) return <ForbiddenState level={1} />
  return (
    <div className="grid max-w-5xl grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('demands'), href: `${base}/demands` }, { label: t('title') }]}
      />
      <h1>{t('title')}</h1>
      <p className="text-ink-soft">{t('lead')}</p>
      <TemplatePanel buyerId={organisationId} />
      <Panel title={t('stepUpload')}>
        <UploadForm
          onFile={checkIt}
          onOther={check.reset}
          isBusy={check.isPending}
          percent={percent}
          problem={check.error ? problemText(check.error) : undefined}
        />
      </Panel>
      {check.data && file && (
        <Panel title={t('stepResult')}>
          <Findings check={check.data} file={file} buyerId={organisationId} />
        </Panel>
      )}
    </div>
  )
}

function TemplatePanel({ buyerId }: { buyerId: string }) {
  const t = useMessages(demandSheetsMessages)
  const toast = useToast()
  const template = useSheetTemplate(buyerId)
  const download = (format: 'xlsx' | 'csv') =>
    template.mutate(format, {
      onSuccess: (blob) => saveFile(blob, `${t('templateName')}.${format}`),
      onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
    })
  const isBusy = (format: string) => template.isPending && template.variables === format
  return (
    <Panel title={t('stepTemplate')}>
      <p className="mb-3 text-sm text-ink-soft">{t('templateHelp')}</p>
      <div className="flex flex-wrap gap-3">
        <Button tone="quiet" busy={isBusy('xlsx')} onClick={() => download('xlsx')}>
          {t('templateXlsx')}
        </Button>
        <Button tone="plain" busy={isBusy('csv')} onClick={() => download('csv')}>
          {t('templateCsv')}
        </Button>
      </div>
    </Panel>
  )
}

interface UploadFormProps {
  readonly onFile: (file: File) => void
  /** Another file is chosen: what was found is of the one before. */
  readonly onOther: () => void
  readonly isBusy: boolean
  readonly percent: number | null
  readonly problem: string | undefined
}

function UploadForm({ onFile, onOther, isBusy, percent, problem }: UploadFormProps) {
  const t = useMessages(demandSheetsMessages)
  const [file, setFile] = useState<File | null>(null)
  const [fault, setFault] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = !file?.size ? t('needFile') : file.size > MOST_BYTES ? t('tooLarge') : undefined
    setFault(found)
    if (file && !found) onFile(file)
  }
  const progress =
    percent === null ? '' : percent < 100 ? t('uploading', { percent }) : t('checking')
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label={t('file')} help={t('fileHelp')} error={fault ?? problem}>
        {(control) => (
          <input
            {...control}
            type="file"
            name="file"
            accept=".xlsx,.csv,text/csv"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              setFault(undefined)
              onOther()
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" busy={isBusy}>
          {t('check')}
        </Button>
        <p role="status" className="text-sm text-ink-soft">
          {progress}
        </p>
      </div>
    </form>
  )
}

interface FindingsProps {
  readonly check: DemandSheetCheck
  readonly file: File
  readonly buyerId: string
}

function Findings({ check, file, buyerId }: FindingsProps) {
  const t = useMessages(demandSheetsMessages)
  const { day } = useFormats()
  const toast = useToast()
  const marked = useMarkedSheet(buyerId)
  const { base } = useActing()
  if (check.imported) {
    const { importedAt, demands } = check.imported
    return (
      <div className="grid justify-items-start gap-4">
        <Notice tone="info">
          {t('before', { day: day(importedAt), demands: demands.length })}
        </Notice>
        <ButtonLink tone="quiet" href={`${base}/demands`}>
          {t('see')}
        </ButtonLink>
      </div>
    )
  }
  if (check.errorCount === 0) return <Import check={check} file={file} buyerId={buyerId} />
  return (
    <SheetErrors
      check={check}
      isMarking={marked.isPending}
      onMarked={() =>
        marked.mutate(file, {
          onSuccess: (blob) => saveFile(blob, `${t('markedName')}.xlsx`),
          onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
        })
      }
    />
  )
}

function Import({ check, file, buyerId }: FindingsProps) {
  const t = useMessages(demandSheetsMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const { base } = useActing()
  const [percent, setPercent] = useState<number | null>(null)
  const send = useImportSheet(buyerId, setPercent)
  const demands = check.demands.length
  const confirm = () =>
    send.mutate(
      { file, digest: check.digest },
      {
        onSuccess: (made) => {
          toast({ text: t('imported', { demands: made.demands.length }), tone: 'good' })
          void navigate(`${base}/demands`)
        },
        onSettled: () => setPercent(null),
      },
    )
  return (
    <div className="grid gap-4">
      <Notice tone="good">{t('right', { rows: check.rowCount, demands })}</Notice>
      <PlannedDemands demands={check.demands} />
      {send.error && <Notice tone="problem">{problemText(send.error)}</Notice>}
      <div className="flex flex-wrap items-center gap-4">
        <Button busy={send.isPending} onClick={confirm}>
          {t('import', { demands })}
        </Button>
        <p role="status" className="text-sm text-ink-soft">
          {percent === null ? '' : t('uploading', { percent })}
        </p>
      </div>
    </div>
  )
}
