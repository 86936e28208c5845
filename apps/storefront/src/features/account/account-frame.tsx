import { MountainLine } from '@weibao/ui'
import type { ReactNode } from 'react'

interface AccountFrameProps {
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A narrow sheet under the ridge: signing in, registering, a new password. */
export function AccountFrame({ title, note, children }: AccountFrameProps) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-4 py-4 md:py-10">
      <div className="wb-card shadow-card">
        <div className="overflow-hidden bg-mist">
          <MountainLine className="-mb-px" />
        </div>
        <div className="grid gap-4 p-5 sm:p-7">
          <h1>{title}</h1>
          {note && <div className="text-ink-soft">{note}</div>}
          {children}
        </div>
      </div>
    </div>
  )
}
