import type { RecordTransfer, TransferDetail } from '@weibao/contracts/transfer'
import { newId, type Id } from '@weibao/kernel'
import { TransferConfirmation, TransferDesk } from '@weibao/payments'
import { makeActor, type World } from '@weibao/platform/testing'

const officer = () => makeActor({ role: 'officer' })
/** Who records, who confirms, and who sends back. */
export const officers = { first: officer(), second: officer(), third: officer() }

/** A transfer that came in, recorded by the first officer. */
export function record(
  world: World,
  amountFen: number,
  assignments: { paymentId: Id; amountFen: number }[] = [],
  given: Partial<RecordTransfer> = {},
): Promise<TransferDetail> {
  return world.get(TransferDesk).record(officers.first, {
    bankReference: `B${newId()}`,
    payerName: '宝山区某某小学食堂',
    payerBank: '演示银行友谊路支行',
    payerAccount: '6200000000001234',
    amountFen,
    valueDay: '2026-01-05',
    note: '',
    assignments,
    ...given,
  })
}

/** Confirmed by the second, as it stands. */
export function confirm(
  world: World,
  { transfer, assignments }: TransferDetail,
  by = officers.second,
) {
  const pending = assignments.filter(({ state }) => state === 'recorded').map(({ id }) => id)
  return world.get(TransferConfirmation).confirm(by, transfer.id, pending)
}
