import type { ReactNode } from 'react'
import { useMessages } from '../i18n/i18n'
import { uiMessages } from '../ui.messages'

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="wb-hidden">{children}</span>
}

/** The first stop of the Tab key: past the navigation to `<main id="main" tabIndex={-1}>`. */
export function SkipLink({ target = 'main' }: { readonly target?: string }) {
  const t = useMessages(uiMessages)
  return (
    <a className="wb-skip wb-hidden" href={`#${target}`}>
      {t('skip')}
    </a>
  )
}

/** Reads changes of its content aloud: totals, progress, results. Keep it mounted; change the text. */
export function LiveRegion({
  children,
  urgent = false,
  visible = false,
  className,
}: {
  readonly children: ReactNode
  readonly urgent?: boolean
  readonly visible?: boolean
  readonly className?: string
}) {
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      aria-live={urgent ? 'assertive' : 'polite'}
      aria-atomic="true"
      className={visible ? className : 'wb-hidden'}
    >
      {children}
    </div>
  )
}
