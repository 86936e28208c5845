import type { ComponentPropsWithRef, ReactNode } from 'react'
import { ChevronDownIcon } from '../icons/icons'
import { Field, type FieldText } from './field'

export interface TextFieldProps extends FieldText, Omit<ComponentPropsWithRef<'input'>, 'prefix'> {
  /** Before the text inside the frame: ¥, an icon. */
  readonly prefix?: ReactNode
  /** After the text: a unit, a button. */
  readonly suffix?: ReactNode
  /** Numbers stand right. */
  readonly align?: 'start' | 'end'
}

/** One line of text with its label. */
export function TextField(props: TextFieldProps) {
  const { label, help, error, optional, id, className, prefix, suffix, align, ...input } = props
  return (
    <Field {...{ label, help, error, optional, id, className }}>
      {(control) => (
        <span className="wb-input-frame">
          {prefix && <span className="wb-affix">{prefix}</span>}
          <input type="text" {...input} {...control} data-align={align} className="wb-input" />
          {suffix && <span className="wb-affix">{suffix}</span>}
        </span>
      )}
    </Field>
  )
}

/** Several lines of text with their label. */
export function TextArea(props: FieldText & ComponentPropsWithRef<'textarea'>) {
  const { label, help, error, optional, id, className, ...input } = props
  return (
    <Field {...{ label, help, error, optional, id, className }}>
      {(control) => (
        <span className="wb-input-frame">
          <textarea rows={4} {...input} {...control} className="wb-input" />
        </span>
      )}
    </Field>
  )
}

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectProps extends FieldText, ComponentPropsWithRef<'select'> {
  readonly options?: readonly SelectOption[]
  /** Shown while nothing is chosen; has the empty value. */
  readonly placeholder?: string
}

/** The native choice of one in many: phones show their own wheel. Options, or `<option>` children. */
export function Select(props: SelectProps) {
  const { label, help, error, optional, id, className, options, placeholder, children, ...select } =
    props
  return (
    <Field {...{ label, help, error, optional, id, className }}>
      {(control) => (
        <span className="wb-input-frame">
          <select {...select} {...control} className="wb-input">
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options?.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
            {children}
          </select>
          <ChevronDownIcon className="wb-select-arrow" />
        </span>
      )}
    </Field>
  )
}
