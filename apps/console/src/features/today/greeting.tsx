import { useSuspenseQuery } from '@tanstack/react-query'
import { DateText, useMessages } from '@weibao/ui'
import { sessionQuery } from '../sign-in/session.queries'
import { todayMessages } from './today.messages'

/** By the clock of Shanghai, as the work is. */
export function Greeting() {
  const t = useMessages(todayMessages)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const now = new Date()
  const hour = (now.getUTCHours() + 8) % 24
  const key =
    hour < 5
      ? 'evening'
      : hour < 11
        ? 'morning'
        : hour < 13
          ? 'noon'
          : hour < 18
            ? 'afternoon'
            : 'evening'
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h1>{t(key, { name: session.person?.displayName ?? '' })}</h1>
      <DateText value={now} as="day" year="always" className="text-ink-soft" />
    </div>
  )
}
