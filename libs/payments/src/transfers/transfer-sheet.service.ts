import { Injectable } from '@nestjs/common'
import { MOST_ROWS_IMPORTED } from '@weibao/contracts/sheet'
import { toBankReference } from '@weibao/contracts/transfer'
import { findTransferReference } from '@weibao/contracts/transfer-reference'
import { SheetImports, templateSheet, writeSheet, type SheetAct } from '@weibao/documents'
import { fen, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { refusingUsedReference, TransferDesk } from './transfer-desk.service.js'
import { TransferRepository, type AwaitingRow } from './transfer.repository.js'
import {
  transferSheetColumns,
  type TransferRow,
  type TransferRows,
} from './transfer-sheet.columns.js'

const TITLE = { 'zh-CN': '到账流水', en: 'Statement' } as const
const ACCOUNT = /^\d{8,30}$/

/** What a row pays, and how that was found. */
interface Proposed {
  readonly payment: AwaitingRow
  readonly amountFen: number
  readonly by: 'reference' | 'amount'
}

/**
 * The bank's statement, all rows recorded by whoever imports it or none; another person confirms each transfer
 * as if it had been typed. A row pays what its words name; without a reference, the one payment that lacks just
 * its amount; else nothing yet.
 */
@Injectable()
export class TransferSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transfers: TransferRepository,
    private readonly desk: TransferDesk,
    private readonly imports: SheetImports,
  ) {}

  /** The sheet to fill in; filled, with the payments that wait. */
  async template(actor: Actor, { format, filled }: { format: 'xlsx' | 'csv'; filled: boolean }) {
    const { locale } = actor
    if (!filled) return templateSheet(format, TITLE[locale], transferSheetColumns, locale)
    const waiting = await this.transfers.awaiting(
      this.unitOfWork.reader,
      { reference: null, text: null, amountFen: null },
      MOST_ROWS_IMPORTED,
    )
    const empty = { bankReference: '', payerName: '', payerBank: '', payerAccount: '' }
    const rows = waiting.map(({ reference, missingFen }) => ({
      valueDay: null as never,
      ...empty,
      amountFen: fen(missingFen),
      note: reference,
    }))
    return writeSheet(format, { title: TITLE[locale], locale, columns: transferSheetColumns, rows })
  }

  check(actor: Actor, bytes: Uint8Array) {
    return this.imports.check(actor, bytes, this.work(actor))
  }

  import(actor: Actor, bytes: Uint8Array, fingerprint: string) {
    return refusingUsedReference(this.imports.import(actor, bytes, this.work(actor), fingerprint))
  }

  private work(actor: Actor) {
    const office = actor.memberships.find(({ role }) => role === 'officer')
    if (!office) throw notFound()
    return {
      kind: 'transfer',
      organisationId: office.organisationId,
      columns: transferSheetColumns,
      // A bank’s own sheet has the balance, the currency and more.
      ignoresOthers: true,
      run: (tx: Tx, sheet: TransferRows) => this.run(tx, actor, sheet),
    }
  }

  private async run(tx: Tx, actor: Actor, sheet: TransferRows): Promise<SheetAct[]> {
    const references = sheet.rows.map(({ values }) => toBankReference(values.bankReference))
    const used = new Set(await this.transfers.usedReferences(tx, references))
    const acts: SheetAct[] = []
    for (const line of sheet.rows) {
      const act = await this.recordOne(tx, actor, sheet, line, used)
      if (act) acts.push(act)
    }
    return acts
  }

  private async recordOne(
    tx: Tx,
    actor: Actor,
    sheet: TransferRows,
    { row, values }: TransferRow,
    used: ReadonlySet<string>,
  ): Promise<SheetAct | null> {
    const payerAccount = values.payerAccount.normalize('NFKC').replace(/[\s-]/g, '')
    const bankReference = toBankReference(values.bankReference)
    if (used.has(bankReference)) {
      sheet.refuse(row, 'bankReference', refusal('transfer.reference-used'))
      return null
    }
    if (!ACCOUNT.test(payerAccount)) {
      sheet.refuse(row, 'payerAccount', refusal('sheet.not-an-account-number'))
      return null
    }
    const note = values.note ?? ''
    const proposed = await this.propose(tx, note, values.amountFen)
    return sheet.attempt(row, async () => {
      await this.desk.recordIn(tx, actor, {
        ...values,
        bankReference,
        payerAccount,
        note,
        assignments: proposed
          ? [{ paymentId: proposed.payment.id as Id, amountFen: proposed.amountFen }]
          : [],
      })
      return { row, name: nameOf(values, proposed), before: null, after: { ...values } }
    })
  }

  private async propose(tx: Tx, note: string, amountFen: number): Promise<Proposed | null> {
    const reference = findTransferReference(note)
    const wish = { reference, text: null, amountFen: reference ? null : amountFen }
    const found = (await this.transfers.awaiting(tx, wish, 2)).filter((payment) =>
      reference ? payment.reference === reference : payment.missingFen === amountFen,
    )
    const [payment] = found
    if (!payment || found.length > 1) return null
    const by = reference ? 'reference' : 'amount'
    return { payment, amountFen: Math.min(amountFen, payment.missingFen), by }
  }
}

const money = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })
const sumOf = (amountFen: number) => money.format(amountFen / 100)

function nameOf({ payerName, amountFen }: TransferRow['values'], proposed: Proposed | null) {
  const sum = sumOf(amountFen)
  if (!proposed)
    return {
      zh: `${payerName} ${sum}：没有对上，登记后再分配`,
      en: `${payerName}, ${sum}: matches nothing, to be assigned later`,
    }
  const { payment, by } = proposed
  const part = sumOf(proposed.amountFen)
  const lacks = payment.missingFen - proposed.amountFen
  const short = lacks > 0 ? sumOf(lacks) : null
  return {
    zh: `${payerName} ${sum} → ${payment.reference}（${by === 'reference' ? '按参考号' : '按金额'}），付 ${part}${short ? `，还差 ${short}` : ''}`,
    en: `${payerName}, ${sum} → ${payment.reference} (by its ${by}), pays ${part}${short ? `, ${short} still missing` : ''}`,
  }
}
