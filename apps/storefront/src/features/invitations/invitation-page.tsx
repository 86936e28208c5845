import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { invitations } from '@weibao/api-client/organisations'
import {
  Button,
  ButtonLink,
  EmptyState,
  FormErrorSummary,
  Skeleton,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { AccountFrame } from '../account/account-frame'
import { sessionQuery } from '../account/account.queries'
import { signInAddress } from '../account/next-address'
import { roleNames } from '../account/role-names'
import { forgetInvitation, invitationToken } from './invitation-token'
import { invitationsMessages } from './invitations.messages'

/** What an invitation is for, and accepting it by whoever is signed in. */
export function InvitationPage() {
  const t = useMessages(invitationsMessages)
  useTitle(t('title'))
  const { id = '' } = useParams()
  const { hash } = useLocation()
  const [token] = useState(() => invitationToken(id, hash))
  const preview = useQuery({
    queryKey: ['invitation', id],
    queryFn: () => invitations.preview({ params: { id }, body: { token } }),
    enabled: token.length >= 20,
    retry: false,
  })
  if (token.length < 20 || preview.isError)
    return (
      <EmptyState
        level={1}
        title={t('endedTitle')}
        actions={
          <ButtonLink href="/" tone="quiet">
            {t('home')}
          </ButtonLink>
        }
      >
        {t('endedText')}
      </EmptyState>
    )
  if (!preview.data) return <Skeleton />
  return <Invitation id={id} token={token} found={preview.data} />
}

type Found = Awaited<ReturnType<typeof invitations.preview>>

function Invitation({ id, token, found }: { id: string; token: string; found: Found }) {
  const t = useMessages(invitationsMessages)
  const say = useBilingual()
  const { day } = useFormats()
  const toast = useToast()
  const client = useQueryClient()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const organisation = say(found.organisationName)
  const accept = useMutation({
    mutationFn: () => invitations.accept({ params: { id }, body: { token } }),
    onSuccess: async () => {
      forgetInvitation(id)
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      toast({ text: t('accepted', { organisation }), tone: 'good' })
      location.assign('/console/')
    },
  })
  const here = `/invitations/${id}`
  return (
    <AccountFrame title={t('title')}>
      <p>{t('text', { organisation, role: say(roleNames[found.role]) })}</p>
      <p className="text-sm text-ink-soft">{t('until', { day: day(found.expiresAt) })}</p>
      {accept.isError && (
        <FormErrorSummary problems={[{ fieldId: null, text: errorText(accept.error) }]} />
      )}
      {session.state === 'signed-in' ? (
        <Button busy={accept.isPending} onClick={() => accept.mutate()}>
          {t('accept')}
        </Button>
      ) : (
        <>
          <p>{t('signInFirst')}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={signInAddress(here)}>{t('signIn')}</ButtonLink>
            <ButtonLink tone="quiet" href={`/register?next=${encodeURIComponent(here)}`}>
              {t('register')}
            </ButtonLink>
          </div>
        </>
      )}
    </AccountFrame>
  )
}
