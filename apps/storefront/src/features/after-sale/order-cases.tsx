import { useQuery } from '@tanstack/react-query'
import type { AfterSaleState } from '@weibao/contracts/after-sale'
import { ButtonLink, Panel, Price, TextLink, useMessages } from '@weibao/ui'
import { afterSaleMessages } from './after-sale.messages'
import { orderCasesQuery } from './after-sale.queries'
import { CaseStateTag } from './case-state'

/** Goods are sent again: no money moves. */
const resends: readonly AfterSaleState[] = ['to-resend', 'resent', 'replaced']

/** The cases about an order, and the way to open one. */
export function OrderCases({ orderId, canOpen }: { orderId: string; canOpen: boolean }) {
  const t = useMessages(afterSaleMessages)
  const cases = useQuery(orderCasesQuery(orderId)).data?.items ?? []
  if (cases.length === 0 && !canOpen) return null
  return (
    <Panel title={t('title')}>
      <ul className="grid gap-3">
        {cases.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextLink href={`/after-sales/${row.id}`}>
              {t('caseTitle', { number: row.number })}
            </TextLink>
            <CaseStateTag state={row.state} />
            {!resends.includes(row.state) && (
              <span className="ml-auto">
                <Price fen={row.agreedFen ?? row.requestedFen} size="small" />
              </span>
            )}
          </li>
        ))}
      </ul>
      {canOpen && (
        <ButtonLink
          href={`/orders/${orderId}/after-sale`}
          tone="quiet"
          className={cases.length > 0 ? 'mt-3' : ''}
        >
          {t('apply')}
        </ButtonLink>
      )}
    </Panel>
  )
}
