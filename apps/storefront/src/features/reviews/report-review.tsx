import { useQuery } from '@tanstack/react-query'
import { Button, Dialog, TextArea, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import { sessionQuery } from '../account/account.queries'
import { signInAddress } from '../account/next-address'
import { reviewsMessages } from './reviews.messages'
import { useReportReview } from './reviews.queries'

/** Tells the administration of a review that breaks the rules; who is not signed in signs in first. */
export function ReportReview({ id }: { id: string }) {
  const t = useMessages(reviewsMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const session = useQuery(sessionQuery).data
  const report = useReportReview()
  const [isOpen, setIsOpen] = useState(false)
  const [missing, setMissing] = useState<string>()
  const open = () =>
    session?.state === 'signed-in' ? setIsOpen(true) : void navigate(signInAddress(pathname))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    const isEnough = [...reason].length >= 4
    setMissing(isEnough ? undefined : t('reportNeeded'))
    if (!isEnough) return
    report.mutate(
      { id, reason },
      {
        onSuccess: () => {
          toast({ text: t('reported'), tone: 'good' })
          setIsOpen(false)
        },
        onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <>
      <Button tone="plain" size="small" onClick={open}>
        {t('report')}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={t('reportTitle')}>
        <form noValidate onSubmit={submit} className="grid gap-4">
          <p>{t('reportText')}</p>
          <TextArea
            name="reason"
            label={t('reportReason')}
            error={missing}
            rows={3}
            maxLength={200}
          />
          <div className="flex justify-end gap-3">
            <Button tone="quiet" onClick={() => setIsOpen(false)}>
              {t('cancel')}
            </Button>
            <Button type="submit" busy={report.isPending}>
              {t('report')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
