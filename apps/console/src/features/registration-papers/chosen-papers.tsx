import { MAX_REGISTRATION_PAPERS } from '@weibao/contracts/registration-paper'
import { Button, Panel, useMessages } from '@weibao/ui'
import { ChooseFiles } from './choose-files'
import { registrationPapersMessages } from './registration-papers.messages'

/** Papers chosen with an application that is still to be sent. */
export function ChosenPapers({
  files,
  error,
  onChange,
}: {
  files: readonly File[]
  error: string | undefined
  onChange: (files: readonly File[]) => void
}) {
  const t = useMessages(registrationPapersMessages)
  return (
    <Panel title={t('title')} note={t('note')}>
      <div className="grid gap-3">
        {files.length > 0 && (
          <ul className="grid gap-2">
            {files.map((file, index) => (
              <li
                key={`${index}:${file.name}`}
                className="flex flex-wrap items-center justify-between gap-3"
              >
                <span className="min-w-0 break-all">{file.name}</span>
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={t('takeOffOf', { name: file.name })}
                  onClick={() => onChange(files.filter((_, at) => at !== index))}
                >
                  {t('takeOff')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <ChooseFiles
          id="organisation-papers"
          label={t('choose')}
          describedBy="organisation-papers-help"
          disabled={files.length >= MAX_REGISTRATION_PAPERS}
          onChoose={(more) => onChange([...files, ...more].slice(0, MAX_REGISTRATION_PAPERS))}
        />
        <div id="organisation-papers-help" className="text-sm">
          {error && <p className="text-madder">{error}</p>}
          <p className="text-ink-soft">{t('help', { max: MAX_REGISTRATION_PAPERS })}</p>
        </div>
      </div>
    </Panel>
  )
}
