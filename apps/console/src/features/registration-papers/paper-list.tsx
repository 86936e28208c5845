import type { RegistrationPaperView } from '@weibao/contracts/registration-paper'
import { Button, useFormats, useMessages } from '@weibao/ui'
import { registrationPapersMessages } from './registration-papers.messages'

/** Papers with their pictures: a photograph is read here, a PDF is saved and opened. */
export function PaperList({
  papers,
  onRemove,
}: {
  papers: readonly RegistrationPaperView[]
  onRemove?: ((id: string) => void) | undefined
}) {
  const t = useMessages(registrationPapersMessages)
  const { day } = useFormats()
  return (
    <ul className="grid gap-3">
      {papers.map(({ id, fileId, name, type, uploadedAt }) => (
        <li key={id} className="grid gap-2 border-t border-line pt-3 first:border-0 first:pt-0">
          {type === 'image/webp' && (
            <img
              src={`/api/files/${fileId}`}
              alt={t('page', { name })}
              loading="lazy"
              className="max-h-[70vh] w-full rounded-control bg-mist object-contain"
            />
          )}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="min-w-0">
              <span className="block break-all">{name}</span>
              <span className="block text-sm text-ink-soft">
                {t('uploadedOn', { day: day(uploadedAt, 'always') })}
              </span>
            </span>
            <span className="flex items-center gap-3">
              <a className="wb-link" href={`/api/files/${fileId}`} download>
                {t('save')}
                <span className="sr-only"> {name}</span>
              </a>
              {onRemove && (
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={t('takeOffOf', { name })}
                  onClick={() => onRemove(id)}
                >
                  {t('takeOff')}
                </Button>
              )}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
