import { queryOptions } from '@tanstack/react-query'
import { audit } from '@weibao/api-client/people'
import { addDays, startOfLocalDay } from '@weibao/kernel'

export const auditFilterNames = [
  'act',
  'actorId',
  'organisationId',
  'objectKind',
  'objectId',
  'from',
  'to',
  'cursor',
] as const
export type AuditFilter = Partial<Record<(typeof auditFilterNames)[number], string>>

/** `from` and `to` are local days in the address, both inclusive; the API takes instants. */
export const auditQuery = ({ from, to, ...filter }: AuditFilter) =>
  queryOptions({
    queryKey: ['audit', { ...filter, from, to }],
    queryFn: ({ signal }) =>
      audit.list(
        {
          query: {
            ...filter,
            ...(from ? { from: startOfLocalDay(from).toISOString() } : {}),
            ...(to ? { to: startOfLocalDay(addDays(to, 1)).toISOString() } : {}),
          },
        },
        { signal },
      ),
  })
