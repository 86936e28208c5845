import type { ComponentPropsWithRef, ReactNode } from 'react'
import { cx } from '../cx'

export interface CardProps extends ComponentPropsWithRef<'div'> {
  readonly padded?: boolean
  readonly raised?: boolean
}

/** A raised sheet of paper. */
export function Card({ padded, raised, className, ...rest }: CardProps) {
  return (
    <div
      {...rest}
      className={cx('wb-card', className)}
      data-padded={padded || undefined}
      data-raised={raised || undefined}
    />
  )
}

export interface PanelProps {
  readonly title: ReactNode
  readonly level?: 2 | 3
  /** Beside the title: a figure, a date. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** No padding, for tables. */
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A titled section of a page. */
export function Panel({ title, level = 2, note, actions, flush, className, children }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={cx('wb-panel', className)}>
      <div className="wb-panel-head">
        <div>
          <Heading>{title}</Heading>
          {note && <p className="wb-panel-note">{note}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      <div className="wb-panel-body" data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}
