import type { ReactNode } from 'react'
import { BareLink } from '../actions/link'
import { VisuallyHidden } from '../access/access'
import { cx } from '../cx'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export interface TimelineStep {
  readonly id: string
  readonly title: ReactNode
  /** When and where. */
  readonly meta?: ReactNode
  readonly state: 'done' | 'current' | 'pending' | 'problem'
  readonly children?: ReactNode
}

const stateText = {
  done: 'stateDone',
  current: 'stateCurrent',
  pending: 'statePending',
  problem: 'stateProblem',
} as const

/** A vertical path: what happened, what is under way (solid), what is to come (dashed). */
export function Timeline({
  steps,
  label,
  className,
}: {
  readonly steps: readonly TimelineStep[]
  readonly label?: string
  readonly className?: string
}) {
  const t = useMessages(uiMessages)
  return (
    <ol className={cx('wb-timeline', className)} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <StepMark state={step.state} />
          <div className="wb-timeline-title">
            {step.title}
            <VisuallyHidden> ({t(stateText[step.state])})</VisuallyHidden>
          </div>
          {step.meta && <div className="wb-timeline-meta">{step.meta}</div>}
          {step.children}
        </li>
      ))}
    </ol>
  )
}

/** Lozenges, as in the cloth: filled when done, ringed when current, hollow before, marked when wrong. */
function StepMark({ state }: { state: TimelineStep['state'] }) {
  const lozenge = 'M11 2 20 11 11 20 2 11Z'
  if (state === 'pending')
    return (
      <svg viewBox="0 0 22 22" aria-hidden="true">
        <path d="M11 5 17 11 11 17 5 11Z" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
    )
  const inner = {
    done: 'M7 11.3l2.8 2.7L15 8.5',
    current: 'M11 8 14 11 11 14 8 11Z',
    problem: 'M11 6.5v5M11 14.5v.01',
  }[state]
  return (
    <svg viewBox="0 0 22 22" aria-hidden="true">
      <path d={lozenge} fill="currentColor" />
      <path
        d={inner}
        className="stroke-paper-raised"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** One figure with its name; with `href` the whole tile opens the rows behind it. */
export function StatTile({
  label,
  value,
  unit,
  note,
  href,
  className,
}: {
  readonly label: ReactNode
  readonly value: ReactNode
  readonly unit?: string
  readonly note?: ReactNode
  readonly href?: string
  readonly className?: string
}) {
  return (
    <dl className={cx('wb-stat', className)}>
      <dt>{href ? <BareLink href={href}>{label}</BareLink> : label}</dt>
      <dd className="wb-stat-value">
        {value}
        {unit && <small>{unit}</small>}
      </dd>
      {note && <dd className="wb-stat-note">{note}</dd>}
    </dl>
  )
}
