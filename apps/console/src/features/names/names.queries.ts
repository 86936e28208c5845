import { useBilingual } from '@weibao/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { categories, townships } from '@weibao/api-client/products'
import type { Bilingual } from '@weibao/contracts/basics'
import { subdistricts } from '@weibao/contracts/subdistricts'

const HOUR = 3_600_000

export const townshipsQuery = queryOptions({
  queryKey: ['names', 'townships'],
  queryFn: ({ signal }) => townships.list(undefined, { signal }),
  staleTime: HOUR,
})

export const categoriesQuery = queryOptions({
  queryKey: ['names', 'categories'],
  queryFn: ({ signal }) => categories.list(undefined, { signal }),
  staleTime: HOUR,
})

const baoshan = new Map<string, Bilingual>(subdistricts.map(({ code, name }) => [code, name]))

/** Names of the codes that stand in entries; the code itself until the lists are here. */
export function useNames() {
  const say = useBilingual()
  const townshipList = useQuery(townshipsQuery).data?.items ?? []
  const categoryList = useQuery(categoriesQuery).data?.items ?? []
  const find = (list: readonly { code: string; name: Bilingual }[], code: string) => {
    const name = list.find((item) => item.code === code)?.name
    return name ? say(name) : code
  }
  return {
    township: (code: string) => find(townshipList, code),
    category: (code: string) => find(categoryList, code),
    subdistrict: (code: string) => {
      const name = baoshan.get(code)
      return name ? say(name) : code
    },
  }
}
