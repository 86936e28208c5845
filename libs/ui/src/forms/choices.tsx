import { useEffect, useId, useRef, type ComponentPropsWithRef, type ReactNode } from 'react'
import { cx } from '../cx'
import { FieldNotes, OptionalMark, type FieldText } from './field'

export interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type'>, FieldText {
  /** Some but not all of what it stands for. */
  readonly indeterminate?: boolean
}

/** One yes or no; the whole line is the target. */
export function Checkbox(props: CheckboxProps) {
  const { label, help, error, optional, id: givenId, className, indeterminate, ...input } = props
  const made = useId()
  const id = givenId ?? made
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate ?? false
  }, [indeterminate])
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label className="wb-choice" htmlFor={id}>
        <input
          ref={box}
          {...input}
          id={id}
          type="checkbox"
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>
          {label}
          {optional && <OptionalMark />}
        </span>
      </label>
      <FieldNotes id={id} help={help} error={error} />
    </div>
  )
}

export interface RadioOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly disabled?: boolean
}

export interface RadioGroupProps<Value extends string> extends FieldText {
  readonly name?: string
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly RadioOption<Value>[]
  readonly layout?: 'list' | 'row' | 'cards'
  readonly className?: string
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, help, error, optional, value, onChange, options, layout = 'list' } = props
  const id = useId()
  const name = props.name ?? id
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={cx('wb-field', props.className)}
      aria-describedby={describedBy || undefined}
    >
      <legend className="wb-label">
        {label}
        {optional && <OptionalMark />}
      </legend>
      <div className="wb-choices" data-layout={layout}>
        {options.map((option) => (
          <label className="wb-choice" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.help && <span className="wb-help block">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} help={help} error={error} />
    </fieldset>
  )
}
