import { Injectable } from '@nestjs/common'
import type { CreateProduct, ManagedProduct } from '@weibao/contracts/product-management'
import { MOST_ROWS_IMPORTED } from '@weibao/contracts/sheet'
import {
  SheetImports,
  templateSheet,
  writeSheet,
  type SheetAct,
  type SheetRows,
} from '@weibao/documents'
import type { Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { Browse } from '../browse/browse.service.js'
import { ProductChangeRepository } from '../products/product-change.repository.js'
import { ProductDesk } from '../products/product-desk.service.js'
import { factsOf, packOf, productColumns, productValues } from './product-sheet.columns.js'
import type { ProductColumns, ProductValues } from './product-sheet.columns.js'
import { ProductRowsByProduct, type ProductRows } from './product-sheet.rows.js'
import { Products } from '../products/products.service.js'
import { SkuDesk } from '../skus/sku-desk.service.js'

type Rows = SheetRows<ProductColumns>

const TITLE = { 'zh-CN': '商品', en: 'Products' } as const
const MOST_PACKS = 10

/**
 * A cooperative's products, made and changed by a sheet. New ones are drafts, to be handed in like
 * any other; changed ones meet the rules of the desk, so approval is never gone around.
 */
@Injectable()
export class ProductSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly browse: Browse,
    private readonly products: Products,
    private readonly changes: ProductChangeRepository,
    private readonly desk: ProductDesk,
    private readonly skus: SkuDesk,
    private readonly imports: SheetImports,
  ) {}

  /** The sheet to fill in, empty or with the products there are. */
  async template(
    actor: Actor,
    cooperativeId: Id,
    { format, filled }: { format: 'xlsx' | 'csv'; filled: boolean },
  ) {
    actor.mustReach('product:manage', cooperativeId)
    const columns = await this.columns()
    const title = TITLE[actor.locale]
    if (!filled) return templateSheet(format, title, columns, actor.locale)
    const rows = await this.standing(cooperativeId)
    return writeSheet(format, { title, locale: actor.locale, columns, rows })
  }

  async check(actor: Actor, cooperativeId: Id, bytes: Uint8Array) {
    return this.imports.check(actor, bytes, await this.work(actor, cooperativeId))
  }

  async import(actor: Actor, cooperativeId: Id, bytes: Uint8Array, fingerprint: string) {
    const work = await this.work(actor, cooperativeId)
    return this.imports.import(actor, bytes, work, fingerprint)
  }

  private async work(actor: Actor, cooperativeId: Id) {
    actor.mustReach('product:manage', cooperativeId)
    const columns = await this.columns()
    return {
      kind: 'product',
      organisationId: cooperativeId,
      columns,
      run: (tx: Tx, sheet: Rows) => this.run(tx, actor, cooperativeId, columns, sheet),
    }
  }

  private async columns(): Promise<ProductColumns> {
    const [categories, townships] = await Promise.all([
      this.browse.categoryNames(),
      this.browse.townshipNames(),
    ])
    return productColumns({ categories, townships })
  }

  private async standing(cooperativeId: Id): Promise<ProductValues[]> {
    const { reader } = this.unitOfWork
    const rows: ProductValues[] = []
    for (const { id } of await this.changes.namesOf(reader, cooperativeId)) {
      const product = await this.products.viewOf(reader, cooperativeId, id)
      if (rows.length + product.skus.length > MOST_ROWS_IMPORTED) break
      rows.push(...product.skus.map((sku) => productValues(product, sku)))
    }
    return rows
  }

  private async run(
    tx: Tx,
    actor: Actor,
    cooperativeId: Id,
    columns: ProductColumns,
    sheet: Rows,
  ): Promise<SheetAct[]> {
    const slugs = sheet.rows.flatMap(({ values }) => values.code ?? [])
    const owned = await this.changes.lockOwn(tx, cooperativeId, slugs)
    const bySlug = new Map(owned.map(({ id, slug }) => [slug, id]))
    const names = new Set(
      (await this.changes.namesOf(tx, cooperativeId)).map(({ nameZh }) => nameZh),
    )
    const acts: SheetAct[] = []
    const made: CreateProduct[] = []
    for (const group of new ProductRowsByProduct(columns, sheet).groups) {
      const productId = group.code ? bySlug.get(group.code) : undefined
      if (group.code && !productId)
        refuseAll(sheet, group, 'code', refusal('sheet.unknown-entry', { value: group.code }))
      else if (productId)
        acts.push(...(await this.changeOne(tx, actor, { cooperativeId, productId }, sheet, group)))
      else if (names.has(group.first.nameZh)) {
        const exists = refusal('sheet.exists-already', { value: group.first.nameZh })
        refuseAll(sheet, group, 'nameZh', exists)
      } else {
        const body = this.prepare(sheet, group)
        if (body) made.push(body)
        acts.push(...group.rows.map(({ row, values }) => madeAct(row, values)))
      }
    }
    if (made.length > 0) {
      const at = sheet.rows[0]!.row
      await sheet.attempt(at, () => this.desk.createAll(tx, actor, cooperativeId, made))
    }
    return acts
  }

  private prepare(sheet: Rows, group: ProductRows): CreateProduct | null {
    if (group.rows.length > MOST_PACKS) {
      refuseAll(sheet, group, null, refusal('sku.too-many', { max: MOST_PACKS }))
      return null
    }
    const skus = group.rows.map(({ values }) => ({ ...packOf(values), priceBreaks: [] }))
    return { ...factsOf(group.first), compliance: [], skus }
  }

  /** Facts once, then each row's pack: changed where it stands, added where it does not. */
  private async changeOne(
    tx: Tx,
    actor: Actor,
    target: { cooperativeId: Id; productId: Id },
    sheet: Rows,
    group: ProductRows,
  ): Promise<SheetAct[]> {
    const product = await this.products.viewOf(tx, target.cooperativeId, target.productId)
    const lines = group.rows.map(({ row, values }) => {
      const sku = product.skus.find((each) => each.name.zh === values.packZh)
      const standing = productValues(product, sku ?? product.skus[0]!)
      return { row, sku, before: sku ? standing : null, after: group.over(standing, values) }
    })
    const first = lines[0]!
    await sheet.attempt(first.row, () => this.editFacts(tx, actor, target, product, first.after))
    for (const line of lines)
      await sheet.attempt(line.row, () => this.savePack(tx, actor, target, line))
    return lines.map(({ row, before, after }) => ({ row, name: product.name, before, after }))
  }

  /** Only what differs is edited, so that a proposal that waits for the liaison is left alone. */
  private async editFacts(
    tx: Tx,
    actor: Actor,
    target: { cooperativeId: Id; productId: Id },
    product: ManagedProduct,
    after: ProductValues,
  ): Promise<void> {
    const before = factsOf(productValues(product, product.skus[0]!))
    const next = factsOf(after)
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(next[key]),
    )
    if (changed.length === 0) return
    const edit = Object.fromEntries(changed.map((key) => [key, next[key]]))
    await this.desk.editWithin(tx, actor, target, { ...edit, version: product.version })
  }

  private async savePack(
    tx: Tx,
    actor: Actor,
    { cooperativeId, productId }: { cooperativeId: Id; productId: Id },
    {
      sku,
      before,
      after,
    }: { sku: Sku | undefined; before: ProductValues | null; after: ProductValues },
  ): Promise<void> {
    const pack = packOf(after)
    if (!sku || !before) {
      const body = { ...pack, priceBreaks: [] }
      return this.skus.addWithin(tx, actor, { cooperativeId, productId }, body)
    }
    const was = { ...packOf(before), isActive: sku.isActive }
    const next = { ...pack, isActive: after.isActive !== 'no' }
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter(
      (key) => JSON.stringify(was[key]) !== JSON.stringify(next[key]),
    )
    if (changed.length === 0) return
    const edit = Object.fromEntries(changed.map((key) => [key, next[key]]))
    const target = { cooperativeId, skuId: sku.id }
    await this.skus.editWithin(tx, actor, target, { ...edit, version: sku.version })
  }
}

type Sku = ManagedProduct['skus'][number]

function madeAct(row: number, values: ProductValues): SheetAct {
  const name = { zh: `${values.nameZh} ${values.packZh}`, en: `${values.nameEn} ${values.packEn}` }
  return { row, name, before: null, after: { ...values } }
}

function refuseAll(
  sheet: Rows,
  group: ProductRows,
  column: 'code' | 'nameZh' | null,
  error: ReturnType<typeof refusal>,
): void {
  for (const { row } of group.rows) sheet.refuse(row, column, error)
}
