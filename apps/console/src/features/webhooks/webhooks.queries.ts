import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { webhooks } from '@weibao/api-client/webhooks'
import type {
  AddWebhookEndpoint,
  ChangeWebhookEndpoint,
  WebhookKind,
} from '@weibao/contracts/webhook'

/** What can be listened to; a test comes whether it is chosen or not. */
export const tellableKinds = [
  'order.paid',
  'order.shipped',
  'order.received',
  'order.cancelled',
  'refund.made',
  'after-sale.opened',
  'after-sale.closed',
] as const satisfies readonly WebhookKind[]

export const deliveryStates = ['waiting', 'succeeded', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryStateOf = (search: URLSearchParams): DeliveryState | undefined =>
  deliveryStates.find((state) => state === search.get('state'))

export const endpointsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['webhooks', 'endpoints', organisationId],
    queryFn: ({ signal }) => webhooks.list({ params: { organisationId } }, { signal }),
  })

export const deliveriesQuery = (
  id: string,
  filter: { state: DeliveryState | undefined; cursor: string | undefined },
) =>
  queryOptions({
    queryKey: ['webhooks', 'deliveries', id, filter],
    queryFn: ({ signal }) =>
      webhooks.deliveries(
        {
          params: { id },
          query: {
            limit: 20,
            ...(filter.state ? { state: filter.state } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'delivery', id],
    queryFn: ({ signal }) => webhooks.delivery({ params: { id } }, { signal }),
  })

function useWebhookAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
}

export const useAddEndpoint = (organisationId: string) =>
  useWebhookAct((body: AddWebhookEndpoint) => webhooks.add({ params: { organisationId }, body }))

export const useChangeEndpoint = () =>
  useWebhookAct(({ id, ...body }: ChangeWebhookEndpoint & { id: string }) =>
    webhooks.change({ params: { id }, body }),
  )

export const useRemoveEndpoint = () =>
  useWebhookAct((id: string) => webhooks.remove({ params: { id } }))

export const useRotateSecret = () =>
  useWebhookAct((id: string) => webhooks.rotate({ params: { id } }))

export const useTryEndpoint = () => useWebhookAct((id: string) => webhooks.try({ params: { id } }))

export const useResend = () => useWebhookAct((id: string) => webhooks.resend({ params: { id } }))
