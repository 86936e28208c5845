import { useState, type KeyboardEvent } from 'react'
import { LiveRegion } from '../access/access'
import { cx } from '../cx'
import { MinusIcon, PlusIcon } from '../icons/icons'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export interface QuantityStepperProps {
  /** Says of what. */
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly disabled?: boolean
  readonly className?: string
}

/** A whole number by buttons, keys or typing; never outside its limits, and says when it meets one. */
export function QuantityStepper(props: QuantityStepperProps) {
  const { label, value, onChange, min = 1, max = Number.MAX_SAFE_INTEGER, step = 1 } = props
  const t = useMessages(uiMessages)
  const [draft, setDraft] = useState<string | null>(null)
  const [notice, setNotice] = useState('')

  const choose = (wanted: number) => {
    setDraft(null)
    const whole = min + Math.round((wanted - min) / step) * step
    const next = Math.min(Math.max(whole, min), max)
    if (wanted > max) setNotice(t('atMost', { count: max }))
    else if (wanted < min) setNotice(t('atLeast', { count: min }))
    else setNotice('')
    if (next !== value) onChange(next)
  }
  const commitDraft = () => {
    if (draft === null) return
    const digits = draft.normalize('NFKC').trim()
    if (/^\d{1,9}$/.test(digits)) choose(Number(digits))
    else setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowUp: value + step,
      ArrowDown: value - step,
      Home: min,
      End: max === Number.MAX_SAFE_INTEGER ? undefined : max,
    }[event.key]
    if (event.key === 'Enter') commitDraft()
    if (target === undefined) return
    event.preventDefault()
    choose(target)
  }

  return (
    <span className={cx('wb-stepper', props.className)} role="group" aria-label={label}>
      <button
        type="button"
        aria-label={`${t('decrease')} ${label}`}
        disabled={props.disabled || value <= min}
        onClick={() => choose(value - step)}
      >
        <MinusIcon />
      </button>
      <input
        type="text"
        inputMode="numeric"
        role="spinbutton"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max === Number.MAX_SAFE_INTEGER ? undefined : max}
        disabled={props.disabled}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={commitDraft}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        aria-label={`${t('increase')} ${label}`}
        disabled={props.disabled || value >= max}
        onClick={() => choose(value + step)}
      >
        <PlusIcon />
      </button>
      <LiveRegion>{notice}</LiveRegion>
    </span>
  )
}
