import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, ForbiddenState, useBilingual, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import type { Acting } from '../../lib/acting'
import { sessionQuery } from '../sign-in/session.queries'
import { RefusedPage } from '../organisation/refused-page'
import { AppliedPage } from '../registration-papers/applied-page'
import { shellMessages } from './shell.messages'

/** Says why nothing is open yet: no second factor, or the organisation is not (any more) approved. */
export function MembershipGate({ acting, children }: { acting: Acting; children: ReactNode }) {
  const t = useMessages(shellMessages)
  const say = useBilingual()
  const { data: session } = useSuspenseQuery(sessionQuery)
  if (acting.memberships.some(({ isInForce }) => isInForce)) return children
  const { isRequired, isEnabled } = session.secondFactor
  const here = acting.memberships[0]!
  if (isRequired && !isEnabled && here.organisationKind === 'administration')
    return (
      <ForbiddenState
        level={1}
        title={t('setUpTitle')}
        actions={
          <ButtonLink href={`/second-factor?to=${encodeURIComponent(acting.base)}`}>
            {t('setUp')}
          </ButtonLink>
        }
      >
        {t('setUpText')}
      </ForbiddenState>
    )
  if (here.organisationStatus === 'approved') return children
  if (here.organisationStatus === 'refused') return <RefusedPage />
  if (here.organisationStatus === 'applied') return <AppliedPage />
  return (
    <ForbiddenState level={1} title={t('notInForceTitle', { name: say(here.shortName) })}>
      {t('notInForceText')}
    </ForbiddenState>
  )
}
