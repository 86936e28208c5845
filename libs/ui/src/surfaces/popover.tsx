import { useEffect, useRef, type ReactNode } from 'react'
import { cx } from '../cx'
import { ChevronDownIcon } from '../icons/icons'
import type { IconType } from '../icons/make-icon'

export interface PopoverProps {
  /** On the button that opens it. */
  readonly label: ReactNode
  readonly icon?: IconType
  /** Which edge of the button it lines up with. */
  readonly align?: 'start' | 'end'
  readonly className?: string
  readonly children: ReactNode
}

/** A small panel below its button, on the native `<details>`: filters, column choice, more acts. */
export function Popover({ label, icon: Icon, align = 'start', className, children }: PopoverProps) {
  const frame = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const closeOutside = (event: Event) => {
      const details = frame.current
      if (details?.open && !details.contains(event.target as Node)) details.open = false
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [])
  return (
    <details
      ref={frame}
      className={cx('wb-popover', className)}
      onKeyDown={(event) => {
        const details = frame.current
        if (event.key !== 'Escape' || !details?.open) return
        event.stopPropagation()
        details.open = false
        details.querySelector('summary')?.focus()
      }}
    >
      <summary className="wb-button" data-tone="quiet" data-size="small">
        {Icon && <Icon />}
        {label}
        <ChevronDownIcon className="wb-popover-arrow" />
      </summary>
      <div className="wb-popover-panel" data-align={align}>
        {children}
      </div>
    </details>
  )
}
