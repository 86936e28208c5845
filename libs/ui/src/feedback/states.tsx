import type { ReactNode } from 'react'
import { Button } from '../actions/button'
import { cx } from '../cx'
import { AlertIcon, CheckIcon, InfoIcon, LeafIcon, LockIcon } from '../icons/icons'
import { useMessages } from '../i18n/i18n'
import { MountainLine } from '../ornament/mountain-line'
import { uiMessages } from '../ui.messages'

interface StateFrame {
  readonly title: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

/** Nothing here yet, and what one can do about it. */
export function EmptyState({ title, actions, className, children }: StateFrame) {
  return (
    <div className={cx('wb-message-state', className)}>
      <MountainLine />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="wb-message-actions">{actions}</div>}
    </div>
  )
}

export interface ErrorStateProps {
  /** What happened. */
  readonly title?: ReactNode
  readonly text?: ReactNode
  /** What is safe: nothing was charged, the draft is kept. */
  readonly safe?: ReactNode
  /** What to do. */
  readonly next?: ReactNode
  /** To quote when asking for help. */
  readonly reference?: string
  readonly onRetry?: () => void
  readonly retrying?: boolean
  readonly actions?: ReactNode
  readonly className?: string
}

/** What happened, what is safe, what to do. */
export function ErrorState(props: ErrorStateProps) {
  const t = useMessages(uiMessages)
  return (
    <div className={cx('wb-message-state', props.className)} role="alert">
      <AlertIcon className="text-[2.5rem] text-madder" />
      <h2>{props.title ?? t('errorTitle')}</h2>
      <p>{props.text ?? t('errorText')}</p>
      {(props.safe || props.next) && (
        <dl className="wb-error-parts">
          {props.safe && (
            <div>
              <dt>{t('errorSafe')}</dt>
              <dd>{props.safe}</dd>
            </div>
          )}
          {props.next && (
            <div>
              <dt>{t('errorNext')}</dt>
              <dd>{props.next}</dd>
            </div>
          )}
        </dl>
      )}
      <div className="wb-message-actions">
        {props.onRetry && (
          <Button onClick={props.onRetry} busy={props.retrying}>
            {t('retry')}
          </Button>
        )}
        {props.actions}
      </div>
      {props.reference && (
        <p className="text-sm">{t('errorReference', { reference: props.reference })}</p>
      )}
    </div>
  )
}

/** The account may not see this; says who can change that. */
export function ForbiddenState({ title, actions, className, children }: Partial<StateFrame>) {
  const t = useMessages(uiMessages)
  return (
    <div className={cx('wb-message-state', className)}>
      <LockIcon className="text-[2.5rem] text-ink-soft" />
      <h2>{title ?? t('forbiddenTitle')}</h2>
      <p>{children ?? t('forbiddenText')}</p>
      {actions && <div className="wb-message-actions">{actions}</div>}
    </div>
  )
}

const noticeIcons = { info: InfoIcon, good: CheckIcon, season: LeafIcon, problem: AlertIcon }

/** A remark in the flow of a page. `problem` is also read aloud. */
export function Notice({
  tone = 'info',
  title,
  className,
  children,
}: {
  readonly tone?: keyof typeof noticeIcons
  readonly title?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}) {
  const Icon = noticeIcons[tone]
  return (
    <div
      className={cx('wb-notice', className)}
      data-tone={tone}
      role={tone === 'problem' ? 'alert' : undefined}
    >
      <Icon />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}
