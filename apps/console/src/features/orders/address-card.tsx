import type { Address } from '@weibao/contracts/order'
import { Button, Panel, useMessages, useToast } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

/** An address in one line, as it is written on a parcel. */
export function addressLine({ province, city, district, street }: Address): string {
  return `${province}${city === province ? '' : city}${district}${street}`
}

/** Where an order goes, to be read or copied into the courier's form. */
export function AddressCard({ address, note }: { address: Address | null; note: string }) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const copy = async (whole: string) => {
    await navigator.clipboard.writeText(whole)
    toast({ text: t('copied') })
  }
  return (
    <Panel
      title={t('addressTitle')}
      actions={
        address && (
          <Button
            tone="plain"
            size="small"
            onClick={() =>
              void copy(`${address.recipient} ${address.phone} ${addressLine(address)}`)
            }
          >
            {t('copyAddress')}
          </Button>
        )
      }
    >
      {address ? (
        <address className="not-italic">
          <strong>{address.recipient}</strong> {address.phone}
          <br />
          {addressLine(address)}
        </address>
      ) : (
        <p className="text-ink-soft">{t('addressHidden')}</p>
      )}
      {note && (
        <dl className="mt-3">
          <dt className="text-sm text-ink-soft">{t('note')}</dt>
          <dd className="whitespace-pre-line">{note}</dd>
        </dl>
      )}
    </Panel>
  )
}
