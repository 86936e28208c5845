import type { ProductReview } from '@weibao/contracts/product-review'
import { Button, Notice, Panel, TextArea, useMessages, useToast } from '@weibao/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, problemText } from '../../lib/form'
import { productReviewsMessages } from './product-reviews.messages'
import { useDecideReview } from './product-reviews.queries'

/** Approves, or returns with a reason; whoever handed it in leaves it to others. */
export function ReviewDecision({ review }: { review: ProductReview }) {
  const t = useMessages(productReviewsMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const { base } = useActing()
  const decide = useDecideReview(review.id)
  const [reason, setReason] = useState('')
  if (review.state !== 'waiting')
    return review.reason ? <Notice title={t(review.state)}>{review.reason}</Notice> : null
  if (review.isOwn) return <Notice tone="problem">{t('ownNote')}</Notice>
  const run = (state: 'approved' | 'returned') =>
    decide.mutate(
      { state, reason: state === 'returned' ? reason.trim() : '' },
      {
        onSuccess: () => {
          toast({ text: t(`${state}Done`), tone: 'good' })
          void navigate(`${base}/product-reviews`)
        },
      },
    )
  const refused = decide.error
    ? (fieldErrors(decide.error)['reason'] ?? problemText(decide.error))
    : undefined
  return (
    <Panel title={t('decideTitle')}>
      <div className="grid max-w-2xl gap-4">
        <TextArea
          id="review-reason"
          label={t('reason')}
          help={t('reasonHelp')}
          error={refused}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex gap-3">
          <Button busy={decide.isPending} onClick={() => run('approved')}>
            {t('approve')}
          </Button>
          <Button
            tone="danger"
            disabled={[...reason.trim()].length < 4}
            busy={decide.isPending}
            onClick={() => run('returned')}
          >
            {t('returnIt')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
