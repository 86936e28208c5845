import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { BudgetLineView, DeliveryPointView, OpenDemandBody } from '@weibao/contracts/demand'
import {
  DEMAND_SHEET_LIMITS,
  type DemandSheetCheck,
  type DemandSheetImport,
  type PlannedDemandView,
} from '@weibao/contracts/demand-sheet'
import {
  markSheet,
  readSheet,
  sheetCheckOf,
  templateSheet,
  type SheetError,
  type SheetReading,
} from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, invariant, localDay, newId, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor, type Reader } from '@weibao/platform'
import { demandSheetColumns, MARKS, type DemandSheetColumns } from './demand-sheet.columns.js'
import { planDemands } from './demand-sheet.plan.js'
import { DemandSheetRepository } from './demand-sheet.repository.js'
import { Budgets } from '../budgets/budgets.service.js'
import { DeliveryPoints } from '../delivery/delivery-points.service.js'
import { Demands } from '../demands.service.js'

const TITLE = { 'zh-CN': '采购需求', en: 'Demands' } as const

interface Setup {
  readonly points: readonly DeliveryPointView[]
  readonly budgets: readonly BudgetLineView[]
  readonly columns: DemandSheetColumns
}

interface Read {
  readonly setup: Setup
  readonly reading: SheetReading<DemandSheetColumns>
  readonly demands: readonly OpenDemandBody[]
}

