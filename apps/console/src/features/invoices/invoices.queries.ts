import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { invoices } from '@weibao/api-client/invoices'
import { useMutation } from '@weibao/api-client/mutation'
import type { InvoiceState } from '@weibao/contracts/invoice'

export const invoiceStates = ['requested', 'issued', 'refused'] as const

/** What is to be issued comes first. */
export function invoiceStateOf(search: URLSearchParams): InvoiceState | undefined {
  if (search.get('state') === 'all') return undefined
  return invoiceStates.find((state) => state === search.get('state')) ?? 'requested'
}

export const invoicesQuery = (
  cooperativeId: string,
  filter: { state: InvoiceState | undefined; cursor: string | undefined },
) =>
  queryOptions({
    queryKey: ['invoices', 'of', cooperativeId, filter.state ?? 'all', filter.cursor ?? ''],
    queryFn: ({ signal }) =>
      invoices.listOfCooperative(
        {
          params: { cooperativeId },
          query: {
            limit: 20,
            ...(filter.state ? { state: filter.state } : {}),
            ...(filter.cursor ? { cursor: filter.cursor } : {}),
          },
        },
        { signal },
      ),
  })

export type InvoiceAnswer =
  | { readonly act: 'issue'; readonly number: string; readonly file: File }
  | { readonly act: 'refuse'; readonly reason: string }

export function useAnswerInvoice(id: string, onProgress: (percent: number) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (answer: InvoiceAnswer) =>
      answer.act === 'issue'
        ? invoices.issue(
            { params: { id }, query: { number: answer.number }, file: answer.file },
            { onProgress: (share) => onProgress(Math.round(share * 100)) },
          )
        : invoices.refuse({ params: { id }, body: { reason: answer.reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invoices'] }),
  })
}
