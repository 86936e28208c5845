/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`: the day people and reports mean. */
export type LocalDay = string

const ZONE = 'Asia/Shanghai'
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** The local day an instant falls on. */
export function localDay(instant: Date): LocalDay {
  return dayFormat.format(instant)
}

/** The month (`YYYY-MM`) of the local day an instant falls on: the period it is counted in. */
export function localMonth(instant: Date): string {
  return localDay(instant).slice(0, 7)
}

/** Whether the text is a day that exists in the calendar ("2026-02-30" does not). */
export function isLocalDay(text: string): boolean {
  const match = DAY.exec(text)
  if (!match) return false
  // A day beyond its month is taken for one of the next.
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(match[3])
}

/** The day `days` after (or before, when negative) another. */
export function addDays(day: LocalDay, days: number): LocalDay {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The Monday of the week (ISO 8601) a day falls in. */
export function weekOf(day: LocalDay): LocalDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The instant at which a local day begins (China keeps UTC+8 all year since 1992). */
export function startOfLocalDay(day: LocalDay): Date {
  return new Date(`${day}T00:00:00+08:00`)
}
