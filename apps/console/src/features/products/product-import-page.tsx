import { ownProducts } from '@weibao/api-client/product-management'
import { useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { SheetImport } from '../sheet-import/sheet-import'
import { productsMessages } from './products.messages'

/** Makes and changes products by a sheet. */
export function ProductImportPage() {
  const t = useMessages(productsMessages)
  const { organisationId: cooperativeId, base } = useActing()
  return (
    <SheetImport
      title={t('importTitle')}
      lead={t('importLead')}
      list={{ href: `${base}/products`, label: t('title') }}
      address={`/cooperatives/${cooperativeId}/product-imports`}
      check={(file) => ownProducts.checkSheet({ params: { cooperativeId }, file })}
      save={(file, fingerprint) =>
        ownProducts.importSheet({ params: { cooperativeId }, query: { fingerprint }, file })
      }
      changes={['products']}
    />
  )
}
