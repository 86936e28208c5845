import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { registrationPapers } from '@weibao/api-client/organisations'

const key = 'registration-papers'
/** What a paper may be chosen from: the server looks at the content. */
export const paperTypes = 'application/pdf,image/jpeg,image/png,image/webp'

export const registrationPapersQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [key, organisationId],
    queryFn: ({ signal }) =>
      registrationPapers.list({ params: { id: organisationId } }, { signal }),
  })

export function useAddRegistrationPaper() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ organisationId, file }: { organisationId: string; file: File }) =>
      registrationPapers.add({ params: { id: organisationId }, file }),
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  })
}

export function useRemoveRegistrationPaper(organisationId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (paperId: string) =>
      registrationPapers.remove({ params: { id: organisationId, paperId } }),
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  })
}
