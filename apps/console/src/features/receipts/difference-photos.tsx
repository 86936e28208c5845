import { afterSales } from '@weibao/api-client/after-sales'
import { MAX_DIFFERENCE_PHOTOS } from '@weibao/contracts/goods-receipt'
import { Button, PlusIcon, TrashIcon, useMessages, useToast } from '@weibao/ui'
import { useRef, useState, type ChangeEvent } from 'react'
import { problemText } from '../../lib/form'
import { receiptsMessages } from './receipts.messages'

/** Photographs of what is short or damaged of a line, sent one after the other as they are taken. */
export function DifferencePhotos({
  orderId,
  name,
  ids,
  onChange,
}: {
  readonly orderId: string
  readonly name: string
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  const t = useMessages(receiptsMessages)
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const send = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, MAX_DIFFERENCE_PHOTOS - ids.length)
    event.target.value = ''
    let kept = ids
    try {
      for (const file of files) {
        setPercent(0)
        const onProgress = (share: number) => setPercent(Math.round(share * 100))
        const { id } = await afterSales.uploadPhoto(
          { params: { id: orderId }, file },
          { onProgress },
        )
        kept = [...kept, id]
        onChange(kept)
      }
    } catch (error) {
      toast({ text: problemText(error), tone: 'problem' })
    }
    setPercent(null)
  }
  return (
    <fieldset className="grid gap-2" aria-label={t('photosOf', { name })}>
      <legend className="wb-label">{t('photos')}</legend>
      <p className="text-sm text-ink-soft">{t('photosHelp', { max: MAX_DIFFERENCE_PHOTOS })}</p>
      {ids.length > 0 && (
        <ul className="flex flex-wrap gap-2 pt-2">
          {ids.map((id, index) => (
            <li key={id} className="relative">
              <img
                src={`/api/after-sale-photos/${id}`}
                alt={t('photo', { name, n: index + 1 })}
                className="size-20 rounded-control bg-mist object-cover"
              />
              <button
                type="button"
                aria-label={t('removePhoto', { name, n: index + 1 })}
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
        disabled={ids.length >= MAX_DIFFERENCE_PHOTOS}
        onClick={() => input.current?.click()}
      >
        {t('addPhoto')}
      </Button>
    </fieldset>
  )
}
