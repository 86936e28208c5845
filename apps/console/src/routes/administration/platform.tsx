import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { auditFilterNames, auditQuery } from '../../features/audit/audit.queries'
import { jobsQuery, outboxQuery, outboxStateOf } from '../../features/operations/operations.queries'
import { peopleFilterNames, peopleQuery, personQuery } from '../../features/people/people.queries'
import { filterOf } from '../../lib/search'
import { loaderOf } from '../loader'

/** People, jobs and the audit log. */
export function platformPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'people',
      loader: load(({ ask, search }) => [ask(peopleQuery(filterOf(search, peopleFilterNames)))]),
      lazy: async () => ({
        Component: (await import('../../features/people/people-page')).PeoplePage,
      }),
    },
    {
      path: 'people/:personId',
      loader: load(({ ask, params }) => [ask(personQuery(params['personId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/people/person-page')).PersonPage,
      }),
    },
    {
      path: 'operations',
      loader: load(({ ask, search, cursor }) => [ask(outboxQuery(outboxStateOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../../features/operations/outbox-page')).OutboxPage,
      }),
    },
    {
      path: 'operations/jobs',
      loader: load(({ ask }) => [ask(jobsQuery)]),
      lazy: async () => ({
        Component: (await import('../../features/operations/jobs-page')).JobsPage,
      }),
    },
    {
      path: 'audit',
      loader: load(({ ask, search }) => [ask(auditQuery(filterOf(search, auditFilterNames)))]),
      lazy: async () => ({
        Component: (await import('../../features/audit/audit-page')).AuditPage,
      }),
    },
  ]
}
