import { ButtonLink, EmptyState, useMessages } from '@weibao/ui'
import { SignInFrame } from '../sign-in/sign-in-page'
import { Person } from './person'
import { shellMessages } from './shell.messages'

/** Signed in, but nobody's member: says how that changes. */
export function NoWorkplacePage() {
  const t = useMessages(shellMessages)
  return (
    <SignInFrame>
      <EmptyState
        level={1}
        title={t('noWorkplaceTitle')}
        actions={
          <>
            <ButtonLink href="/apply">{t('register')}</ButtonLink>
            <a className="wb-link" href="/">
              {t('shop')}
            </a>
          </>
        }
      >
        {t('noWorkplaceText')}
      </EmptyState>
      <Person />
    </SignInFrame>
  )
}
