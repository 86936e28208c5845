import { packing } from '@weibao/api-client/orders'
import { useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { SheetImport } from '../sheet-import/sheet-import'
import { packingMessages } from './packing.messages'

/** Tells many parcels by a sheet. */
export function ShippingImportPage() {
  const t = useMessages(packingMessages)
  const { organisationId: cooperativeId, base } = useActing()
  return (
    <SheetImport
      title={t('importTitle')}
      lead={t('importLead')}
      list={{ href: `${base}/orders`, label: t('orders') }}
      address={`/cooperatives/${cooperativeId}/shipment-imports`}
      check={(file) => packing.checkSheet({ params: { cooperativeId }, file })}
      save={(file, fingerprint) =>
        packing.importSheet({ params: { cooperativeId }, query: { fingerprint }, file })
      }
      changes={['orders']}
    />
  )
}
