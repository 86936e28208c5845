import { useMessages } from '@weibao/ui'
import type { DemandWords } from './demand-draft'
import { demandsMessages } from './demands.messages'

/** What a form says of what it lacks: each names its field, since they are also read together above it. */
export function useDemandWords(): DemandWords {
  const t = useMessages(demandsMessages)
  return {
    needTitle: t('needTitle'),
    needBudgetLine: t('needBudgetLine'),
    needDeliveryPoint: t('needDeliveryPoint'),
    needCategory: t('needCategory'),
    needKg: t('needKg'),
    needMin: t('needMin'),
    needPrice: t('needPrice'),
    needDay: t('needDay'),
    needOrder: t('needOrder'),
  }
}
