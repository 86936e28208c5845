import { ApiError } from '@weibao/api-client/http'
import {
  ButtonLink,
  EmptyState,
  ErrorState,
  ForbiddenState,
  LinkProvider,
  useMessages,
} from '@weibao/ui'
import { useRevalidator, useRouteError } from 'react-router'
import { RouterLink } from '../../lib/router-link'
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

function ProblemState({ error }: { error: unknown }) {
  const t = useMessages(shellMessages)
  const revalidator = useRevalidator()
  const status = error instanceof ApiError ? error.status : (error as { status?: number }).status
  const home = <ButtonLink href="/">{t('backHome')}</ButtonLink>
  if (status === 404 || (error instanceof ApiError && error.isNotFound)) return <NotFoundPage />
  if (status === 403) return <ForbiddenState level={1} actions={home} />
  return (
    <ErrorState
      level={1}
      {...(error instanceof ApiError ? { text: error.detail } : {})}
      onRetry={() => {
        void revalidator.revalidate()
        location.reload()
      }}
      actions={
        <ButtonLink href="/" tone="quiet">
          {t('backHome')}
        </ButtonLink>
      }
    />
  )
}

export function NotFoundPage() {
  const t = useMessages(shellMessages)
  return (
    <EmptyState
      level={1}
      title={t('notFoundTitle')}
      actions={<ButtonLink href="/">{t('backHome')}</ButtonLink>}
    >
      {t('notFoundText')}
    </EmptyState>
  )
}
