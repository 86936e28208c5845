import { Button, ConfirmDialog, DownloadIcon, Notice, useFormats, useMessages } from '@weibao/ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { saveFile } from './save-file'
import { settlementsMessages } from './settlements.messages'

interface Sum {
  readonly count: number
  readonly amountFen: number
}

/** What an act on many settlements has done. */
export type Outcome =
  | (Sum & { readonly kind: 'run'; readonly period: string })
  | (Sum & { readonly kind: 'file'; readonly fileNumber: string; readonly csv: string })

/** Stays on the page until it is dismissed; the focus comes here, because the dialog is gone. */
export function OutcomeNotice({
  outcome,
  onShowMonth,
  onDismiss,
}: {
  outcome: Outcome
  onShowMonth: (period: string) => void
  onDismiss: () => void
}) {
  const t = useMessages(settlementsMessages)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [outcome])
  const dismiss = (
    <Button tone="plain" size="small" onClick={onDismiss}>
      {t('dismiss')}
    </Button>
  )
  return (
    <div ref={place} tabIndex={-1} role="status" className="outline-none">
      {outcome.kind === 'file' ? (
        <FileOutcome file={outcome}>{dismiss}</FileOutcome>
      ) : (
        <RunOutcome run={outcome} onShowMonth={onShowMonth}>
          {dismiss}
        </RunOutcome>
      )}
    </div>
  )
}

function FileOutcome({
  file,
  children,
}: {
  file: Extract<Outcome, { kind: 'file' }>
  children: ReactNode
}) {
  const t = useMessages(settlementsMessages)
  const { money } = useFormats()
  const [isSaved, setSaved] = useState(false)
  const { fileNumber: number, count, amountFen, csv } = file
  return (
    <Notice tone="good" title={t('fileDone', { number, count, amount: money(amountFen) })}>
      <p>{t('fileKeep')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          icon={DownloadIcon}
          size="small"
          tone={isSaved ? 'quiet' : 'primary'}
          onClick={() => {
            saveFile(`${number}.csv`, csv)
            setSaved(true)
          }}
        >
          {t(isSaved ? 'fileAgain' : 'fileDownload', { number })}
        </Button>
        {isSaved && children}
      </div>
      {!isSaved && <UnsavedGuard />}
    </Notice>
  )
}

/** The file is nowhere else: whoever leaves without it is asked first. */
function UnsavedGuard() {
  const t = useMessages(settlementsMessages)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
  )
  useBeforeUnload((event) => event.preventDefault())
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      tone="danger"
      title={t('unsavedTitle')}
      cancelLabel={t('unsavedStay')}
      confirmLabel={t('unsavedLeave')}
    >
      <p>{t('unsavedText')}</p>
    </ConfirmDialog>
  )
}

function RunOutcome({
  run,
  onShowMonth,
  children,
}: {
  run: Extract<Outcome, { kind: 'run' }>
  onShowMonth: (period: string) => void
  children: ReactNode
}) {
  const t = useMessages(settlementsMessages)
  const formats = useFormats()
  const month = formats.month(`${run.period}-15`)
  if (run.count === 0)
    return (
      <Notice title={t('runNothing', { month })}>
        <p>{t('runNothingText')}</p>
        {children}
      </Notice>
    )
  const amount = formats.money(run.amountFen)
  return (
    <Notice tone="good" title={t('runDone', { month, count: run.count, amount })}>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button tone="quiet" size="small" onClick={() => onShowMonth(run.period)}>
          {t('runShow', { month })}
        </Button>
        {children}
      </div>
    </Notice>
  )
}
