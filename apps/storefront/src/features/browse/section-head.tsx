import { WovenBand } from '@weibao/ui'
import type { ReactNode } from 'react'

interface SectionHeadProps {
  readonly title: string
  readonly note?: string
  /** A link at the right, or below on a phone. */
  readonly more?: ReactNode
  /** Within a longer page: smaller, without the strip of cloth. */
  readonly plain?: boolean
}

/** The head of a section: a strip of cloth, the title, where more of it is. */
export function SectionHead({ title, note, more, plain }: SectionHeadProps) {
  return (
    <div className="grid gap-2">
      {!plain && <WovenBand className="max-w-16" />}
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className={plain ? 'text-lg' : 'text-lg md:text-xl'}>{title}</h2>
        {more && <span className="ml-auto text-sm">{more}</span>}
        {note && <p className="order-last basis-full text-sm text-ink-soft">{note}</p>}
      </div>
    </div>
  )
}
