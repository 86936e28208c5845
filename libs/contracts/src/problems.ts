import type { ErrorKind } from '@weibao/kernel'
import type { ProblemText } from './problem-text.js'
import { afterSaleProblems } from './problems/after-sale.js'
import { catalogProblems } from './problems/catalog.js'
import { demandProblems } from './problems/demand.js'
import { documentsProblems } from './problems/documents.js'
import { identityProblems } from './problems/identity.js'
import { journalsProblems } from './problems/journals.js'
import { matchingProblems } from './problems/matching.js'
import { orderingProblems } from './problems/ordering.js'
import { paymentsProblems } from './problems/payments.js'
import { transferProblems } from './problems/transfers.js'
import { platformProblems } from './problems/platform.js'
import { quotaProblems } from './problems/quota.js'
import { settlementProblems } from './problems/settlement.js'
import { supplyProblems } from './problems/supply.js'

/** Every refusal of the API, by its permanent code. */
const all = {
  ...platformProblems,
  ...identityProblems,
  ...journalsProblems,
  ...documentsProblems,
  ...catalogProblems,
  ...supplyProblems,
  ...paymentsProblems,
  ...transferProblems,
  ...demandProblems,
  ...quotaProblems,
  ...matchingProblems,
  ...orderingProblems,
  ...afterSaleProblems,
  ...settlementProblems,
} as const satisfies Record<string, ProblemText>

export type ProblemCode = keyof typeof all
export const problems: Readonly<Record<ProblemCode, ProblemText>> = all

/** HTTP status of each kind of refusal. */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
}
