import { transfers } from '@weibao/api-client/transfers'
import { useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { SheetImport } from '../sheet-import/sheet-import'
import { transfersMessages } from './transfers.messages'

/** Records what came in by the bank's statement; another officer confirms each transfer. */
export function TransferImportPage() {
  const t = useMessages(transfersMessages)
  const { base } = useActing()
  return (
    <SheetImport
      title={t('importTitle')}
      lead={t('importLead')}
      list={{ href: `${base}/transfers?state=recorded`, label: t('title') }}
      address="/administration/transfer-imports"
      filled={t('importFilled')}
      check={(file) => transfers.checkSheet({ params: {}, file })}
      save={(file, fingerprint) =>
        transfers.importSheet({ params: {}, query: { fingerprint }, file })
      }
      changes={['transfers']}
    />
  )
}
