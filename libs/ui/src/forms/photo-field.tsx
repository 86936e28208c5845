import { useRef, useState, type ChangeEvent } from 'react'
import { Button } from '../actions/button'
import { useToast } from '../feedback/toasts'
import { useMessages } from '../i18n/i18n'
import { PlusIcon, TrashIcon } from '../icons/icons'
import { photoFieldMessages } from './photo-field.messages'

export interface PhotoFieldProps {
  /** Where photographs go, and under which path they are looked at. */
  readonly upload: (
    file: File,
    onProgress: (share: number) => void,
  ) => Promise<{ readonly id: string }>
  readonly path: string
  readonly help: string
  readonly max: number
  /** What they show, where a page asks for photographs of several things. */
  readonly name?: string
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  /** What to say when one cannot be sent. */
  readonly errorText: (error: unknown) => string
}

/** Photographs from the phone, sent one after the other as they are chosen. */
export function PhotoField({ path, help, max, name, ids, onChange, ...sending }: PhotoFieldProps) {
  const t = useMessages(photoFieldMessages)
  const input = useRef<HTMLInputElement>(null)
  const { percent, send } = useSending({ ...sending, max, ids, onChange })
  return (
    <fieldset className="grid gap-2" aria-label={name ? t('titleOf', { name }) : undefined}>
      <legend className="wb-label">{t('title')}</legend>
      <p className="text-sm text-ink-soft">{help}</p>
      {ids.length > 0 && (
        <ul className="flex flex-wrap gap-2 pt-2">
          {ids.map((id, index) => (
            <SentPhoto
              key={id}
              src={`${path}/${id}`}
              n={index + 1}
              name={name}
              onRemove={() => onChange(ids.filter((each) => each !== id))}
            />
          ))}
        </ul>
      )}
      <p role="status" className="text-sm empty:hidden">
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
        disabled={ids.length >= max}
        onClick={() => input.current?.click()}
      >
        {t('add')}
      </Button>
    </fieldset>
  )
}

type Sending = Pick<PhotoFieldProps, 'upload' | 'max' | 'ids' | 'onChange' | 'errorText'>

function useSending({ upload, max, ids, onChange, errorText }: Sending) {
  const toast = useToast()
  const [percent, setPercent] = useState<number | null>(null)
  const send = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, max - ids.length)
    event.target.value = ''
    let kept = ids
    try {
      for (const file of files) {
        setPercent(0)
        const { id } = await upload(file, (share) => setPercent(Math.round(share * 100)))
        kept = [...kept, id]
        onChange(kept)
      }
    } catch (error) {
      toast({ text: errorText(error), tone: 'problem' })
    }
    setPercent(null)
  }
  return { percent, send }
}

interface SentPhotoProps {
  readonly src: string
  readonly n: number
  readonly name: string | undefined
  readonly onRemove: () => void
}

function SentPhoto({ src, n, name, onRemove }: SentPhotoProps) {
  const t = useMessages(photoFieldMessages)
  return (
    <li className="relative">
      <img
        src={src}
        alt={name ? t('photoOf', { name, n }) : t('photo', { n })}
        className="size-20 rounded-control bg-mist object-cover"
      />
      <button
        type="button"
        aria-label={name ? t('removeOf', { name, n }) : t('remove', { n })}
        onClick={onRemove}
        className="absolute -top-2 -right-2 grid size-11 place-items-center"
      >
        <span className="grid size-7 place-items-center rounded-full bg-ink text-paper">
          <TrashIcon className="size-4" />
        </span>
      </button>
    </li>
  )
}
