import type { AfterSale, AfterSaleAct, AfterSaleRow } from '@weibao/contracts/after-sale'
import type { OrderEntity, OrderLineEntity } from '../order.entity.js'
import type { AfterSaleCaseEntity, AfterSaleLineEntity } from './after-sale.entity.js'
import type {
  ReplacementParcelEntity,
  ReplacementParcelEventEntity,
} from './replacement-parcel.entity.js'
import { turnOf } from './after-sale.lifecycle.js'
import type { CaseParts } from './after-sale.repository.js'

/** Rows to what crosses HTTP. Pure. */

function common(kase: AfterSaleCaseEntity) {
  return {
    id: kase.id,
    number: kase.number,
    orderId: kase.orderId,
    orderNumber: kase.orderNumber,
    cooperativeId: kase.cooperativeId,
    cooperativeName: { zh: kase.cooperativeNameZh, en: kase.cooperativeNameEn },
    kind: kase.kind,
    reason: kase.reason,
    state: kase.state,
    turn: turnOf[kase.state],
    deadline: kase.deadline?.toISOString() ?? null,
    requestedFen: kase.requestedGoodsFen + kase.requestedFreightFen,
    agreedFen: kase.agreedFen,
    openedAt: kase.openedAt.toISOString(),
  }
}

export function toCaseRow(
  kase: AfterSaleCaseEntity,
  lines: readonly AfterSaleLineEntity[],
  orderLines: ReadonlyMap<string, OrderLineEntity>,
): AfterSaleRow {
  const own = lines.filter(({ caseId }) => caseId === kase.id)
  const first = orderLines.get(own[0]!.orderLineId)!
  return {
    ...common(kase),
    firstLine: {
      productSlug: first.productSlug,
      name: { zh: first.nameZh, en: first.nameEn },
      quantity: own[0]!.quantity,
    },
    lineCount: own.length,
  }
}

export function toCase(
  kase: AfterSaleCaseEntity,
  order: OrderEntity,
  parts: CaseParts & { readonly replacement: SentAgain | null },
  orderLines: ReadonlyMap<string, OrderLineEntity>,
  acts: AfterSaleAct[],
): AfterSale {
  return {
    ...common(kase),
    text: kase.text,
    requestedGoodsFen: kase.requestedGoodsFen,
    requestedFreightFen: kase.requestedFreightFen,
    answer: kase.answer && {
      outcome: kase.answer,
      amountFen: kase.answerFen!,
      reason: kase.answerReason,
    },
    appeal: kase.appeal,
    decision:
      kase.decisionFen === null
        ? null
        : { amountFen: kase.decisionFen, reason: kase.decisionReason },
    parcel: kase.returnSentAt && {
      courier: kase.returnCourier!,
      trackingNumber: kase.returnTracking!,
      sentAt: kase.returnSentAt.toISOString(),
    },
    resend: parts.replacement && toResend(kase, parts.replacement),
    refundState: parts.refundState as AfterSale['refundState'],
    orderState: order.state,
    lines: parts.lines.map((line) => toLine(line, orderLines.get(line.orderLineId)!)),
    photos: parts.photos.map(({ id, width, height }) => ({ id, width, height })),
    events: parts.events.map(({ kind, byParty, happenedAt, text, amountFen }) => ({
      kind: kind as AfterSale['events'][number]['kind'],
      by: byParty,
      at: happenedAt.toISOString(),
      text,
      amountFen,
    })),
    acts,
  }
}

interface SentAgain {
  readonly parcel: ReplacementParcelEntity
  readonly events: readonly ReplacementParcelEventEntity[]
}

function toResend(kase: AfterSaleCaseEntity, { parcel, events }: SentAgain): AfterSale['resend'] {
  return {
    courier: kase.resendCourier!,
    trackingNumber: kase.resendTracking!,
    dispatchedAt: parcel.dispatchedAt.toISOString(),
    state: parcel.state,
    tracking: parcel.tracking,
    deliveredAt: parcel.deliveredAt?.toISOString() ?? null,
    arrivesFrom: parcel.arrivesFrom,
    arrivesTo: parcel.arrivesTo,
    events: events.map(({ code, placeZh, placeEn, happenedAt }) => ({
      code,
      place: { zh: placeZh, en: placeEn },
      at: happenedAt.toISOString(),
    })),
  }
}

function toLine(line: AfterSaleLineEntity, of: OrderLineEntity): AfterSale['lines'][number] {
  return {
    orderLineId: line.orderLineId,
    productSlug: of.productSlug,
    name: { zh: of.nameZh, en: of.nameEn },
    skuName: { zh: of.skuNameZh, en: of.skuNameEn },
    quantity: line.quantity,
    goodsFen: line.goodsFen,
    freightFen: line.freightFen,
    refundedFen:
      line.refundedGoodsFen === null ? null : line.refundedGoodsFen + line.refundedFreightFen!,
    resellable: line.resellable,
  }
}
