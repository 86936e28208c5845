import { Injectable } from '@nestjs/common'
import { Clock, newId, type Fen, type Id } from '@weibao/kernel'
import { notFound, refusal, type Reader, type Tx } from '@weibao/platform'
import { accountParts, type AccountCode } from './chart.js'
import { LedgerRepository } from './ledger.repository.js'
import { digestOf, linesOf, type Posting, type PostingLine } from './posting.js'

export interface Posted {
  readonly id: Id
  readonly period: string
  /** False when the same posting was booked before: nothing was written now. */
  readonly isNew: boolean
}

export interface Reversal {
  /** Kind and reference of the posting to reverse. */
  readonly kind: string
  readonly reference: string
  readonly occurredAt?: Date
  readonly memo?: string
  readonly authorId?: Id
}

/** Double entry. Whoever decides posts in the transaction of the decision. */
@Injectable()
export class Ledger {
  constructor(
    private readonly clock: Clock,
    private readonly repository: LedgerRepository,
  ) {}

  /**
   * Books a fact once. The same posting again returns the first; other lines under the same kind
   * and reference are refused (`ledger.posting-differs`), so is a fact whose posting was reversed
   * (`ledger.posting-reversed`: book it under a new reference).
   */
  async post(tx: Tx, posting: Posting): Promise<Posted> {
    const lines = linesOf(posting)
    const { kind, reference } = posting
    const now = this.clock.now()
    const id = newId()
    const digest = digestOf(lines)
    const added = await this.repository.addTransaction(tx, {
      id,
      kind,
      reference,
      digest,
      occurredAt: posting.occurredAt ?? now,
      now,
      memo: posting.memo ?? '',
      authorId: posting.authorId ?? null,
      reversesId: null,
    })
    if (!added) return this.alreadyBooked(tx, kind, reference, digest)
    await this.repository.ensureAccounts(tx, ownedAccounts(lines))
    await this.repository.addEntries(tx, id, lines)
    return { id, period: added.period, isNew: true }
  }

  /**
   * Books the exact negative of a posting, once: again it returns the first reversal. Refuses what
   * is itself a reversal, and what was never booked (`object.not-found`).
   */
  async reverse(tx: Tx, reversal: Reversal): Promise<Posted> {
    const original = await this.repository.find(tx, reversal.kind, reversal.reference)
    if (!original) throw notFound()
    if (original.reversesId) throw refusal('ledger.not-reversible')
    const kind = `${reversal.kind}.reversal`
    const now = this.clock.now()
    const id = newId()
    const added = await this.repository.addTransaction(tx, {
      id,
      kind,
      reference: reversal.reference,
      digest: original.digest,
      occurredAt: reversal.occurredAt ?? now,
      now,
      memo: reversal.memo ?? '',
      authorId: reversal.authorId ?? null,
      reversesId: original.id,
    })
    if (!added) return this.alreadyBooked(tx, kind, reversal.reference, original.digest)
    await this.repository.addNegatives(tx, id, original.id)
    return { id, period: added.period, isNew: true }
  }

  /**
   * What stands on an account: debit positive, credit negative, so what is owed to somebody is
   * negative. 0 for an account nothing was ever booked on.
   */
  balance(reader: Reader, account: AccountCode): Promise<Fen> {
    return this.repository.balance(reader, accountParts(account).code)
  }

  private async alreadyBooked(
    tx: Tx,
    kind: string,
    reference: string,
    digest: string,
  ): Promise<Posted> {
    const first = await this.repository.find(tx, kind, reference)
    if (first?.digest !== digest) throw refusal('ledger.posting-differs')
    if (first.reversedById) throw refusal('ledger.posting-reversed')
    return { id: first.id, period: first.period, isNew: false }
  }
}

function ownedAccounts(lines: readonly PostingLine[]) {
  const codes = new Set(lines.map((line) => line.account))
  return [...codes].map(accountParts).filter((account) => account.organisationId !== null)
}
