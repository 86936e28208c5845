import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DocumentsModule } from '@weibao/documents'
import { LedgerModule } from '@weibao/ledger'
import { OrderEarnings } from '@weibao/ordering'
import { SettingsModule } from '@weibao/settings'
import { EarningsSheet } from './earnings-sheet.service.js'
import { Earnings } from './earnings.service.js'
import { PayoutAccounts } from './payout-accounts.service.js'
import { Payouts } from './payouts.service.js'
import { SettlementController } from './settlement.controller.js'
import {
  Earning,
  Payout,
  PayoutAccount,
  Settlement,
  SettlementEarning,
} from './settlement.entity.js'
import { SettlementRepository } from './settlement.repository.js'
import { Settlements } from './settlements.service.js'
import { Statements } from './statement.service.js'

/** What ordering calls when a cooperative has earned; apart, because ordering is below settlement. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Earning, Settlement, SettlementEarning, PayoutAccount, Payout]),
  ],
  providers: [SettlementRepository, { provide: OrderEarnings, useClass: Earnings }],
  exports: [SettlementRepository, OrderEarnings],
})
class EarningsModule {}

/** Needs a global `SettlementConfig`. */
@Module({
  imports: [EarningsModule, DocumentsModule, LedgerModule, SettingsModule],
  controllers: [SettlementController],
  providers: [EarningsSheet, PayoutAccounts, Payouts, Settlements, Statements],
  exports: [Settlements],
})
export class SettlementModule {}
