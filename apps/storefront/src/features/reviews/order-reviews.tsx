import { useQuery } from '@tanstack/react-query'
import { reviews } from '@weibao/api-client/reviews'
import type { ReviewableLine } from '@weibao/contracts/review'
import {
  Button,
  Dialog,
  Panel,
  PhotoField,
  StarIcon,
  TextArea,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { Addition, ReviewPhotos } from './review-parts'
import { reviewsMessages } from './reviews.messages'
import { orderReviewsQuery, useAddToReview, useWriteReview } from './reviews.queries'
import { Stars } from './stars'

const MAX_PHOTOS = 6

/** Each line of a received order with what its buyer said of it, and the way to say it. */
export function OrderReviews({ orderId }: { orderId: string }) {
  const t = useMessages(reviewsMessages)
  const say = useBilingual()
  const lines = useQuery(orderReviewsQuery(orderId)).data?.items ?? []
  const [writing, setWriting] = useState<ReviewableLine | null>(null)
  const [adding, setAdding] = useState<ReviewableLine | null>(null)
  const shown = lines.filter(({ review, canWrite }) => review !== null || canWrite)
  if (shown.length === 0) return null
  return (
    <Panel title={t('orderTitle')}>
      <ul className="grid gap-4">
        {shown.map((line) => (
          <li key={line.orderLineId} className="grid gap-1">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {say(line.name)} <span className="text-sm text-ink-soft">{say(line.skuName)}</span>
              </span>
              <span className="flex gap-2">
                {line.canWrite && (
                  <Button tone="quiet" size="small" onClick={() => setWriting(line)}>
                    {t(line.review ? 'change' : 'write')}
                  </Button>
                )}
                {line.canAdd && (
                  <Button tone="quiet" size="small" onClick={() => setAdding(line)}>
                    {t('add')}
                  </Button>
                )}
              </span>
            </p>
            {line.review && <Written review={line.review} />}
          </li>
        ))}
      </ul>
      {writing && <ReviewDialog line={writing} onClose={() => setWriting(null)} />}
      {adding && <AdditionDialog line={adding} onClose={() => setAdding(null)} />}
    </Panel>
  )
}

function Written({ review }: { review: NonNullable<ReviewableLine['review']> }) {
  const t = useMessages(reviewsMessages)
  return (
    <>
      <Stars count={review.rating} />
      {review.text && <p className="whitespace-pre-line">{review.text}</p>}
      <ReviewPhotos photos={review.photos} author={review.author} />
      <Addition review={review} />
      {review.isHidden && <p className="text-sm text-madder">{t('hidden')}</p>}
      {review.answer && (
        <p className="rounded-control bg-paper-sunk px-3 py-2 text-sm whitespace-pre-line">
          <span className="font-semibold">{t('answer')}</span> {review.answer.text}
        </p>
      )}
    </>
  )
}

function ReviewDialog({ line, onClose }: { line: ReviewableLine; onClose: () => void }) {
  const t = useMessages(reviewsMessages)
  const say = useBilingual()
  const toast = useToast()
  const write = useWriteReview()
  const [rating, setRating] = useState(line.review?.rating ?? 0)
  const [photoIds, setPhotoIds] = useState<readonly string[]>(
    line.review?.photos.map(({ id }) => id) ?? [],
  )
  const [missing, setMissing] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(rating ? undefined : t('needRating'))
    if (!rating) return
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim()
    write.mutate(
      { orderLineId: line.orderLineId, rating, text, photoIds: [...photoIds] },
      {
        onSuccess: () => {
          toast({ text: t('published'), tone: 'good' })
          onClose()
        },
        onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('dialogTitle', { name: say(line.name) })}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <RatingChoice value={rating} onChange={setRating} error={missing} />
        <TextArea
          name="text"
          label={t('text')}
          help={t('textHelp')}
          optional
          rows={4}
          maxLength={500}
          defaultValue={line.review?.text ?? ''}
        />
        <LinePhotos orderLineId={line.orderLineId} ids={photoIds} onChange={setPhotoIds} />
        {line.review && (
          <p className="text-sm text-ink-soft">{t('publicNote', { author: line.review.author })}</p>
        )}
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={write.isPending}>
            {t('publish')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function AdditionDialog({ line, onClose }: { line: ReviewableLine; onClose: () => void }) {
  const t = useMessages(reviewsMessages)
  const say = useBilingual()
  const toast = useToast()
  const add = useAddToReview()
  const [photoIds, setPhotoIds] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim()
    const isEnough = [...text].length >= 2
    setMissing(isEnough ? undefined : t('needAddition'))
    if (!isEnough) return
    add.mutate(
      { id: line.review!.id, text, photoIds: [...photoIds] },
      {
        onSuccess: () => {
          toast({ text: t('added'), tone: 'good' })
          onClose()
        },
        onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('addTitle', { name: say(line.name) })}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{t('addText')}</p>
        <TextArea name="text" label={t('text')} error={missing} rows={4} maxLength={500} />
        <LinePhotos orderLineId={line.orderLineId} ids={photoIds} onChange={setPhotoIds} />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={add.isPending}>
            {t('publish')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface LinePhotosProps {
  readonly orderLineId: string
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

function LinePhotos({ orderLineId, ids, onChange }: LinePhotosProps) {
  const t = useMessages(reviewsMessages)
  return (
    <PhotoField
      upload={(file, onProgress) =>
        reviews.uploadPhoto({ params: { orderLineId }, file }, { onProgress })
      }
      path="/api/review-photos"
      help={t('photosHelp')}
      max={MAX_PHOTOS}
      errorText={errorText}
      ids={ids}
      onChange={onChange}
    />
  )
}

/** Five radio buttons that look like stars: arrow keys choose. */
function RatingChoice({
  value,
  onChange,
  error,
}: {
  value: number
  onChange: (rating: number) => void
  error: string | undefined
}) {
  const t = useMessages(reviewsMessages)
  return (
    <fieldset aria-describedby={error ? 'rating-error' : undefined}>
      <legend className="wb-label">{t('rating')}</legend>
      <div className="flex">
        {[1, 2, 3, 4, 5].map((n) => (
          <label
            key={n}
            className="grid size-11 cursor-pointer place-items-center rounded-control text-honey-ink has-focus-visible:outline-2 has-focus-visible:outline-indigo"
          >
            <span className="wb-hidden">{t('stars', { count: n })}</span>
            <input
              type="radio"
              name="rating"
              value={n}
              className="wb-hidden"
              checked={value === n}
              onChange={() => onChange(n)}
            />
            <StarIcon className={`size-7 ${n <= value ? 'fill-current' : 'opacity-40'}`} />
          </label>
        ))}
      </div>
      {error && (
        <p id="rating-error" role="alert" className="wb-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
