import type { ManagedReview } from '@weibao/contracts/review'
import {
  Button,
  DateText,
  Dialog,
  EmptyState,
  FormErrorSummary,
  StarIcon,
  StateTag,
  TextArea,
  TextLink,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { KeysetPager } from '../../lib/keyset-pager'
import { reviewsMessages } from './reviews.messages'
import { useReviewAct, type ReviewAct } from './reviews.queries'

interface ReviewListProps {
  readonly reviews: readonly ManagedReview[]
  readonly nextCursor: string | null
  readonly actsOf: (review: ManagedReview) => readonly ReviewAct[]
}

/** Reviews one below the other, each with what may be done about it. */
export function ReviewList({ reviews, nextCursor, actsOf }: ReviewListProps) {
  const t = useMessages(reviewsMessages)
  const [asked, setAsked] = useState<{ review: ManagedReview; act: ReviewAct } | null>(null)
  return (
    <div className="wb-panel">
      {reviews.length === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      <ul className="divide-y divide-line">
        {reviews.map((review) => (
          <li key={review.id} className="grid gap-2 px-4 py-4">
            <ReviewHead review={review} />
            <p className={review.text ? 'max-w-prose whitespace-pre-line' : 'text-ink-soft'}>
              {review.text || t('noText')}
            </p>
            <Photos photos={[...review.photos, ...(review.addition?.photos ?? [])]} />
            {review.addition && (
              <p className="max-w-prose border-l-2 border-honey pl-3 whitespace-pre-line">
                <span className="font-semibold">{t('addition')}</span> {review.addition.text}
              </p>
            )}
            {review.answer && (
              <p className="max-w-prose rounded-control bg-paper-sunk px-3 py-2 text-sm whitespace-pre-line">
                <span className="font-semibold">{t('yourAnswer')}</span> {review.answer.text}
              </p>
            )}
            {review.isHidden && (
              <p className="text-sm text-madder">
                {t('hiddenBecause', { reason: review.hiddenReason })}
              </p>
            )}
            <div className="flex gap-2">
              {actsOf(review).map((act) => (
                <Button
                  key={act}
                  size="small"
                  tone={act === 'answer' ? 'primary' : 'quiet'}
                  onClick={() => setAsked({ review, act })}
                >
                  {t(act)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <KeysetPager nextCursor={nextCursor} />
      {asked && <ReviewDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Photos({ photos }: { photos: ManagedReview['photos'] }) {
  const t = useMessages(reviewsMessages)
  if (photos.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {photos.map(({ id }, index) => (
        <li key={id}>
          <a href={`/api/review-photos/${id}`} target="_blank" rel="noreferrer">
            <img
              src={`/api/review-photos/${id}`}
              alt={t('photo', { n: index + 1 })}
              loading="lazy"
              className="size-20 rounded-control bg-mist object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

function ReviewHead({ review }: { review: ManagedReview }) {
  const t = useMessages(reviewsMessages)
  const say = useBilingual()
  const { base } = useActing()
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
      <span className="inline-flex items-center gap-1 font-semibold text-ink">
        <StarIcon className="size-4 fill-current text-honey-ink" />
        {t('stars', { count: review.rating })}
      </span>
      <a className="wb-link" href={`/products/${review.productSlug}`}>
        {say(review.productName)} {say(review.skuName)}
      </a>
      <span>{review.author}</span>
      <DateText value={review.writtenAt} />
      <TextLink href={`${base}/orders/${review.orderId}`}>
        {t('order', { number: review.orderNumber })}
      </TextLink>
      {review.reports > 0 && (
        <StateTag tone="problem">{t('reports', { count: review.reports })}</StateTag>
      )}
    </p>
  )
}

/** Asks for the words that go with an act: an answer, or the reason of a moderator. */
function ReviewDialog({
  review,
  act,
  onClose,
}: {
  review: ManagedReview
  act: ReviewAct
  onClose: () => void
}) {
  const t = useMessages(reviewsMessages)
  const toast = useToast()
  const mutation = useReviewAct(act)
  const [missing, setMissing] = useState<string>()
  const text = missing ?? (mutation.error ? problemText(mutation.error) : undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    const isEnough = [...words].length >= 4
    setMissing(isEnough ? undefined : t('needText'))
    if (!isEnough) return
    mutation.mutate(
      { id: review.id, text: words },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t(act)}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{t(`${act}Text`)}</p>
        <FormErrorSummary problems={text ? [{ fieldId: 'review-words', text }] : []} />
        <TextArea
          id="review-words"
          name="words"
          label={t(act === 'answer' ? 'text' : 'reason')}
          error={text}
          rows={4}
          maxLength={act === 'answer' ? 300 : 200}
        />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            tone={act === 'hide' ? 'danger' : 'primary'}
            busy={mutation.isPending}
          >
            {t(act)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
