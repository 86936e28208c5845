import { useQueryClient } from '@tanstack/react-query'
import { demandSheets } from '@weibao/api-client/demand-sheets'
import { useMutation } from '@weibao/api-client/mutation'

type Progress = (percent: number) => void
const inPercent = (onProgress: Progress) => ({
  onProgress: (share: number) => onProgress(Math.round(share * 100)),
})

export function useSheetTemplate(buyerId: string) {
  return useMutation({
    mutationFn: (format: 'xlsx' | 'csv') =>
      demandSheets.template({ params: { buyerId }, query: { format } }),
  })
}

export function useCheckSheet(buyerId: string, onProgress: Progress) {
  return useMutation({
    mutationFn: (file: File) =>
      demandSheets.check({ params: { buyerId }, file }, inPercent(onProgress)),
  })
}

export function useMarkedSheet(buyerId: string) {
  return useMutation({
    mutationFn: (file: File) => demandSheets.marked({ params: { buyerId }, file }),
  })
}

export function useImportSheet(buyerId: string, onProgress: Progress) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, digest }: { file: File; digest: string }) =>
      demandSheets.import({ params: { buyerId }, query: { digest }, file }, inPercent(onProgress)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['demands'] }),
  })
}
