import { Injectable } from '@nestjs/common'
import { Audit } from '@weibao/identity'
import { Clock, type Id } from '@weibao/kernel'
import { openSealed, sealText, UnitOfWork, type Actor, type Reader } from '@weibao/platform'
import { PayoutAccount } from './settlement.entity.js'
import { maskTail } from './settlement.views.js'

/** What settlement needs of the configuration. */
export abstract class SettlementConfig {
  /** 32 bytes. */
  abstract readonly dataEncryptionKey: Buffer
}

export interface OpenAccount {
  readonly holder: string
  readonly bank: string
  readonly number: string
}

/** Where cooperatives are paid. The number is encrypted; only the bank file holds it in clear. */
@Injectable()
export class PayoutAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: SettlementConfig,
    private readonly audit: Audit,
  ) {}

  async view(actor: Actor, cooperativeId: Id) {
    actor.mustReach('payout-account:manage', cooperativeId)
    const found = await this.find(this.unitOfWork.reader, cooperativeId)
    return { account: found && toView(found) }
  }

  async set(actor: Actor, cooperativeId: Id, { holder, bank, number }: OpenAccount) {
    actor.mustReach('payout-account:manage', cooperativeId)
    const account: PayoutAccount = {
      cooperativeId,
      holder,
      bank,
      numberSealed: sealText(number, this.config.dataEncryptionKey, cooperativeId),
      numberTail: number.slice(-4),
      updatedBy: actor.personId,
      updatedAt: this.clock.now(),
    }
    await this.unitOfWork.run(async (tx) => {
      const before = await this.find(tx, cooperativeId)
      await tx.getRepository(PayoutAccount).upsert(account, ['cooperativeId'])
      await this.audit.record(tx, {
        act: 'payout-account.changed',
        actor,
        organisationId: cooperativeId,
        object: { kind: 'payout-account', id: cooperativeId },
        before: before && { bank: before.bank, tail: before.numberTail },
        after: { bank, tail: account.numberTail },
      })
    })
    return { account: toView(account) }
  }

  /** The account in clear, for a bank file; null when there is none. */
  async open(reader: Reader, cooperativeId: Id): Promise<(OpenAccount & { tail: string }) | null> {
    const found = await this.find(reader, cooperativeId)
    if (!found) return null
    const number = openSealed(found.numberSealed, this.config.dataEncryptionKey, cooperativeId)
    return { holder: found.holder, bank: found.bank, number, tail: found.numberTail }
  }

  private find(reader: Reader, cooperativeId: Id): Promise<PayoutAccount | null> {
    return reader.getRepository(PayoutAccount).findOneBy({ cooperativeId })
  }
}

function toView({ holder, bank, numberTail, updatedAt }: PayoutAccount) {
  return { holder, bank, numberMasked: maskTail(numberTail), updatedAt: updatedAt.toISOString() }
}
