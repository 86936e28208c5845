import type { ComponentPropsWithRef, ReactNode } from 'react'
import { VisuallyHidden } from '../access/access'
import { cx } from '../cx'
import { Spinner } from '../feedback/spinner'
import type { IconType } from '../icons/make-icon'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'
import { BareLink, type LinkProps } from './link'

/** `primary` indigo; `buy` madder, for buying and paying; `quiet` outlined; `plain` text; `danger` undoes or deletes. */
export type ButtonTone = 'primary' | 'buy' | 'quiet' | 'plain' | 'danger'

interface ButtonLook {
  readonly tone?: ButtonTone
  readonly size?: 'normal' | 'small'
  /** As wide as its place. */
  readonly wide?: boolean
  readonly icon?: IconType
}

export interface ButtonProps extends ComponentPropsWithRef<'button'>, ButtonLook {
  /** Work is under way: stays in place and focusable, does nothing when pressed. */
  readonly busy?: boolean
}

/** A button; `type="button"` unless said otherwise. */
export function Button(props: ButtonProps) {
  const { tone = 'primary', size, wide, icon, busy, className, children, onClick, ...rest } = props
  const t = useMessages(uiMessages)
  return (
    <button
      type="button"
      {...rest}
      {...lookOf(tone, size, wide)}
      className={cx('wb-button', className)}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      <Label icon={icon}>{children}</Label>
      {busy && (
        <span className="wb-button-spinner">
          <Spinner label={t('busy')} />
        </span>
      )}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink(props: LinkProps & ButtonLook) {
  const { tone = 'primary', size, wide, icon, className, children, ...rest } = props
  return (
    <BareLink {...rest} {...lookOf(tone, size, wide)} className={cx('wb-button', className)}>
      <Label icon={icon}>{children}</Label>
    </BareLink>
  )
}

function lookOf(tone: ButtonTone, size?: string, wide?: boolean) {
  return { 'data-tone': tone, 'data-size': size, 'data-wide': wide || undefined }
}

function Label({ icon: Icon, children }: { icon?: IconType; children?: ReactNode }) {
  return (
    <span className="wb-button-label">
      {Icon && <Icon />}
      {children}
    </span>
  )
}

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly icon: IconType
  /** What it does, for screen readers and as a tooltip. */
  readonly label: string
  readonly size?: 'normal' | 'small'
  /** A small figure on the corner: goods in the cart, unread notices. */
  readonly count?: number
}

/** A button that is only an icon, 44 px to touch. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, size, count, className, ...rest } = props
  return (
    <button
      type="button"
      title={label}
      {...rest}
      data-size={size}
      className={cx('wb-icon-button', className)}
    >
      <Icon />
      <VisuallyHidden>{label}</VisuallyHidden>
      {count ? <span className="wb-icon-button-count">{count > 99 ? '99+' : count}</span> : null}
    </button>
  )
}
