import { useSearchParams } from 'react-router'

/** Filters of a list as they stand in an address; only the named ones, empty ones left out. */
export function filterOf<Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const filter: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = search.get(name)
    if (value) filter[name] = value
  }
  return filter
}

/** The address of this list with other filters; a changed filter begins at the first page. */
export function withFilter(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null | undefined>>,
): string {
  const next = new URLSearchParams(search)
  next.delete('cursor')
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  const text = next.toString()
  return text ? `?${text}` : '?'
}

/** The filters of a page, and the way to change one. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams()
  return {
    search,
    filter: filterOf(search, names),
    change: (changes: Partial<Record<Name, string | null>>) =>
      setSearch(new URLSearchParams(withFilter(search, changes)), { preventScrollReset: true }),
  }
}
