import { StateTag, useFormats, useMessages } from '@weibao/ui'
import { todayMessages } from './today.messages'
import { deadlineOf, type Deadline, type Due } from './urgency'

/** Until when, in words; overdue is said and marked. Nothing where nothing is said. */
export function DueTag({ due, now }: { due: Due; now: Date }) {
  const say = useDueWords()
  if (due === null) return null
  const deadline = deadlineOf(due, now)
  return (
    <StateTag tone={deadline.isOverdue ? 'problem' : 'waiting'} className="whitespace-normal">
      {say(deadline)}
    </StateTag>
  )
}

function useDueWords(): (deadline: Deadline) => string {
  const t = useMessages(todayMessages)
  const { day: formatDay, time } = useFormats()
  return ({ at, day, hasTime, isOverdue, daysLeft }) => {
    if (isOverdue)
      return daysLeft < 0
        ? t('overdueDays', { days: -daysLeft })
        : t('overdueAt', { time: time(at) })
    if (daysLeft === 0) return hasTime ? t('dueTodayAt', { time: time(at) }) : t('dueToday')
    if (daysLeft === 1) return hasTime ? t('dueTomorrowAt', { time: time(at) }) : t('dueTomorrow')
    return t('dueOn', { day: formatDay(day), days: daysLeft })
  }
}
