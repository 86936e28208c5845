import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { LedgerBook } from './ledger-book.service.js'
import { LedgerController } from './ledger.controller.js'
import { LedgerAccount, LedgerEntry, LedgerTransaction } from './ledger.entity.js'
import { LedgerRepository } from './ledger.repository.js'
import { Ledger } from './ledger.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([LedgerAccount, LedgerTransaction, LedgerEntry])],
  controllers: [LedgerController],
  providers: [Ledger, LedgerBook, LedgerRepository],
  exports: [Ledger, LedgerBook],
})
export class LedgerModule {}
