import { useId, type ReactNode } from 'react'
import { cx } from '../cx'
import { AlertIcon } from '../icons/icons'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

export interface FieldText {
  readonly label: ReactNode
  /** Below the field: what it is for, what form it has. */
  readonly help?: ReactNode
  /** What is wrong and what would be right; its presence marks the field invalid. */
  readonly error?: ReactNode
  /** Written after the label: fields are required unless they say so. */
  readonly optional?: boolean
}

/** What a control takes to belong to its label, help and error. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label above, control, help and error below, tied together for assistive technology. */
export function Field({
  label,
  help,
  error,
  optional,
  id: givenId,
  className,
  children,
}: FieldText & {
  readonly id?: string
  readonly className?: string
  readonly children: (control: ControlProps) => ReactNode
}) {
  const made = useId()
  const id = givenId ?? made
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cx('wb-field', className)}>
      <label className="wb-label" htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldNotes id={id} help={help} error={error} />
    </div>
  )
}

/** "Optional", after a label. */
export function OptionalMark() {
  const t = useMessages(uiMessages)
  return <span className="wb-optional">{t('optional')}</span>
}

/** Help and error below a control, with the ids its description names. */
export function FieldNotes({
  id,
  help,
  error,
}: {
  id: string
  help?: ReactNode
  error?: ReactNode
}) {
  return (
    <>
      {help && (
        <p className="wb-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="wb-error" id={`${id}-error`}>
          <AlertIcon />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}
