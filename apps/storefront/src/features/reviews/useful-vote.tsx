import { useQuery } from '@tanstack/react-query'
import { Button, useMessages, useToast } from '@weibao/ui'
import { useLocation, useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import { sessionQuery } from '../account/account.queries'
import { signInAddress } from '../account/next-address'
import { reviewsMessages } from './reviews.messages'
import { myVotesQuery, useVote } from './reviews.queries'

/** Finds a review useful, or no longer; who is not signed in signs in first. */
export function UsefulVote({ slug, id, count }: { slug: string; id: string; count: number }) {
  const t = useMessages(reviewsMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const isSignedIn = useQuery(sessionQuery).data?.state === 'signed-in'
  const votes = useQuery({ ...myVotesQuery(slug), enabled: isSignedIn }).data
  const vote = useVote(slug)
  const isMine = votes?.reviewIds.includes(id) ?? false
  // The list may be some seconds old; what was just voted is not.
  const shown = vote.data?.usefulCount ?? count
  const press = () => {
    if (!isSignedIn) return void navigate(signInAddress(pathname))
    vote.mutate(
      { id, isUseful: !isMine },
      { onError: (error) => toast({ text: errorText(error), tone: 'problem' }) },
    )
  }
  return (
    <Button
      tone="plain"
      size="small"
      aria-pressed={isMine}
      busy={vote.isPending}
      onClick={press}
      className={isMine ? 'font-semibold' : ''}
    >
      {shown > 0 ? t('usefulCount', { count: shown }) : t('useful')}
    </Button>
  )
}
