import { describe, expect, it } from 'vitest'
import { byUrgency, deadlineOf, type Due } from './urgency'

/** Half past nine in the evening of November 30 in Shanghai. */
const now = new Date('2026-11-30T13:30:00.000Z')
const ordered = (...dues: Due[]) => byUrgency(dues, (due) => due, now)

describe('the order of a day’s work', () => {
  it('begins with what is overdue, the longest overdue first', () => {
    expect(ordered('2026-12-01', '2026-11-29', '2026-11-30T13:00:00.000Z', '2026-11-20')).toEqual([
      '2026-11-20',
      '2026-11-29',
      '2026-11-30T13:00:00.000Z',
      '2026-12-01',
    ])
  })

  it('puts the nearest deadline first, and a day’s at the end of that day', () => {
    expect(ordered('2026-11-30', '2026-11-30T15:59:00.000Z', '2026-11-30T16:01:00.000Z')).toEqual([
      '2026-11-30T15:59:00.000Z',
      '2026-11-30',
      '2026-11-30T16:01:00.000Z',
    ])
  })

  it('puts what waits without a deadline behind what is due within a week, before what is due later', () => {
    expect(ordered('2026-12-08', null, '2026-12-07')).toEqual(['2026-12-07', null, '2026-12-08'])
  })

  it('leaves what waits without a deadline in the order in which it is given', () => {
    const tasks = [
      { name: 'parcels', due: null },
      { name: 'reviews', due: null },
      { name: 'case', due: '2026-12-02T04:00:00.000Z' },
    ]
    expect(byUrgency(tasks, ({ due }) => due, now).map(({ name }) => name)).toEqual([
      'case',
      'parcels',
      'reviews',
    ])
  })
})

describe('a deadline', () => {
  it('that is a day is met until midnight in Shanghai', () => {
    expect(deadlineOf('2026-11-30', now)).toMatchObject({ isOverdue: false, daysLeft: 0 })
    const midnight = new Date('2026-11-30T16:00:00.000Z')
    expect(deadlineOf('2026-11-30', midnight)).toMatchObject({ isOverdue: true, daysLeft: -1 })
  })

  it('that is an hour is of its day in Shanghai, and over when it strikes', () => {
    const due = '2026-11-30T16:30:00.000Z'
    expect(deadlineOf(due, now)).toMatchObject({ day: '2026-12-01', daysLeft: 1, isOverdue: false })
    expect(deadlineOf(due, new Date(due))).toMatchObject({ daysLeft: 0, isOverdue: true })
  })
})
