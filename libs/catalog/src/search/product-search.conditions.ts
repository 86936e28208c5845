import type { ProductListQuery } from '@weibao/contracts/product'
import type { LocalDay } from '@weibao/kernel'
import type { SearchWords } from './search-text.js'

export interface ListFilter extends Pick<
  ProductListQuery,
  | 'category'
  | 'township'
  | 'cooperative'
  | 'temperature'
  | 'season'
  | 'gift'
  | 'canteen'
  | 'recognised'
  | 'onSale'
  | 'minPriceFen'
  | 'maxPriceFen'
> {
  readonly words: SearchWords | null
  readonly isRelaxed: boolean
  readonly day: LocalDay
}

/** `$1` is always the day that is asked about. */
export const RECOGNISED = 's.recognised_from <= $1 and s.recognised_to >= $1'

/** Above any `order_key`: what is found by its name comes before what is found by its surroundings. */
const BEHIND_NAMES = 1_000_000_000
const BASE: readonly string[] = ['listed', 'words', 'cooperative']
/** What facets ask of goods that are counted together, where it is not a column of the goods. */
const COUNTED: Readonly<Record<string, string>> = {
  recognised: 's.is_recognised',
  price: 's.is_priced',
}

/** A condition per facet, so that each can be counted without its own. */
export class Conditions {
  readonly parameters: unknown[]
  private readonly texts = new Map<string, string>()

  constructor(filter: ListFilter) {
    this.parameters = [filter.day]
    this.add('listed', 's.is_listed')
    if (filter.words) this.addWords(filter.words, filter.isRelaxed)
    if (filter.cooperative)
      this.add(
        'cooperative',
        `s.cooperative_id = (select organisation_id from cooperative_profiles where slug = ${this.bind(filter.cooperative)})`,
      )
    if (filter.category)
      this.add('category', `s.category_code = any(${this.bind(filter.category)})`)
    if (filter.township)
      this.add('township', `s.township_codes && ${this.bind(filter.township)}::text[]`)
    if (filter.temperature)
      this.add('temperature', `s.temperature_mode = any(${this.bind(filter.temperature)})`)
    if (filter.season) this.add('season', 's.is_in_season')
    if (filter.gift) this.add('gift', 's.is_gift')
    if (filter.canteen) this.add('canteen', 's.is_canteen')
    if (filter.recognised) this.add('recognised', RECOGNISED)
    if (filter.onSale) this.add('onSale', `s.supply_state = 'on-sale'`)
    if (filter.minPriceFen !== undefined || filter.maxPriceFen !== undefined)
      this.add(
        'price',
        `s.min_price_fen between ${this.bind(filter.minPriceFen ?? 0)} and ${this.bind(filter.maxPriceFen ?? Number.MAX_SAFE_INTEGER)}`,
      )
  }

  bind(value: unknown): string {
    this.parameters.push(value)
    return `$${this.parameters.length}`
  }

  all(): string {
    return [...this.texts.values()].map((text) => `(${text})`).join(' and ')
  }

  /** Those that no facet offers: what is searched among. */
  base(): string {
    return BASE.flatMap((name) => this.texts.get(name) ?? [])
      .map((text) => `(${text})`)
      .join(' and ')
  }

  /** Those that facets offer, but of one facet, of goods that are counted together. */
  chosen(but?: string): string {
    const texts = [...this.texts].filter(([name]) => name !== but && !BASE.includes(name))
    return ['true', ...texts.map(([name, text]) => `(${COUNTED[name] ?? text})`)].join(' and ')
  }

  /** Whether the price is in the range asked for. */
  price(): string {
    return this.texts.get('price') ?? 'true'
  }

  private found(query: string): string {
    return `s.product_id in (select products_found(${this.bind(query)}::tsquery))`
  }

  /** A sort key: what is found by its name first, each part in the order of the shop. */
  relevance({ inName }: SearchWords): string {
    const parts = inName.map((part) => `position(${this.bind(part)} in s.name_text) > 0`)
    return `case when ${parts.join(' and ')} then 0 else ${BEHIND_NAMES} end + s.order_key`
  }

  private add(name: string, text: string): void {
    this.texts.set(name, text)
  }

  private addWords(words: SearchWords, isRelaxed: boolean): void {
    if (isRelaxed) {
      this.add('words', this.found(words.relaxedQuery!))
      return
    }
    const rechecks = words.exact.map((run) => `position(${this.bind(run)} in s.haystack) > 0`)
    this.add('words', [this.found(words.query), ...rechecks].join(' and '))
  }
}
