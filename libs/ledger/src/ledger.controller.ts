import { Controller } from '@nestjs/common'
import { ledgerRoutes } from '@weibao/contracts/ledger'
import type { InputOf } from '@weibao/contracts/route'
import { Input, Serve } from '@weibao/platform'
import { LedgerBook } from './ledger-book.service.js'

@Controller()
export class LedgerController {
  constructor(private readonly book: LedgerBook) {}

  @Serve(ledgerRoutes.listAccounts)
  listAccounts(@Input() { query }: InputOf<typeof ledgerRoutes.listAccounts>) {
    return this.book.accounts(query.period)
  }

  @Serve(ledgerRoutes.listEntries)
  listEntries(@Input() { query }: InputOf<typeof ledgerRoutes.listEntries>) {
    return this.book.entries(query)
  }

  @Serve(ledgerRoutes.getTransaction)
  getTransaction(@Input() { params }: InputOf<typeof ledgerRoutes.getTransaction>) {
    return this.book.transaction(params.id)
  }
}
