import { useSuspenseQuery } from '@tanstack/react-query'
import {
  Button,
  ButtonLink,
  DateText,
  EmptyState,
  Facts,
  PrintIcon,
  useBilingual,
  useMessages,
} from '@weibao/ui'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { orderQuery } from '../orders/orders.queries'
import { ReceiptTable } from './receipt-table'
import { receiptsMessages } from './receipts.messages'

/** The receipt on paper, to be signed and filed with the invoice. */
export function ReceiptPage() {
  const t = useMessages(receiptsMessages)
  const say = useBilingual()
  const { base } = useActing()
  const { data: order } = useSuspenseQuery(orderQuery(useParams()['orderId']!))
  useTitle(`${t('receipt')} ${order.number}`)
  const { receipt } = order
  const back = (
    <ButtonLink tone="quiet" size="small" href={`${base}/orders/${order.id}`}>
      {t('back')}
    </ButtonLink>
  )
  if (!receipt) return <EmptyState title={t('receipt')} actions={back} />
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-4">
      <div className="flex gap-3 print:hidden">
        {back}
        <Button size="small" icon={PrintIcon} onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
      <article className="wb-card grid gap-5 p-6 md:p-10 print:border-0 print:p-0">
        <h1 className="border-b-2 border-ink pb-3">{t('receipt')}</h1>
        <Facts
          facts={[
            { label: t('number'), value: order.number },
            { label: t('seller'), value: say(order.cooperativeName) },
            ...(order.buyer ? [{ label: t('buyerName'), value: say(order.buyer.name) }] : []),
            { label: t('receivedAt'), value: <DateText value={receipt.receivedAt} as="dayTime" /> },
            { label: t('by'), value: t(receipt.kind) },
          ]}
        />
        <ReceiptTable order={order} receipt={receipt} />
        <p className="ml-auto w-56 border-b border-ink pt-6 pb-1 text-sm">{t('signed')}</p>
      </article>
    </div>
  )
}
