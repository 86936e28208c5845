import type { INestApplicationContext } from '@nestjs/common'
import type { AllocationView } from '@weibao/contracts/allocation'
import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import { Members } from '@weibao/identity'
import { Clock, invariant, localDay, newId, type Id } from '@weibao/kernel'
import { AllocationDesk, MatchReads } from '@weibao/matching'
import { OrderReads, OrderService, Procurement, Shipping } from '@weibao/ordering'
import { PaymentService, TransferConfirmation, TransferDesk } from '@weibao/payments'
import { Actor, UnitOfWork, withContext } from '@weibao/platform'

/** How far the orders come, one allocation each. */
const ENDS = ['received', 'one-short', 'awaiting'] as const

/** Approvers of the buyer, its receiver, and two officers: nobody decides twice. */
interface People {
  readonly buyerId: Id
  readonly approvers: readonly Actor[]
  readonly receiver: Actor
  readonly officers: readonly Actor[]
}

/**
 * Carries some of what the first round has matched for a buyer on to its end, so that figures open down to
 * order, payment, shipment, receipt and volume: one order is paid by transfer and received, one lacks a
 * package, one waits for its transfer. Of the rest of the matches one is on its way, one waits for its cooperative,
 * one for a second approver, the others for an answer. How many orders were made.
 */
export async function seedProcurement(
  app: INestApplicationContext,
  buyerId: Id,
  officeId: Id,
): Promise<number> {
  const members = (role: MemberRole) => actorsOf(app, buyerId, 'buyer', role)
  const people: People = {
    buyerId,
    approvers: await members('approver'),
    receiver: (await members('receiver'))[0]!,
    officers: await actorsOf(app, officeId, 'administration', 'officer'),
  }
  const chosen = await chooseAllocations(app, buyerId)
  for (const [index, allocation] of chosen.entries()) {
    await agree(app, people, allocation)
    const placed = await order(app, people, allocation.id)
    const end = ENDS[index]!
    if (end === 'awaiting') continue
    await payByTransfer(app, people, placed.groupId, index)
    const sent = { ...allocation, orderId: placed.orderId }
    await ship(app, sent, index)
    await receive(app, people, sent, end)
  }
  return chosen.length + (await leaveUnderWay(app, people, chosen.length))
}

/** One match at each stage at which somebody has to act; how many of them are ordered. */
async function leaveUnderWay(
  app: INestApplicationContext,
  people: People,
  index: number,
): Promise<number> {
  const byPrice = [...(await proposedTo(app, people.buyerId))].sort(
    (a, b) => a.goodsFen - b.goodsFen,
  )
  const [, accepted, sent, dearest] = byPrice
  if (!accepted) return 0
  await accept(app, people, accepted)
  // Above the limit of its budget: another has to say yes too.
  if (dearest)
    await app
      .get(AllocationDesk, { strict: false })
      .accept(people.approvers[0]!, people.buyerId, byPrice.at(-1)!.id)
  if (!sent) return 0
  await agree(app, people, sent)
  const { groupId, orderId } = await order(app, people, sent.id)
  await payByTransfer(app, people, groupId, index)
  await ship(app, { ...sent, orderId }, index)
  return 1
}

/** Those of which a package can be missing, by number, each of another cooperative. */
async function chooseAllocations(
  app: INestApplicationContext,
  buyerId: Id,
): Promise<AllocationView[]> {
  const byNumber = await proposedTo(app, buyerId)
  const firsts = new Map<Id, AllocationView>()
  for (const each of byNumber.filter(({ packages }) => packages > 1))
    if (!firsts.has(each.cooperativeId)) firsts.set(each.cooperativeId, each)
  return [...firsts.values()].slice(0, ENDS.length)
}

async function proposedTo(app: INestApplicationContext, buyerId: Id): Promise<AllocationView[]> {
  const { items } = await app
    .get(MatchReads, { strict: false })
    .allocations({ buyerId, state: 'proposed' }, { limit: 100 })
  return [...items].sort((a, b) => (a.number < b.number ? -1 : 1))
}

/** Accepted, above the limit by two, and confirmed by the cooperative. */
async function agree(
  app: INestApplicationContext,
  people: People,
  allocation: AllocationView,
): Promise<void> {
  await accept(app, people, allocation)
  const { id, cooperativeId } = allocation
  const desk = app.get(AllocationDesk, { strict: false })
  await desk.confirm(await ownerOf(app, cooperativeId), cooperativeId, id)
}

