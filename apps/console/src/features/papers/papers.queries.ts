import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { papers } from '@weibao/api-client/product-management'
import type { AddPaper } from '@weibao/contracts/paper'

export const papersQuery = (cooperativeId: string, isExpiringOnly: boolean) =>
  queryOptions({
    queryKey: ['papers', cooperativeId, isExpiringOnly],
    queryFn: ({ signal }) =>
      papers.list(
        { params: { cooperativeId }, query: isExpiringOnly ? { expiring: 'true' } : {} },
        { signal },
      ),
  })

export const paperFilterNames = ['kind', 'due', 'q', 'cursor'] as const

type PaperFilter = Partial<Record<(typeof paperFilterNames)[number], string>>

export const allPapersQuery = (filter: PaperFilter) =>
  queryOptions({
    queryKey: ['papers', 'all', filter],
    queryFn: ({ signal }) =>
      papers.listAll(
        { query: filter as Parameters<typeof papers.listAll>[0]['query'] },
        { signal },
      ),
  })

/** Files a paper, then its scan; a scan that fails leaves the paper, and can be sent again. */
export function useAddPaper(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ body, scan }: { body: AddPaper; scan: File | null }) => {
      const filed = await papers.add({ params: { cooperativeId }, body })
      if (!scan) return { scanError: null }
      return papers.addScan({ params: { cooperativeId, id: filed.id }, file: scan }).then(
        () => ({ scanError: null }),
        (error: unknown) => ({ scanError: error }),
      )
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['papers'] }),
  })
}

export function useAddScan(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, file }: { id: string; file: File }) =>
      papers.addScan({ params: { cooperativeId, id }, file }),
    onSettled: () => client.invalidateQueries({ queryKey: ['papers'] }),
  })
}

export function useRemovePaper(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => papers.remove({ params: { cooperativeId, id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['papers'] }),
  })
}
