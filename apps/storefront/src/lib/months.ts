import type { Locale } from '@weibao/ui'

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Months of harvest as people say them: runs are joined, also over New Year (11月至次年2月). */
export function monthsText(months: readonly number[], locale: Locale): string {
  const runs = runsOf(months)
  if (locale === 'en')
    return runs
      .map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`))
      .join(', ')
  if (months.length === 12) return '全年'
  return runs.map(([from, to]) => (from === to ? `${from}月` : `${from}–${to}月`)).join('、')
}

function name(month: number): string {
  return ENGLISH[month - 1]!
}

function runsOf(months: readonly number[]): [number, number][] {
  const isIn = (month: number) => months.includes(((month + 11) % 12) + 1)
  if (months.length === 12) return [[1, 12]]
  const starts = [...new Set(months)].filter((month) => !isIn(month - 1)).sort((a, b) => a - b)
  return starts.map((start) => {
    let end = start
    while (isIn(end + 1)) end = (end % 12) + 1
    return [start, end]
  })
}
