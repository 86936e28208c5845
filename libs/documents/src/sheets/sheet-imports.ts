import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { Bilingual, Locale } from '@weibao/contracts/basics'
import type { ProblemCode } from '@weibao/contracts/problems'
import { MOST_ROWS_IMPORTED, type SheetImported, type SheetPlan } from '@weibao/contracts/sheet'
import { Clock, DomainError, type Id } from '@weibao/kernel'
import { refusal, row, rows, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import type { CellValue } from './cell-parsing.js'
import { sheetCheckOf } from './sheet-check.js'
import type { SheetColumns, SheetValues } from './sheet-columns.js'
import { toOutCell } from './sheet-content.js'
import type { SheetError } from './sheet-errors.js'
import { readSheet, type SheetReading } from './sheet-files.js'

type Values = Readonly<Record<string, CellValue | null>>

/** What a row does to the object it speaks of. */
export interface SheetAct {
  readonly row: number
  readonly name: Bilingual
  /** As the sheet would have written it before; null: the row makes it. */
  readonly before: Values | null
  readonly after: Values
}

/** The rows that can be read, and the way to say what a rule has against one. */
export interface SheetRows<C extends SheetColumns> {
  readonly rows: readonly { readonly row: number; readonly values: SheetValues<C> }[]
  /** Whether the sheet has the column at all: what it does not speak of stays as it is. */
  has(column: keyof C & string): boolean
  /** A fault of the row; it is told, and nothing of the sheet is written. */
  refuse(row: number, column: (keyof C & string) | null, error: DomainError): void
  /** Runs what may refuse a row; null when it did. What it throws otherwise is thrown on. */
  attempt<T>(row: number, work: () => Promise<T>): Promise<T | null>
}

/** An import of one kind: its columns, and what its rows do within a transaction. */
export interface SheetWork<C extends SheetColumns> {
  readonly kind: string
  readonly organisationId: Id
  readonly columns: C
  /** Made by another programme: columns that are not ours are passed over. */
  readonly ignoresOthers?: boolean
  readonly run: (tx: Tx, sheet: SheetRows<C>) => Promise<readonly SheetAct[]>
}

interface Outcome {
  readonly acts: readonly SheetAct[]
  readonly errors: readonly SheetError[]
  readonly fingerprint: string
  readonly earlier: Recorded | null
}
interface Recorded extends Counts {
  readonly importedAt: Date
}
interface Counts {
  readonly made: number
  readonly changed: number
  readonly unchanged: number
}

/** Carries what a dry run found out of the transaction that it rolls back. */
class RolledBack extends Error {
  constructor(readonly outcome: Outcome) {
    super('rolled back')
  }
}

/**
 * Imports by sheet. A dry run is the import itself, rolled back: it meets the same rules, so what it
 * shows is what happens. All rows are written, or none.
 */
@Injectable()
export class SheetImports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What the sheet would do, and what is wrong with it; writes nothing. */
  async check<C extends SheetColumns>(
    actor: Actor,
    bytes: Uint8Array,
    work: SheetWork<C>,
  ): Promise<SheetPlan> {
    const reading = await readLimited(bytes, work)
    const { acts, errors, fingerprint, earlier } = await this.tryOut(actor, work, reading, null)
    return {
      ...sheetCheckOf({ ...reading, errors }, work.columns, actor.locale),
      goodRowCount: reading.rowCount - rowsAmong(errors),
      fingerprint,
      importedAt: earlier?.importedAt.toISOString() ?? null,
      counts: countsOf(acts),
      acts: acts.map((act) => ({
        row: act.row,
        kind: kindOf(act),
        name: act.name,
        changes: changesOf(work.columns, act, actor.locale),
      })),
    }
  }

  /** Does what a dry run showed. A file that was imported before is answered as it was then. */
  async import<C extends SheetColumns>(
    actor: Actor,
    bytes: Uint8Array,
    work: SheetWork<C>,
    fingerprint: string,
  ): Promise<SheetImported> {
    const reading = await readLimited(bytes, work)
    const { acts, errors, earlier } = await this.tryOut(actor, work, reading, fingerprint)
    if (earlier) {
      const { importedAt, ...counts } = earlier
      return { counts, importedAt: importedAt.toISOString(), isRepeated: true }
    }
    if (errors.length > 0) throw refusal('sheet.has-errors', { count: errors.length })
    const importedAt = this.clock.now().toISOString()
    return { counts: countsOf(acts), importedAt, isRepeated: false }
  }

  /** Runs the rows; commits only under the fingerprint of what was shown, and without any error. */
  private async tryOut<C extends SheetColumns>(
    actor: Actor,
    work: SheetWork<C>,
    reading: SheetReading<C>,
    fingerprint: string | null,
  ): Promise<Outcome> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const outcome = await this.runRows(tx, work, reading)
        const isWritten = fingerprint !== null && !outcome.earlier && outcome.errors.length === 0
        if (!isWritten) throw new RolledBack(outcome)
        if (fingerprint !== outcome.fingerprint) throw refusal('sheet.not-as-checked')
        await this.record(tx, actor, work, reading.digest, countsOf(outcome.acts))
        return outcome
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome
      throw error
    }
  }

  private async runRows<C extends SheetColumns>(
    tx: Tx,
    work: SheetWork<C>,
    reading: SheetReading<C>,
  ): Promise<Outcome> {
    const { kind, organisationId } = work
    // One import of a kind after the other, so that a file sent twice at once is seen as such.
    await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `sheet ${kind} ${organisationId}`,
    ])
    const earlier = await row<Recorded>(
      tx,
      `select made, changed, unchanged, imported_at as "importedAt" from sheet_imports
       where organisation_id = $1 and kind = $2 and digest = $3`,
      [organisationId, kind, reading.digest],
    )
    const nothing = { acts: [], errors: reading.errors, fingerprint: reading.digest, earlier }
    if (earlier || reading.rows.length === 0) return nothing
    const faults: SheetError[] = []
    const acts = await work.run(tx, sheetRows(reading, faults))
    const errors = [...reading.errors, ...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    const shown = JSON.stringify([reading.digest, acts])
    const fingerprint = createHash('sha256').update(shown).digest('hex')
    return { acts, errors, fingerprint, earlier }
  }

  private async record<C extends SheetColumns>(
    tx: Tx,
    actor: Actor,
    { kind, organisationId }: SheetWork<C>,
    digest: string,
    { made, changed, unchanged }: Counts,
  ): Promise<void> {
    await rows(
      tx,
      `insert into sheet_imports (organisation_id, kind, digest, made, changed, unchanged, imported_by, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [organisationId, kind, digest, made, changed, unchanged, actor.personId, this.clock.now()],
    )
  }
}

/** A reading of at most so many rows as are imported at once. */
async function readLimited<C extends SheetColumns>(
  bytes: Uint8Array,
  { columns, ignoresOthers }: SheetWork<C>,
): Promise<SheetReading<C>> {
  const reading = await readSheet(bytes, columns, ignoresOthers)
  const isEmpty = reading.rowCount === 0 && reading.errors.length === 0
  if (reading.rowCount <= MOST_ROWS_IMPORTED && !isEmpty) return reading
  const code: ProblemCode = isEmpty ? 'sheet.empty' : 'sheet.too-many-rows'
  const params = { max: MOST_ROWS_IMPORTED }
  return {
    ...reading,
    rows: [],
    errors: [{ row: null, column: null, letters: null, code, params }],
  }
}

function sheetRows<C extends SheetColumns>(
  reading: SheetReading<C>,
  faults: SheetError[],
): SheetRows<C> {
  const refuse = (at: number, column: string | null, error: DomainError) =>
    faults.push({
      row: at,
      column,
      letters: (column && (reading.letters as Record<string, string>)[column]) || null,
      code: error.code as ProblemCode,
      params: error.details,
    })
  return {
    rows: reading.rows,
    has: (column) => column in reading.letters,
    refuse,
    attempt: async (at, work) => {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        refuse(at, null, error)
        return null
      }
    },
  }
}

function rowsAmong(errors: readonly SheetError[]): number {
  return new Set(errors.flatMap(({ row: at }) => (at === null ? [] : [at]))).size
}

function kindOf({ before, after }: SheetAct): 'made' | 'changed' | 'unchanged' {
  if (before === null) return 'made'
  return Object.keys(after).some((key) => differs(before, after, key)) ? 'changed' : 'unchanged'
}

function countsOf(acts: readonly SheetAct[]): Counts {
  const of = (kind: string) => acts.filter((act) => kindOf(act) === kind).length
  return { made: of('made'), changed: of('changed'), unchanged: of('unchanged') }
}

/** An empty text and an empty cell say the same. */
function differs(before: Values, after: Values, key: string): boolean {
  return (before[key] ?? '') !== (after[key] ?? '')
}

function changesOf(columns: SheetColumns, { before, after }: SheetAct, locale: Locale) {
  if (before === null) return []
  return Object.entries(columns)
    .filter(([key]) => key in after && differs(before, after, key))
    .map(([key, column]) => ({
      column: column.title[locale],
      before: toOutCell(column, before[key] ?? null, locale)?.text ?? '',
      after: toOutCell(column, after[key] ?? null, locale)?.text ?? '',
    }))
}
