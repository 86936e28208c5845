import type { Locale } from './messages'

const ZONE = 'Asia/Shanghai'
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/
const HOUR = 3_600_000

/** A local day (`2026-06-13`) or an instant (ISO, UTC). */
export type DateLike = string | Date

export interface Formats {
  /** 12,345.6 */
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** A ratio as a percentage: 0.256 → 25.6%. */
  readonly percent: (ratio: number, fractionDigits?: number) => string
  /** Integer fen: ¥1,058.00. */
  readonly money: (fen: number) => string
  /** Integer grams: 500 克, 2.5 公斤; 500 g, 2.5 kg. */
  readonly weight: (grams: number) => string
  /** 6月13日; with the year when it is not `now`'s (or always, or never). */
  readonly day: (value: DateLike, year?: 'auto' | 'always' | 'never', now?: Date) => string
  /** 6月13日至20日; with both years where they differ. */
  readonly dayRange: (from: DateLike, to: DateLike) => string
  /** 2026年6月. */
  readonly month: (value: DateLike) => string
  /** 14:05 on a Shanghai clock. */
  readonly time: (value: DateLike) => string
  /** 6月13日 14:05. */
  readonly dayTime: (value: DateLike, now?: Date) => string
  /** 5分钟前, 3小时后 within a day of `now`; else the day. */
  readonly relative: (value: DateLike, now?: Date) => string
  /** 甲、乙和丙. */
  readonly list: (parts: readonly string[]) => string
}

/** Writes integer fen as yuan without floating point: -1058 → -¥10.58. */
export function formatFen(fen: number): string {
  const { sign, yuan, cents } = moneyParts(fen)
  return `${sign}¥${yuan}.${cents}`
}

/** The parts of an amount for display; the yuan grouped by thousands. */
export function moneyParts(fen: number): { sign: string; yuan: string; cents: string } {
  const amount = Math.abs(fen)
  const yuan = String(Math.trunc(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return { sign: fen < 0 ? '-' : '', yuan, cents: String(amount % 100).padStart(2, '0') }
}

const made = new Map<Locale, Formats>()

/** The formats of a language (made once: Intl constructors are slow on phones). */
export function formatsFor(locale: Locale): Formats {
  const known = made.get(locale)
  if (known) return known
  const formats = makeFormats(locale)
  made.set(locale, formats)
  return formats
}

function makeFormats(locale: Locale): Formats {
  const zh = locale === 'zh-CN'
  const plain = new Intl.NumberFormat(locale)
  const dates = (options: Intl.DateTimeFormatOptions) => {
    let format: Intl.DateTimeFormat | undefined
    return () => (format ??= new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }))
  }
  const month = zh ? 'long' : 'short'
  const dayOfYear = dates({ month, day: 'numeric' })
  const dayWithYear = dates({ year: 'numeric', month, day: 'numeric' })
  const monthOfYear = dates({ year: 'numeric', month: 'long' })
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const yearOf = (date: Date) => date.toLocaleDateString('en', { timeZone: ZONE, year: 'numeric' })

  const day: Formats['day'] = (value, year = 'auto', now = new Date()) => {
    const date = toDate(value)
    const withYear = year === 'always' || (year === 'auto' && yearOf(date) !== yearOf(now))
    return (withYear ? dayWithYear() : dayOfYear()).format(date)
  }
  const time: Formats['time'] = (value) => clock().format(toDate(value))
  const weightParts = (grams: number): [number, string] =>
    grams >= 1000 ? [grams / 1000, zh ? '公斤' : 'kg'] : [grams, zh ? '克' : 'g']

  return {
    number: (value, options) =>
      options ? new Intl.NumberFormat(locale, options).format(value) : plain.format(value),
    percent: (ratio, maximumFractionDigits = 1) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits }).format(ratio),
    money: formatFen,
    weight: (grams) => {
      const [value, unit] = weightParts(grams)
      return `${plain.format(value)} ${unit}`
    },
    day,
    dayRange: (from, to) => {
      const isWithinYear = yearOf(toDate(from)) === yearOf(toDate(to))
      if (zh && !isWithinYear) return `${day(from, 'always')}至${day(to, 'always')}`
      if (!zh) return dayOfYear().formatRange(toDate(from), toDate(to))
      const [first, last] = [dayOfYear().format(toDate(from)), dayOfYear().format(toDate(to))]
      const monthText = first.slice(0, first.indexOf('月') + 1)
      return `${first}至${last.startsWith(monthText) ? last.slice(monthText.length) : last}`
    },
    month: (value) => monthOfYear().format(toDate(value)),
    time,
    dayTime: (value, now) => `${day(value, 'auto', now)} ${time(value)}`,
    relative: (value, now = new Date()) => {
      const ahead = toDate(value).getTime() - now.getTime()
      if (Math.abs(ahead) >= 24 * HOUR) return day(value, 'auto', now)
      const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
      if (Math.abs(ahead) < 60_000) return zh ? '刚刚' : 'just now'
      return Math.abs(ahead) < HOUR
        ? relative.format(Math.trunc(ahead / 60_000), 'minute')
        : relative.format(Math.trunc(ahead / HOUR), 'hour')
    },
    list: (parts) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts),
  }
}

/** A day stands for its noon in Shanghai, so that no zone shifts it. */
function toDate(value: DateLike): Date {
  if (value instanceof Date) return value
  return new Date(DAY_ONLY.test(value) ? `${value}T12:00:00+08:00` : value)
}
