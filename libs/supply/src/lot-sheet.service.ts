import { Injectable } from '@nestjs/common'
import { Browse } from '@weibao/catalog'
import type { Bilingual } from '@weibao/contracts/basics'
import { MOST_ROWS_IMPORTED } from '@weibao/contracts/sheet'
import { SheetImports, templateSheet, writeSheet } from '@weibao/documents'
import type { SheetAct, SheetRows, SheetValues } from '@weibao/documents'
import type { Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { LotChanges } from './lot-changes.service.js'
import { LotRepository, type LotRow, type NamedSku } from './lot.repository.js'
import { lotColumns, lotFields, lotValues, type LotColumns } from './lot-sheet.columns.js'
import type { NewLot } from './lots.service.js'

type Rows = SheetRows<LotColumns>
type Row = Rows['rows'][number]

const TITLE = { 'zh-CN': '批次', en: 'Lots' } as const

/** A cooperative's lots, declared and changed by a sheet. Each row meets the rules of the desk. */
@Injectable()
export class LotSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly browse: Browse,
    private readonly repository: LotRepository,
    private readonly changes: LotChanges,
    private readonly imports: SheetImports,
  ) {}

  /** The sheet to fill in, empty or with the lots that can still be changed. */
  async template(
    actor: Actor,
    cooperativeId: Id,
    { format, filled }: { format: 'xlsx' | 'csv'; filled: boolean },
  ) {
    actor.mustReach('lot:manage', cooperativeId)
    const columns = await this.columns()
    const title = TITLE[actor.locale]
    if (!filled) return templateSheet(format, title, columns, actor.locale)
    const { reader } = this.unitOfWork
    const lots = await this.repository.notEnded(reader, cooperativeId, MOST_ROWS_IMPORTED)
    return writeSheet(format, { title, locale: actor.locale, columns, rows: lots.map(lotValues) })
  }

  async check(actor: Actor, cooperativeId: Id, bytes: Uint8Array) {
    return this.imports.check(actor, bytes, await this.work(actor, cooperativeId))
  }

  async import(actor: Actor, cooperativeId: Id, bytes: Uint8Array, fingerprint: string) {
    const work = await this.work(actor, cooperativeId)
    return this.imports.import(actor, bytes, work, fingerprint)
  }

  private async work(actor: Actor, cooperativeId: Id) {
    actor.mustReach('lot:manage', cooperativeId)
    return {
      kind: 'lot',
      organisationId: cooperativeId,
      columns: await this.columns(),
      run: (tx: Tx, sheet: Rows) => this.run(tx, actor, cooperativeId, sheet),
    }
  }

  private async columns(): Promise<LotColumns> {
    return lotColumns(await this.browse.townshipNames())
  }

  private async run(tx: Tx, actor: Actor, cooperativeId: Id, sheet: Rows): Promise<SheetAct[]> {
    const codes = sheet.rows.flatMap(({ values }) => values.code?.toUpperCase() ?? [])
    const lots = await this.repository.ownByCodes(tx, cooperativeId, codes)
    const byCode = new Map(lots.map((lot) => [lot.code, lot]))
    const skus = await this.repository.ownSkus(tx, cooperativeId)
    const acts: SheetAct[] = []
    const made: NewLot[] = []
    for (const line of sheet.rows) {
      const act = line.values.code
        ? await this.changeOne(tx, actor, sheet, line, byCode.get(line.values.code.toUpperCase()))
        : await this.prepareOne(tx, cooperativeId, sheet, line, skus, made)
      if (act) acts.push(act)
    }
    if (made.length > 0) await this.changes.declare(tx, actor, cooperativeId, made)
    return acts
  }

  private async changeOne(
    tx: Tx,
    actor: Actor,
    sheet: Rows,
    { row, values }: Row,
    lot: LotRow | undefined,
  ): Promise<SheetAct | null> {
    if (!lot) {
      sheet.refuse(row, 'code', refusal('sheet.unknown-entry', { value: values.code }))
      return null
    }
    if (!isNamed(lot.productName, values.product) || !isNamed(lot.skuName, values.pack)) {
      const value = `${lot.productName.zh} ${lot.skuName.zh}`
      sheet.refuse(row, 'product', refusal('sheet.entry-differs', { value }))
      return null
    }
    const before = lotValues(lot)
    const after = afterOf(sheet, before, values)
    const act = { row, name: lot.productName, before, after }
    const target = { cooperativeId: lot.cooperativeId, lotId: lot.id }
    const isEdited = JSON.stringify(lotFields(before)) !== JSON.stringify(lotFields(after))
    return sheet.attempt(row, async () => {
      if (isEdited) {
        const edit = { ...lotFields(after), version: lot.version }
        await this.changes.edit(tx, actor, target, edit)
      }
      if (before.opensNow !== after.opensNow) await this.changes.open(tx, actor, target)
      return act
    })
  }

  private async prepareOne(
    tx: Tx,
    cooperativeId: Id,
    sheet: Rows,
    { row, values }: Row,
    skus: readonly NamedSku[],
    made: NewLot[],
  ): Promise<SheetAct | null> {
    const ofProduct = skus.filter(({ productName }) => isNamed(productName, values.product))
    const found = ofProduct.filter(({ skuName }) => isNamed(skuName, values.pack))
    if (found.length !== 1) {
      const column = ofProduct.length === 0 ? 'product' : 'pack'
      const code = found.length === 0 ? 'sheet.unknown-entry' : 'sheet.ambiguous-entry'
      sheet.refuse(row, column, refusal(code, { value: values[column] }))
      return null
    }
    const [{ skuId, productName }] = found as [NamedSku]
    const opensNow = values.opensNow === 'yes'
    const body = { ...lotFields(values), skuId, labels: [], priceBreaks: [], opensNow }
    return sheet.attempt(row, async () => {
      made.push(await this.changes.prepare(tx, cooperativeId, body))
      return { row, name: productName, before: null, after: { ...values } }
    })
  }
}

/** What the row leaves of the lot: a column that the sheet has not stays as it is. */
function afterOf(sheet: Rows, before: SheetValues<LotColumns>, values: SheetValues<LotColumns>) {
  const kept = (Object.keys(before) as (keyof LotColumns & string)[]).filter(
    (key) => !sheet.has(key),
  )
  const after = { ...values, ...Object.fromEntries(kept.map((key) => [key, before[key]])) }
  const { code, product, pack } = before
  const opensNow = before.opensNow === 'yes' ? before.opensNow : (after.opensNow ?? 'no')
  return { ...after, code, product, pack, opensNow, minimumOrder: after.minimumOrder ?? 1 }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

function isNamed(name: Bilingual, text: string): boolean {
  return plain(name.zh) === plain(text) || (name.en !== '' && plain(name.en) === plain(text))
}
