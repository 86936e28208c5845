import type { Locale } from '@weibao/contracts/basics'
import type { VolumeRow } from '@weibao/contracts/report'
import type { SheetValues } from '@weibao/documents'
import type { volumeColumns } from './volume-export.columns.js'
import type { FactRow } from './volume-report.repository.js'
import { scopeReasonNames, type CodeNames } from './volume-words.js'

/** An entry as a row of the sheet. */
export function toSheetRow(
  fact: FactRow,
  { attribution, attributionName }: Pick<VolumeRow, 'attribution' | 'attributionName'>,
  names: CodeNames,
  locale: Locale,
): SheetValues<typeof volumeColumns> {
  const isEnglish = locale === 'en'
  return {
    period: fact.period,
    day: fact.day,
    stage: fact.stage,
    kind: fact.kind,
    orderNumber: fact.orderNumber,
    cooperative: isEnglish ? fact.cooperativeNameEn : fact.cooperativeNameZh,
    product: isEnglish ? fact.productNameEn : fact.productNameZh,
    township: names.township.get(fact.township) ?? fact.township,
    category: names.category.get(fact.category) ?? fact.category,
    channel: names.channel.get(fact.channel) ?? fact.channel,
    purchaseKind: fact.purchaseKind,
    buyerKind: fact.buyerKind,
    subdistrict: names.subdistrict.get(fact.subdistrictCode ?? 'none') ?? fact.subdistrictCode,
    attribution:
      attributionName?.[isEnglish ? 'en' : 'zh'] ??
      names.attribution.get(attribution) ??
      attribution,
    evidenceGrade: fact.evidenceGrade,
    goodsFen: fact.goodsFen,
    freightFen: fact.freightFen,
    packingFen: fact.packingFen,
    subsidyFen: fact.subsidyFen,
    quantity: fact.quantity,
    massGrams: fact.massGrams,
    counted: fact.counted ? 'yes' : 'no',
    scopeReasons: fact.scopeReasons
      .map((reason) => scopeReasonNames[reason][locale])
      .join(isEnglish ? '; ' : '；'),
    ruleVersion: fact.ruleVersion,
    reason: fact.reason,
    entryId: fact.id,
  } as SheetValues<typeof volumeColumns>
}
