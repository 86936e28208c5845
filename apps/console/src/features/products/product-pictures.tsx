import type { ManagedProduct } from '@weibao/contracts/product-management'
import {
  ArrowLeftIcon,
  ArrowRightIcon,
  Button,
  IconButton,
  Meter,
  Notice,
  Panel,
  TextField,
  TrashIcon,
  UploadIcon,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useRef, useState, type ChangeEvent } from 'react'
import { problemText } from '../../lib/form'
import { picturesMessages } from './pictures.messages'
import { useAddPicture, useArrangePictures } from './products.queries'

type Picture = ManagedProduct['pictures'][number]
const MOST = 8

/** Photographs of a product: taken in one after the other, put in order, described, removed. */
export function ProductPictures({
  product,
  cooperativeId,
}: {
  product: ManagedProduct
  cooperativeId: string
}) {
  const t = useMessages(picturesMessages)
  const arrange = useArrangePictures(cooperativeId, product.id)
  const { pictures } = product
  const put = (next: readonly Picture[]) => arrange.mutate(next.map(({ id, alt }) => ({ id, alt })))
  const move = (from: number, to: number) => {
    const next = [...pictures]
    next.splice(to, 0, ...next.splice(from, 1))
    put(next)
  }
  return (
    <Panel title={t('title')} note={t('note', { most: MOST })}>
      <div className="grid gap-4">
        {arrange.error && <Notice tone="problem">{problemText(arrange.error)}</Notice>}
        {pictures.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
        <ul className="grid gap-4 sm:grid-cols-2">
          {pictures.map((picture, index) => (
            <li key={picture.id} className="grid content-start gap-2">
              <img
                src={`${picture.base}-wide-960.webp`}
                alt={picture.alt.zh}
                width={480}
                height={360}
                loading="lazy"
                className="aspect-4/3 w-full rounded-control bg-mist object-cover"
              />
              <div className="flex items-center gap-1">
                <span className="mr-auto text-sm text-ink-soft">
                  {index === 0 ? t('first') : t('number', { number: index + 1 })}
                </span>
                <IconButton
                  icon={ArrowLeftIcon}
                  label={t('earlier', { number: index + 1 })}
                  disabled={index === 0 || arrange.isPending}
                  onClick={() => move(index, index - 1)}
                />
                <IconButton
                  icon={ArrowRightIcon}
                  label={t('later', { number: index + 1 })}
                  disabled={index === pictures.length - 1 || arrange.isPending}
                  onClick={() => move(index, index + 1)}
                />
                <IconButton
                  icon={TrashIcon}
                  label={t('remove', { number: index + 1 })}
                  disabled={arrange.isPending}
                  onClick={() => put(pictures.filter(({ id }) => id !== picture.id))}
                />
              </div>
              <Texts
                key={`${picture.id}${picture.alt.zh}${picture.alt.en}`}
                picture={picture}
                isBusy={arrange.isPending}
                onSave={(alt) =>
                  put(pictures.map((each) => (each.id === picture.id ? { ...each, alt } : each)))
                }
              />
            </li>
          ))}
        </ul>
        {pictures.length < MOST && <Upload product={product} cooperativeId={cooperativeId} />}
      </div>
    </Panel>
  )
}

function Texts({
  picture,
  isBusy,
  onSave,
}: {
  picture: Picture
  isBusy: boolean
  onSave: (alt: Picture['alt']) => void
}) {
  const t = useMessages(picturesMessages)
  const [alt, setAlt] = useState(picture.alt)
  const isChanged = alt.zh !== picture.alt.zh || alt.en !== picture.alt.en
  return (
    <div className="grid gap-2">
      <TextField
        label={t('altZh')}
        maxLength={120}
        value={alt.zh}
        onChange={(event) => setAlt({ ...alt, zh: event.target.value })}
      />
      <TextField
        label={t('altEn')}
        maxLength={200}
        value={alt.en}
        onChange={(event) => setAlt({ ...alt, en: event.target.value })}
      />
      {isChanged && (
        <Button
          size="small"
          tone="quiet"
          className="justify-self-start"
          busy={isBusy}
          onClick={() => onSave(alt)}
        >
          {t('saveAlt')}
        </Button>
      )}
    </div>
  )
}

/** One file after the other, so that a weak line carries one at a time; what failed says why. */
function Upload({ product, cooperativeId }: { product: ManagedProduct; cooperativeId: string }) {
  const t = useMessages(picturesMessages)
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const add = useAddPicture(cooperativeId, product.id)
  const [share, setShare] = useState<{ name: string; done: number } | null>(null)
  const [failed, setFailed] = useState<string[]>([])
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])].slice(0, MOST - product.pictures.length)
    target.value = ''
    setFailed([])
    let added = 0
    for (const file of files) {
      setShare({ name: file.name, done: 0 })
      const onProgress = (done: number) => setShare({ name: file.name, done })
      await add.mutateAsync({ file, onProgress }).then(
        () => added++,
        (error: unknown) => setFailed((all) => [...all, `${file.name}：${problemText(error)}`]),
      )
    }
    setShare(null)
    if (added > 0) toast({ text: t('added', { count: added }), tone: 'good' })
  }
  return (
    <div className="grid justify-items-start gap-3">
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        aria-label={t('choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void take(event)}
      />
      <Button
        tone="quiet"
        icon={UploadIcon}
        busy={share !== null}
        onClick={() => input.current?.click()}
      >
        {t('add')}
      </Button>
      {share && (
        <div className="w-full max-w-md" role="status">
          <Meter
            label={t(share.done < 1 ? 'sending' : 'working', { name: share.name })}
            value={Math.round(share.done * 100)}
            max={100}
          />
        </div>
      )}
      {failed.map((text) => (
        <Notice key={text} tone="problem">
          {text}
        </Notice>
      ))}
    </div>
  )
}
