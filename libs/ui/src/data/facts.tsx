import type { ReactNode } from 'react'
import { cx } from '../cx'
import { useFormats, useMessages } from '../i18n/i18n'
import { WovenBand } from '../ornament/woven-band'
import { uiMessages } from '../ui.messages'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Names and values, one a line. */
export function Facts({
  facts,
  className,
}: {
  readonly facts: readonly Fact[]
  readonly className?: string
}) {
  return (
    <dl className={cx('wb-facts', className)}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Facts as on the label of a jar: where from, when, by whom, between two woven bands. */
export function FactLabel({
  title,
  facts,
  className,
  children,
}: {
  readonly title: ReactNode
  readonly facts: readonly Fact[]
  readonly className?: string
  readonly children?: ReactNode
}) {
  return (
    <section className={cx('wb-fact-label', className)}>
      <WovenBand />
      <div className="wb-fact-label-body">
        <h3>{title}</h3>
        <Facts facts={facts} />
        {children}
      </div>
      <WovenBand />
    </section>
  )
}

export interface MeterProps {
  readonly label: ReactNode
  readonly value: number
  /** The full length: the aim of a presale, the bound of a volume. Above 0. */
  readonly max: number
  readonly format?: (value: number) => string
  /** A share says itself how much of how much it is. */
  readonly isShare?: boolean
  readonly tone?: 'indigo' | 'pine' | 'honey' | 'madder'
  readonly note?: ReactNode
  readonly className?: string
}

/** How much of how much, with both figures written out; more than all is said, not hidden. */
export function Meter(props: MeterProps) {
  const { label, value, max, tone = 'pine', note, className } = props
  const t = useMessages(uiMessages)
  const formats = useFormats()
  const format = props.format ?? formats.number
  const { isShare } = props
  const text = isShare ? format(value) : t('ofMax', { value: format(value), max: format(max) })
  return (
    <div className={cx('wb-meter', className)}>
      <div className="wb-meter-head">
        <span>{label}</span>
        <span>{text}</span>
      </div>
      <div
        className="wb-bar-track"
        role="meter"
        aria-label={typeof label === 'string' ? label : text}
        aria-valuenow={Math.min(value, max)}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
      >
        <span
          className="wb-bar-fill"
          data-tone={tone}
          style={{ inlineSize: `${Math.min(100, (Math.max(0, value) / max) * 100)}%` }}
        />
      </div>
      {note && <p className="wb-help">{note}</p>}
    </div>
  )
}
