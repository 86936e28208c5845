import { Breadcrumbs, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import { useTitle } from '../../lib/use-title'
import { accountMessages } from './account.messages'

/** A page below 我的: the way back, the title, its panels. */
export function AccountSection({ title, children }: { title: string; children: ReactNode }) {
  const t = useMessages(accountMessages)
  useTitle(title)
  return (
    <div className="mx-auto grid max-w-2xl gap-5">
      <Breadcrumbs trail={[{ label: t('back'), href: '/account' }, { label: title }]} />
      <h1>{title}</h1>
      {children}
    </div>
  )
}
