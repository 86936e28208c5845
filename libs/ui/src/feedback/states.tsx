import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../actions/button'
import { cx } from '../cx'
import { AlertIcon, CheckIcon, InfoIcon, LeafIcon, LockIcon } from '../icons/icons'
import { useMessages } from '../i18n/i18n'
import { MountainLine } from '../ornament/mountain-line'
import { uiMessages } from '../ui.messages'

interface StateFrame {
  readonly title: ReactNode
  /** Of the title: 1 where the state is the whole page. */
  readonly level?: 1 | 2
  readonly actions?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

/** Nothing here yet, and what one can do about it. */
export function EmptyState({ title, level, actions, className, children }: StateFrame) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={cx('wb-message-state', className)}>
      <MountainLine />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className="wb-message-actions">{actions}</div>}
    </div>
  )
}

export interface ErrorStateProps {
  /** What happened. */
  readonly title?: ReactNode
  /** Of the title: 1 where the state is the whole page. */
  readonly level?: 1 | 2
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
  const Heading = props.level === 1 ? 'h1' : 'h2'
  return (
    <div className={cx('wb-message-state', props.className)} role="alert">
      <AlertIcon className="text-[2.5rem] text-madder" />
      <Heading>{props.title ?? t('errorTitle')}</Heading>
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
export function ForbiddenState(props: Partial<StateFrame>) {
  const { title, level, actions, className, children } = props
  const t = useMessages(uiMessages)
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={cx('wb-message-state', className)}>
      <LockIcon className="text-[2.5rem] text-ink-soft" />
      <Heading>{title ?? t('forbiddenTitle')}</Heading>
      <p>{children ?? t('forbiddenText')}</p>
      {actions && <div className="wb-message-actions">{actions}</div>}
    </div>
  )
}

const noticeIcons = { info: InfoIcon, good: CheckIcon, season: LeafIcon, problem: AlertIcon }

/** A remark in the flow of a page. `problem` is also read aloud, and a dialog that is scrolled shows it. */
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
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tone === 'problem' && box.current?.closest('dialog'))
      box.current.scrollIntoView({ block: 'nearest' })
  }, [tone])
  return (
    <div
      ref={box}
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
