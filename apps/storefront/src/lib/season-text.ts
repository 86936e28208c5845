import type { Season } from '@weibao/contracts/product'

/** What to say of a season: until when it is sent, when it was harvested, when it begins, or its months. */
export type SeasonFact =
  | { readonly kind: 'sent-until'; readonly day: string }
  | { readonly kind: 'harvested-in'; readonly month: number }
  | { readonly kind: 'in-season' }
  | { readonly kind: 'upcoming'; readonly day: string }
  | { readonly kind: 'months' }

/** Beyond this the last day of dispatch says nothing about the season: dried goods keep for months. */
const SOON_DAYS = 45
const DAY = 86_400_000

export function seasonFact(season: Season, now = new Date()): SeasonFact {
  if (!season.isNow)
    return season.nextFrom ? { kind: 'upcoming', day: season.nextFrom } : { kind: 'months' }
  const daysLeft = season.to ? (Date.parse(season.to) - now.getTime()) / DAY : Infinity
  if (season.to && daysLeft <= SOON_DAYS) return { kind: 'sent-until', day: season.to }
  return season.from
    ? { kind: 'harvested-in', month: Number(season.from.slice(5, 7)) }
    : { kind: 'in-season' }
}
