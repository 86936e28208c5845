import { lots } from '@weibao/api-client/lots'
import { useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { SheetImport } from '../sheet-import/sheet-import'
import { lotsMessages } from './lots.messages'

/** Declares and changes lots by a sheet. */
export function LotImportPage() {
  const t = useMessages(lotsMessages)
  const { organisationId: cooperativeId, base } = useActing()
  return (
    <SheetImport
      title={t('importTitle')}
      lead={t('importLead')}
      list={{ href: `${base}/lots`, label: t('title') }}
      address={`/cooperatives/${cooperativeId}/lot-imports`}
      check={(file) => lots.checkSheet({ params: { cooperativeId }, file })}
      save={(file, fingerprint) =>
        lots.importSheet({ params: { cooperativeId }, query: { fingerprint }, file })
      }
      changes={['lots', 'products']}
    />
  )
}