/** By as many approvers as it takes. */
async function accept(
  app: INestApplicationContext,
  { buyerId, approvers }: People,
  { id }: AllocationView,
): Promise<void> {
  const desk = app.get(AllocationDesk, { strict: false })
  for (const approver of approvers) {
    const { state } = await desk.accept(approver, buyerId, id)
    if (state === 'accepted') break
  }
}

async function order(
  app: INestApplicationContext,
  { buyerId, approvers: [approver] }: People,
  allocationId: Id,
): Promise<{ groupId: Id; orderId: Id }> {
  const request = {
    requestId: newId(),
    locale: 'zh-CN',
    address: '127.0.0.1',
    actor: approver!,
    idempotencyKey: newId(),
  } as const
  const { items } = await withContext(request, () =>
    app.get(Procurement, { strict: false }).place(approver!, buyerId, {
      allocationIds: [allocationId],
      way: 'bank-transfer',
      acceptsReturnException: true,
    }),
  )
  return { groupId: items[0]!.id, orderId: items[0]!.orderIds[0]! }
}

/** One officer records what came in, another confirms it: now it is paid. */
async function payByTransfer(
  app: INestApplicationContext,
  { officers: [first, second] }: People,
  groupId: Id,
  index: number,
): Promise<void> {
  const { reader } = app.get(UnitOfWork, { strict: false })
  const payment = await app.get(PaymentService, { strict: false }).findOf(reader, groupId)
  const { id: paymentId, amountFen, transferReference } = payment!
  const day = localDay(app.get(Clock, { strict: false }).now())
  const { transfer, assignments } = await app.get(TransferDesk, { strict: false }).record(first!, {
    bankReference: `DEMO${day.replaceAll('-', '')}${index + 1}`,
    payerName: '友谊路街道机关食堂（演示）',
    payerBank: '演示银行宝山支行',
    payerAccount: '6200000000005678',
    amountFen,
    valueDay: day,
    note: `货款 ${transferReference}`,
    assignments: [{ paymentId, amountFen }],
  })
  await app.get(TransferConfirmation, { strict: false }).confirm(
    second!,
    transfer.id,
    assignments.map(({ id }) => id),
  )
}

async function ship(
  app: INestApplicationContext,
  { orderId, cooperativeId }: { orderId: Id; cooperativeId: Id },
  index: number,
): Promise<void> {
  await app.get(Shipping, { strict: false }).ship(await ownerOf(app, cooperativeId), orderId, {
    courier: '顺丰速运',
    trackingNumber: `SFDEMO${String(index + 1).padStart(8, '0')}`,
  })
}

/** Received at the door: whole, or one package short. */
async function receive(
  app: INestApplicationContext,
  { receiver }: People,
  { orderId }: { orderId: Id },
  end: 'received' | 'one-short',
): Promise<void> {
  const shopper = { personId: receiver.personId, guestKey: null, actor: receiver }
  const { lines } = await app.get(OrderReads, { strict: false }).order(shopper, receiver, orderId)
  const missing = {
    orderLineId: lines[0]!.id,
    short: 1,
    damaged: 0,
    over: 0,
    weighedGrams: null,
    photoIds: [],
    note: '少一件，已与司机当面点清。',
  }
  await app
    .get(OrderService, { strict: false })
    .accept(shopper, orderId, end === 'one-short' ? [missing] : [])
}

async function ownerOf(app: INestApplicationContext, cooperativeId: Id): Promise<Actor> {
  const [owner] = await actorsOf(app, cooperativeId, 'cooperative', 'owner')
  invariant(owner, `no owner of ${cooperativeId}`)
  return owner
}

/** The members of an organisation who hold a role, in the order they joined, as they would be signed in. */
export async function actorsOf(
  app: INestApplicationContext,
  organisationId: Id,
  organisationKind: OrganisationKind,
  role: MemberRole,
): Promise<Actor[]> {
  const { reader } = app.get(UnitOfWork, { strict: false })
  const personIds = await app.get(Members, { strict: false }).peopleOf(reader, organisationId, role)
  return personIds.map(
    (personId) =>
      new Actor({
        personId,
        sessionId: null,
        memberships: [{ organisationId, organisationKind, role }],
        secondFactorAt: new Date(),
        locale: 'zh-CN',
        scopes: null,
      }),
  )
}
