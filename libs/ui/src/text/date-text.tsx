import { cx } from '../cx'
import type { DateLike } from '../i18n/formats'
import { useFormats } from '../i18n/i18n'

/** A day (6月13日), a moment (6月13日 14:05), a month, or how long ago, within a day only. */
export function DateText({
  value,
  as = 'day',
  year = 'auto',
  now,
  className,
}: {
  readonly value: DateLike
  readonly as?: 'day' | 'dayTime' | 'time' | 'month' | 'relative'
  readonly year?: 'auto' | 'always' | 'never'
  readonly now?: Date
  readonly className?: string
}) {
  const formats = useFormats()
  const text = {
    day: () => formats.day(value, year, now),
    dayTime: () => formats.dayTime(value, now),
    time: () => formats.time(value),
    month: () => formats.month(value),
    relative: () => formats.relative(value, now),
  }[as]()
  const machine = value instanceof Date ? value.toISOString() : value
  return (
    <time
      dateTime={machine}
      title={as === 'relative' ? formats.dayTime(value, now) : undefined}
      className={cx('whitespace-nowrap', className)}
    >
      {text}
    </time>
  )
}
