import type { AllocationView, TicketPartView, TicketView } from '@weibao/contracts/allocation'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Id } from '@weibao/kernel'
import type { AllocationRow, LotName } from '../allocations/allocation.repository.js'
import type { TicketRow } from './round-result.repository.js'
import type { Priced } from '../allocations/allocation-price.js'
import type { Ticket, TicketPart } from './ticket.js'

/** Names that rows of a page need. */
export interface Names {
  readonly organisations: ReadonlyMap<Id, Bilingual>
  readonly lots: ReadonlyMap<Id, LotName>
  readonly categories: ReadonlyMap<string, Bilingual>
}

const UNKNOWN: Bilingual = { zh: '—', en: '—' }

export function toAllocationView(found: AllocationRow, names: Names): AllocationView {
  return {
    id: found.id,
    number: found.number,
    roundId: found.roundId,
    roundNumber: found.roundNumber,
    ticketId: found.ticketId,
    state: found.state,
    declinedBy: found.declinedBy as AllocationView['declinedBy'],
    reason: found.reason,
    lineId: found.demandLineId,
    demandId: found.demandId,
    demandNumber: found.demandNumber,
    buyerId: found.buyerId,
    buyerName: names.organisations.get(found.buyerId) ?? UNKNOWN,
    subdistrictCode: found.subdistrictCode,
    deliveryPointName: found.deliveryPointName,
    cooperativeId: found.cooperativeId,
    cooperativeName: names.organisations.get(found.cooperativeId) ?? UNKNOWN,
    productId: found.productId,
    productName: { zh: found.productNameZh, en: found.productNameEn },
    skuName: { zh: found.skuNameZh, en: found.skuNameEn },
    categoryCode: found.categoryCode,
    townshipCode: found.townshipCode,
    lotId: found.lotId,
    lotCode: found.lotCode,
    packages: found.packages,
    packGrams: found.packGrams,
    massGrams: found.massGrams,
    unitPriceFen: found.unitPriceFen,
    goodsFen: found.goodsFen,
    freightFen: found.freightFen,
    leavesOn: found.leavesOn,
    arrivesOn: found.arrivesOn,
    answerBy: found.answerBy.toISOString(),
    confirmBy: found.confirmBy?.toISOString() ?? null,
    orderBy: found.orderBy?.toISOString() ?? null,
    proposedAt: found.proposedAt.toISOString(),
    orderId: found.orderId,
    firstApproval:
      found.firstApprovedBy && found.firstApprovedAt
        ? {
            personId: found.firstApprovedBy,
            name: found.firstApproverName,
            at: found.firstApprovedAt.toISOString(),
          }
        : null,
  }
}

export type StoredPart = TicketPart & Priced

export function toTicketView(found: TicketRow, names: Names): TicketView {
  const flip = found.flip as Ticket['flip']
  const isProduct = found.productId !== null && found.productNameZh !== null
  return {
    id: found.id,
    roundId: found.roundId,
    roundNumber: found.roundNumber,
    attempt: found.attempt,
    lineId: found.demandLineId,
    demandId: found.demandId,
    demandNumber: found.demandNumber,
    buyerId: found.buyerId,
    buyerName: names.organisations.get(found.buyerId) ?? UNKNOWN,
    productName: isProduct ? { zh: found.productNameZh!, en: found.productNameEn! } : null,
    categoryCode: found.categoryCode,
    categoryName: names.categories.get(found.categoryCode) ?? UNKNOWN,
    subdistrictCode: found.subdistrictCode,
    reason: found.reason as TicketView['reason'],
    wantedGrams: found.wantedGrams,
    matchedGrams: found.matchedGrams,
    lotsOfGoods: found.lotsOfGoods,
    writtenAt: found.writtenAt.toISOString(),
    parts: (found.parts as StoredPart[]).map((part) => partView(part, names)),
    flip: flip && {
      ...flip,
      changes: flip.changes.map((change) => ({
        ...change,
        lotCode: change.lotId === null ? null : (names.lots.get(change.lotId)?.code ?? null),
      })),
    },
  }
}

function partView(part: StoredPart, names: Names): TicketPartView {
  const lot = names.lots.get(part.lotId)!
  return {
    lotId: part.lotId,
    lotCode: lot.code,
    productName: { zh: lot.productNameZh, en: lot.productNameEn },
    cooperativeId: lot.cooperativeId,
    cooperativeName: names.organisations.get(lot.cooperativeId) ?? UNKNOWN,
    grade: lot.grade,
    packages: part.packages,
    massGrams: part.massGrams,
    minimumOrder: lot.minimumOrder,
    unitPriceFen: part.unitPriceFen,
    goodsFen: part.goodsFen,
    freightFen: part.freightFen,
    leavesOn: part.leavesOn,
    arrivesOn: part.arrivesOn,
    shelfDaysLeft: part.shelfDaysLeft,
    turn: part.turn,
  }
}
