import { Injectable } from '@nestjs/common'
import { fen, newId } from '@weibao/kernel'
import { OrderEarnings, type NewEarning } from '@weibao/ordering'
import type { Tx } from '@weibao/platform'
import { SettlementRepository } from './settlement.repository.js'

/** The journal of what cooperatives earn, written by whoever decides, in the same transaction. */
@Injectable()
export class Earnings implements OrderEarnings {
  constructor(private readonly repository: SettlementRepository) {}

  async earn(tx: Tx, { cooperativeName, ...earning }: NewEarning): Promise<void> {
    await this.repository.insertEarning(tx, {
      id: newId(),
      ...earning,
      cooperativeNameZh: cooperativeName.zh,
      cooperativeNameEn: cooperativeName.en,
      amountFen: fen(earning.goodsFen + earning.freightFen - earning.commissionFen),
    })
  }
}
