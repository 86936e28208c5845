import type { ReactNode } from 'react'
import { cx } from '../cx'
import type { IconType } from '../icons/make-icon'

export type BadgeTone = 'neutral' | 'indigo' | 'madder' | 'pine' | 'honey'

/** A word or two on a card. One at most a card. */
export function Badge({
  tone = 'neutral',
  icon: Icon,
  className,
  children,
}: {
  readonly tone?: BadgeTone
  readonly icon?: IconType
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <span className={cx('wb-badge', className)} data-tone={tone}>
      {Icon && <Icon />}
      {children}
    </span>
  )
}

/** waiting: somebody's turn · active: under way · done · problem · ended: closed without success. */
export type StateTone = 'waiting' | 'active' | 'done' | 'problem' | 'ended'

const shapes: Record<StateTone, ReactNode> = {
  waiting: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />,
  active: (
    <>
      <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M7 2a5 5 0 0 1 0 10Z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path
        d="M4.2 7.2 6.2 9.2 9.9 5.2"
        fill="none"
        className="stroke-paper-raised"
        strokeWidth="1.8"
      />
    </>
  ),
  problem: <path d="M7 1 13.5 12.5H.5Z" fill="currentColor" />,
  ended: <path d="M3 3l8 8M11 3l-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
}

/** A state as text and shape, so that colour never speaks alone. */
export function StateTag({
  tone,
  className,
  children,
}: {
  readonly tone: StateTone
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <span className={cx('wb-state', className)} data-tone={tone}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  )
}
