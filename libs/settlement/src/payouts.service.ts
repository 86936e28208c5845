import { Injectable } from '@nestjs/common'
import type { SettlementView } from '@weibao/contracts/settlement'
import { NumberSeries, writeBankFile, type BankFileLine } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, fen, localDay, sumFen, type Id } from '@weibao/kernel'
import { cooperativePayable, Ledger } from '@weibao/ledger'
import {
  notFound,
  refusal,
  UnitOfWork,
  violatedConstraint,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { PayoutAccounts } from './payout-accounts.service.js'
import type { Payout } from './settlement.entity.js'
import { payoutLifecycle, settlementLifecycle } from './settlement.lifecycle.js'
import { SettlementRepository } from './settlement.repository.js'
import { toSettlementView } from './settlement.views.js'

/** The transfer that pays a settlement: proposed by one person as a bank file, decided by another. */
@Injectable()
export class Payouts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: SettlementRepository,
    private readonly accounts: PayoutAccounts,
    private readonly numbers: NumberSeries,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
  ) {}

  /** Makes one bank file of several settlements, all or none of them. */
  async send(actor: Actor, settlementIds: readonly Id[]) {
    const { fileNumber, lines } = await this.unitOfWork.run(async (tx) => {
      const settlements = await this.repository.lock(tx, [...new Set(settlementIds)])
      if (settlements.length !== new Set(settlementIds).size) throw notFound()
      const sentAt = this.clock.now()
      const lines: BankFileLine[] = []
      const payouts: Omit<Payout, 'id' | 'fileNumber'>[] = []
      for (const {
        id,
        number,
        state,
        cooperativeId,
        cooperativeNameZh,
        amountFen,
        period,
      } of settlements) {
        if (state !== 'closed') throw refusal('settlement.not-payable', { number })
        const account = await this.accounts.open(tx, cooperativeId)
        if (!account) throw refusal('payout.no-account', { name: cooperativeNameZh })
        const { holder, bank, number: accountNumber, tail } = account
        lines.push({
          number,
          holder,
          bank,
          account: accountNumber,
          amountFen: fen(amountFen),
          purpose: `${period} 货款结算`,
        })
        payouts.push({
          settlementId: id,
          amountFen,
          accountTail: tail,
          state: 'sent',
          bankReference: null,
          reason: null,
          proposedBy: actor.personId,
          decidedBy: null,
          sentAt,
          settledAt: null,
        })
        await this.repository.setState(tx, id, settlementLifecycle.move(state, 'payable'))
      }
      const fileNumber = await this.numbers.next(tx, 'DK', localDay(sentAt))
      await this.repository.insertPayouts(
        tx,
        payouts.map((payout) => ({ ...payout, fileNumber })),
      )
      await this.audit.record(tx, {
        act: 'payout.proposed',
        actor,
        object: { kind: 'payout-file', id: fileNumber },
        after: {
          count: lines.length,
          amountFen: sumFen(payouts.map(({ amountFen }) => amountFen)),
        },
      })
      return { fileNumber, lines }
    })
    const csv = await writeBankFile(fileNumber, lines)
    const amountFen = sumFen(lines.map((line) => line.amountFen ?? 0))
    return { fileNumber, count: lines.length, amountFen, csv }
  }

  /** The bank has paid: booked, and the settlement is paid. By another person than proposed it. */
  async confirm(actor: Actor, payoutId: Id, bankReference: string): Promise<SettlementView> {
    return this.decide(actor, payoutId, async (tx, payout, cooperativeId) => {
      if (payout.proposedBy === actor.personId) throw refusal('payout.same-person')
      payout.state = payoutLifecycle.move(payout.state, 'paid')
      payout.bankReference = bankReference
      await this.ledger.post(tx, {
        kind: 'payout',
        reference: payout.id,
        authorId: actor.personId,
        memo: bankReference,
        lines: [
          { account: cooperativePayable(cooperativeId), amountFen: payout.amountFen },
          { account: 'bank', amountFen: -payout.amountFen },
        ],
      })
      return 'paid'
    }).catch((error: unknown) => {
      if (violatedConstraint(error) === 'payouts_reference_once')
        throw refusal('payout.reference-used')
      throw error
    })
  }

  /** The bank sent it back before it was confirmed: the settlement waits for a new file. */
  async return(actor: Actor, payoutId: Id, reason: string): Promise<SettlementView> {
    return this.decide(actor, payoutId, async (_, payout) => {
      payout.state = payoutLifecycle.move(payout.state, 'returned')
      payout.reason = reason
      return 'closed'
    })
  }

  private decide(
    actor: Actor,
    payoutId: Id,
    act: (tx: Tx, payout: Payout, cooperativeId: Id) => Promise<'paid' | 'closed'>,
  ): Promise<SettlementView> {
    return this.unitOfWork.run(async (tx) => {
      const payout = await this.repository.getPayoutForUpdate(tx, payoutId)
      const [settlement] = await this.repository.lock(tx, [payout.settlementId])
      const before = payout.state
      const next = await act(tx, payout, settlement!.cooperativeId)
      payout.decidedBy = actor.personId
      payout.settledAt = this.clock.now()
      await this.repository.savePayout(tx, payout)
      await this.repository.setState(
        tx,
        settlement!.id,
        settlementLifecycle.move(settlement!.state, next),
      )
      await this.audit.record(tx, {
        act: `payout.${payout.state}`,
        actor,
        organisationId: settlement!.cooperativeId,
        object: { kind: 'payout', id: payout.id },
        before: { state: before },
        after: { state: payout.state, amountFen: payout.amountFen },
        reason: payout.reason,
      })
      return toSettlementView(await this.repository.get(tx, settlement!.id))
    })
  }
}
