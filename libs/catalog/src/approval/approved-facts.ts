import type { ApprovedFacts } from '@weibao/contracts/product-management'

/** The sensitive facts, in the order in which the liaison reads them. */
export const approvedFactNames = [
  'name',
  'categoryCode',
  'originScope',
  'townshipCode',
  'villages',
  'temperatureMode',
  'isAdultOnly',
  'isBusinessOnly',
  'isProtectedSpecies',
  'compliance',
] as const satisfies readonly (keyof ApprovedFacts)[]

/** The sensitive facts out of something that holds more. */
export function approvedFactsOf(product: ApprovedFacts): ApprovedFacts {
  return {
    name: product.name,
    categoryCode: product.categoryCode,
    originScope: product.originScope,
    townshipCode: product.townshipCode,
    villages: product.villages,
    temperatureMode: product.temperatureMode,
    isAdultOnly: product.isAdultOnly,
    isBusinessOnly: product.isBusinessOnly,
    isProtectedSpecies: product.isProtectedSpecies,
    compliance: product.compliance,
  }
}

/** Names of the facts that differ; all of them when there is nothing to compare with. */
export function changedFacts(before: ApprovedFacts | null, now: ApprovedFacts): string[] {
  return approvedFactNames.filter(
    (name) => !before || canonical(before[name]) !== canonical(now[name]),
  )
}

/** Bilingual texts come back from the database with their keys in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
