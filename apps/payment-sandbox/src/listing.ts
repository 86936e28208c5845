import { invalidRequest, noSuch } from './stripe.errors.js'

interface PageInput {
  readonly limit?: number | undefined
  readonly starting_after?: string | undefined
  readonly ending_before?: string | undefined
  readonly created?: number | CreatedRange | undefined
}
interface CreatedRange {
  readonly gt?: number | undefined
  readonly gte?: number | undefined
  readonly lt?: number | undefined
  readonly lte?: number | undefined
}
interface Item {
  readonly id: string
  readonly created?: number
}

/** A page of Stripe's kind: newest first, at most 100, continued after an id. */
export interface ListPage<T> {
  readonly object: 'list'
  readonly data: T[]
  readonly has_more: boolean
  readonly url: string
}

export interface Source<T> {
  readonly name: string
  readonly url: string
  has(id: string): boolean
  from(after?: string): Iterable<T>
}

export function listPage<T extends Item>(
  source: Source<T>,
  input: PageInput,
  isWanted: (item: T) => boolean = () => true,
): ListPage<T> {
  const limit = input.limit ?? 10
  const { starting_after: after, ending_before: before } = input
  if (after !== undefined && before !== undefined)
    throw invalidRequest(
      'You may only specify one of these parameters: starting_after, ending_before.',
    )
  if (after !== undefined && !source.has(after))
    throw noSuch(source.name, after, 'starting_after', 400)
  if (before !== undefined && !source.has(before))
    throw noSuch(source.name, before, 'ending_before', 400)

  const found: T[] = []
  for (const item of source.from(after)) {
    if (item.id === before) break
    if (!wasCreated(item, input.created) || !isWanted(item)) continue
    found.push(item)
    if (before === undefined && found.length > limit) break
  }
  const data = before === undefined ? found.slice(0, limit) : found.slice(-limit)
  return { object: 'list', data, has_more: found.length > limit, url: source.url }
}

function wasCreated(item: Item, when: PageInput['created']): boolean {
  const created = item.created ?? 0
  if (when === undefined) return true
  if (typeof when === 'number') return created === when
  return (
    created > (when.gt ?? -1) &&
    created >= (when.gte ?? 0) &&
    created < (when.lt ?? Infinity) &&
    created <= (when.lte ?? Infinity)
  )
}
