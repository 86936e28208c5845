import type { VolumeRow } from '@weibao/contracts/report'
import { SHARED } from '@weibao/contracts/report'
import type { FactRow } from './volume-report.repository.js'

type Attribution = Pick<VolumeRow, 'attribution' | 'attributionName' | 'buyerOrganisationId'>

/**
 * To whom an entry is attributed, as far as who reads it may know: single units are for whoever may read their
 * orders, everybody else sees them as shared. Places are for everybody.
 */
export function attributionOf(fact: FactRow, seesUnits: boolean): Attribution {
  const { attribution, unitNameZh, unitNameEn, buyerOrganisationId } = fact
  const isUnit = unitNameZh !== null && unitNameEn !== null
  if (!isUnit) return { attribution, attributionName: null, buyerOrganisationId }
  if (!seesUnits) return { attribution: SHARED, attributionName: null, buyerOrganisationId: null }
  const attributionName = { zh: unitNameZh, en: unitNameEn }
  return { attribution, attributionName, buyerOrganisationId }
}
