import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '@weibao/api-client/http'
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorState,
  ForbiddenState,
  LinkProvider,
  useMessages,
} from '@weibao/ui'
import { Navigate, useLocation, useParams, useRevalidator, useRouteError } from 'react-router'
import { RouterLink } from '../../lib/router-link'
import { useTitle } from '../../lib/use-title'
import { signInAddress } from '../sign-in/wanted-address'
import { shellMessages } from './shell.messages'

/** What a page shows when it cannot be shown: not there, not allowed, or out of order for now. */
export function RouteError() {
  const error = useRouteError()
  return (
    <LinkProvider component={RouterLink}>
      <ProblemState error={error} />
    </LinkProvider>
  )
}

/** The same where no shell stands around it. */
export function BareRouteError() {
  return (
    <main id="main">
      <RouteError />
    </main>
  )
}

export function BareNotFoundPage() {
  return (
    <LinkProvider component={RouterLink}>
      <main id="main">
        <NotFoundPage />
      </main>
    </LinkProvider>
  )
}

function ProblemState({ error }: { error: unknown }) {
  const t = useMessages(shellMessages)
  const { pathname, search } = useLocation()
  const again = useTryAgain()
  const status = error instanceof ApiError ? error.status : (error as { status?: number }).status
  const code = error instanceof ApiError ? error.code : ''
  if (status === 401) return <Navigate to={signInAddress(pathname + search)} replace />
  if (status === 404 || (error instanceof ApiError && error.isNotFound)) return <NotFoundPage />
  if (code === 'access.second-factor-needed')
    return (
      <ForbiddenState
        level={1}
        title={t('proofTitle')}
        actions={<Button onClick={again}>{t('proofAgain')}</Button>}
      >
        {t('proofText')}
      </ForbiddenState>
    )
  if (status === 403) return <ForbiddenState level={1} actions={<HomeLink />} />
  return (
    <ErrorState
      level={1}
      {...(error instanceof ApiError ? { text: error.detail } : {})}
      onRetry={again}
      actions={<HomeLink />}
    />
  )
}

/** Asks anew for everything that failed, then shows the page again. */
function useTryAgain(): () => void {
  const client = useQueryClient()
  const revalidator = useRevalidator()
  return () => {
    void client.resetQueries({ predicate: ({ state }) => state.status === 'error' })
    void revalidator.revalidate()
  }
}

function HomeLink() {
  const t = useMessages(shellMessages)
  const { organisationId } = useParams()
  const { pathname } = useLocation()
  const base = organisationId ? `${pathname.slice(0, 2)}/${organisationId}` : '/'
  return (
    <ButtonLink href={base} tone="quiet">
      {t('backHome')}
    </ButtonLink>
  )
}

export function NotFoundPage() {
  const t = useMessages(shellMessages)
  useTitle(t('notFoundTitle'))
  return (
    <EmptyState level={1} title={t('notFoundTitle')} actions={<HomeLink />}>
      {t('notFoundText')}
    </EmptyState>
  )
}