/** Demands by sheet. A sheet with any error imports nothing; the same file imports once. */
@Injectable()
export class DemandSheets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly demands: Demands,
    private readonly budgets: Budgets,
    private readonly points: DeliveryPoints,
    private readonly sheets: DemandSheetRepository,
    private readonly audit: Audit,
  ) {}

  async template(actor: Actor, buyerId: Id, format: 'xlsx' | 'csv', locale: Locale) {
    actor.mustReach('demand:manage', buyerId)
    const { columns } = await this.setup(actor, buyerId)
    const { bytes, type } = await templateSheet(format, TITLE[locale], columns, locale)
    return { name: `${TITLE[locale]}.${format}`, type, bytes }
  }

  /** Nothing is written: what is wrong with the sheet, or what importing it would make. */
  async check(
    actor: Actor,
    buyerId: Id,
    bytes: Uint8Array,
    locale: Locale,
  ): Promise<DemandSheetCheck> {
    actor.mustReach('demand:manage', buyerId)
    const { setup, reading, demands } = await this.read(actor, buyerId, bytes)
    return {
      ...sheetCheckOf(reading, setup.columns, locale),
      demands: demands.map((demand) => toPlanned(demand, setup)),
      imported: await this.findImport(this.unitOfWork.reader, buyerId, reading.digest),
    }
  }

  /** The sheet with what is wrong written beside each row. */
  async mark(actor: Actor, buyerId: Id, bytes: Uint8Array, locale: Locale) {
    actor.mustReach('demand:manage', buyerId)
    const { setup, reading } = await this.read(actor, buyerId, bytes)
    const marking = { title: TITLE[locale], locale, column: MARKS }
    const marked = await markSheet(bytes, marking, setup.columns, reading.errors)
    return { name: `${TITLE[locale]}.xlsx`, type: marked.type, bytes: marked.bytes }
  }

  /**
   * Opens the demands of the sheet that `check` showed, all or none. The same file again answers with
   * what it made. Refuses with `demand.sheet-changed` and `demand.sheet-wrong`.
   */
  async import(
    actor: Actor,
    buyerId: Id,
    bytes: Uint8Array,
    digest: string,
  ): Promise<DemandSheetImport> {
    actor.mustReach('demand:manage', buyerId)
    const { reading, demands } = await this.read(actor, buyerId, bytes)
    if (reading.digest !== digest) throw refusal('demand.sheet-changed')
    const before = await this.findImport(this.unitOfWork.reader, buyerId, digest)
    if (before) return before
    if (reading.errors.length > 0 || demands.length === 0) throw refusal('demand.sheet-wrong')
    return this.unitOfWork.run(async (tx) => {
      const id = newId()
      const isFirst = await this.sheets.insert(tx, {
        id,
        buyerId,
        digest,
        rowCount: reading.rowCount,
        importedBy: actor.personId,
        at: this.clock.now(),
      })
      if (isFirst) {
        const made: Id[] = []
        for (const demand of demands)
          made.push(await this.demands.make(tx, buyerId, demand, actor.personId))
        await this.sheets.claim(tx, id, made)
        await this.audit.record(tx, {
          act: 'demand-sheet.imported',
          actor,
          organisationId: buyerId,
          object: { kind: 'demand-sheet', id },
          after: { digest, rows: reading.rowCount, demands: made.length },
        })
      }
      const found = await this.findImport(tx, buyerId, digest)
      invariant(found, 'an import is there once it is written')
      return found
    })
  }

  private async setup(actor: Actor, buyerId: Id): Promise<Setup> {
    const points = (await this.points.list(actor, buyerId, false)).items
    const budgets = (await this.budgets.list(actor, buyerId)).items
    const categories = await this.sheets.categories(this.unitOfWork.reader)
    const today = localDay(this.clock.now())
    return { points, budgets, columns: demandSheetColumns({ points, budgets, categories, today }) }
  }

  private async read(actor: Actor, buyerId: Id, bytes: Uint8Array): Promise<Read> {
    const setup = await this.setup(actor, buyerId)
    const found = await readSheet(bytes, setup.columns)
    const max = DEMAND_SHEET_LIMITS.rows
    if (found.rowCount > max) {
      const params = { max }
      const tooMany = {
        row: null,
        column: null,
        letters: null,
        code: 'sheet.too-many-rows',
      } as const
      return {
        setup,
        reading: { ...found, rows: [], errors: [{ ...tooMany, params }] },
        demands: [],
      }
    }
    const names = found.rows.flatMap(({ values }) => values.product ?? [])
    const { demands, faults } = planDemands(found.rows, {
      goods: await this.sheets.goods(this.unitOfWork.reader, [...new Set(names)]),
      yearOf: new Map(setup.budgets.map(({ id, year }) => [id, year])),
      today: localDay(this.clock.now()),
    })
    const errors: SheetError[] = [
      ...found.errors,
      ...faults.map(({ row, column, code, params = {} }) => ({
        row,
        column,
        letters: found.letters[column] ?? null,
        code,
        params,
      })),
    ].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    const wrong = new Set(errors.map(({ row }) => row))
    const rows = found.rows.filter(({ row }) => !wrong.has(row))
    return { setup, reading: { ...found, rows, errors }, demands: errors.length > 0 ? [] : demands }
  }

  private async findImport(reader: Reader, buyerId: Id, digest: string) {
    const found = await this.sheets.find(reader, buyerId, digest)
    return found && { ...found, importedAt: found.importedAt.toISOString() }
  }
}

function toPlanned(demand: OpenDemandBody, { points, budgets }: Setup): PlannedDemandView {
  const { title, cutOffOn, isNamed, lines } = demand
  const budget = budgets.find(({ id }) => id === demand.budgetLineId)
  const days = lines.flatMap(({ deliverFrom, deliverTo }) => [deliverFrom, deliverTo]).sort()
  return {
    title,
    deliveryPointName: points.find(({ id }) => id === demand.deliveryPointId)?.name ?? '',
    budgetLineName: budget ? `${budget.year} ${budget.name}` : '',
    cutOffOn,
    isNamed,
    lineCount: lines.length,
    wantedGrams: lines.reduce((sum, { wantedGrams }) => sum + wantedGrams, 0),
    deliverFrom: days[0]!,
    deliverTo: days.at(-1)!,
    mostFen: lines.reduce(
      (sum, { wantedGrams, maxLandedFenPerKg }) =>
        sum + Math.ceil((wantedGrams * maxLandedFenPerKg) / 1000),
      0,
    ),
  }
}
