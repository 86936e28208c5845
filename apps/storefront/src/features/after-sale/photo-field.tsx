import { Button, PlusIcon, TrashIcon, useMessages, useToast } from '@weibao/ui'
import { useRef, useState, type ChangeEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { afterSaleMessages } from './after-sale.messages'

const MAX_PHOTOS = 6

interface PhotoFieldProps {
  /** Where photographs go, and under which path they are looked at. */
  readonly upload: (
    file: File,
    onProgress: (share: number) => void,
  ) => Promise<{ readonly id: string }>
  readonly path: string
  readonly help?: string
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Photographs from the phone, sent one after the other as they are chosen. */
export function PhotoField({ upload, path, help, ids, onChange }: PhotoFieldProps) {
  const t = useMessages(afterSaleMessages)
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const send = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, MAX_PHOTOS - ids.length)
    event.target.value = ''
    let kept = ids
    for (const file of files) {
      setPercent(0)
      const sent = await upload(file, (share) => setPercent(Math.round(share * 100))).catch(
        (error: unknown) => {
          toast({ text: errorText(error), tone: 'problem' })
          return null
        },
      )
      if (!sent) break
      kept = [...kept, sent.id]
      onChange(kept)
    }
    setPercent(null)
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="wb-label">{t('photosTitle')}</legend>
      <p className="text-sm text-ink-soft">{help ?? t('photosHelp', { max: MAX_PHOTOS })}</p>
      <ul className="flex flex-wrap gap-2">
        {ids.map((id, index) => (
          <li key={id} className="relative">
            <img
              src={`${path}/${id}`}
              alt={t('photo', { n: index + 1 })}
              className="size-20 rounded-control bg-mist object-cover"
            />
            <button
              type="button"
              aria-label={t('removePhoto', { n: index + 1 })}
              onClick={() => onChange(ids.filter((each) => each !== id))}
              className="absolute -top-2 -right-2 grid size-11 place-items-center"
            >
              <span className="grid size-7 place-items-center rounded-full bg-ink text-paper">
                <TrashIcon className="size-4" />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm">
        {percent === null ? '' : t('uploading', { percent })}
      </p>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        className="wb-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => void send(event)}
      />
      <Button
        tone="quiet"
        icon={PlusIcon}
        className="justify-self-start"
        busy={percent !== null}
        disabled={ids.length >= MAX_PHOTOS}
        onClick={() => input.current?.click()}
      >
        {t('addPhoto')}
      </Button>
    </fieldset>
  )
}
