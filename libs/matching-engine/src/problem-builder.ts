import type { Buyers, Coops, Demands, Lots, Problem, Routes } from './problem.js'
import { LARGEST, list, object, ProblemError, Row, type Fields } from './problem-fields.js'

type Column = number[]
const LARGEST_INDEX = 2 ** 31 - 1
/** Fen per unit: a landed price is then below 2^31, whatever its parts. */
const LARGEST_PRICE = 2 ** 30
const LARGEST_EXTRA = 2 ** 28
const LARGEST_POINTS = 2 ** 40

/** Growing columns of one table. */
function columns<K extends string>(...names: readonly K[]): Record<K, Column> {
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, Column>
}

/**
 * Takes an instance table by table (`head`, then coops, lots, buyers, demands) and checks every field.
 * Rows may come in any number of parts, so that a file need never be held whole.
 * Throws `ProblemError` with the path of the first thing that is wrong.
 */
export class ProblemBuilder {
  private readonly row = new Row()
  private readonly coop = columns('assisted', 'offered', 'tierStart', 'tierMass', 'tierPoints')
  private readonly lot = columns(
    'coop', 'product', 'category', 'township', 'grade', 'pack', 'quantity', 'minOrder', 'price',
    'handling', 'from', 'to', 'shelfLife', 'coldChain', 'certs',
  ) // prettier-ignore
  private readonly buyer = columns('zone', 'budget', 'quota')
  private readonly demand = columns(
    'buyer', 'product', 'category', 'quantity', 'minFill', 'shareBp', 'share', 'maxLanded', 'from', 'to',
    'minShelf', 'maxGrade', 'certs', 'reserved', 'cancelled', 'submitted', 'preferredStart',
    'preferred', 'blockedStart', 'blocked',
  ) // prettier-ignore
  private routes: Routes | undefined
  private maxCandidates = 60
  /** All mass so far. */
  private offered = 0
  private wanted = 0
  private credit = 0

  /** Format, products, routes and the scalars at the top. */
  head(value: unknown): void {
    const head = object(value, 'instance')
    if (head['format'] !== 'agri-match/1') throw new ProblemError('format', 'must be agri-match/1')
    this.maxCandidates = scalar(head, 'maxCandidates', 60, 1)
    this.credit = scalar(head, 'preferenceCreditCents', 0, 0, LARGEST_PRICE)
    const products = list(head['products'] ?? [], 'products')
    products.forEach((product, k) => {
      this.row.on('products', k, product).whole('category', 0, LARGEST_INDEX)
    })
    this.routes = readRoutes(object(head['routes'], 'routes'))
  }

  coops(rows: readonly unknown[]): void {
    const { coop, row } = this
    for (const value of rows) {
      row.on('coops', coop.assisted.length, value)
      coop.assisted.push(row.yes('assisted', false))
      coop.offered.push(row.whole('offeredKg', 0))
      coop.tierStart.push(coop.tierMass.length)
      this.tiers(`coops[${coop.assisted.length - 1}].tiers`, row.rows('tiers'))
    }
  }

  private tiers(path: string, rows: readonly unknown[]): void {
    const tier = new Row()
    let last = Infinity
    rows.forEach((value, k) => {
      tier.on(path, k, value)
      const points = tier.whole('points', 0, LARGEST_POINTS)
      if (points > last) tier.refuse('points', 'must not rise from tier to tier')
      last = points
      this.coop.tierMass.push(tier.whole('kg', 0))
      this.coop.tierPoints.push(points)
    })
  }

  lots(rows: readonly unknown[]): void {
    const { lot, row } = this
    const routes = this.needRoutes()
    for (const value of rows) {
      row.on('lots', lot.coop.length, value)
      lot.coop.push(row.index32('coop', this.coop.assisted.length, 'coops'))
      lot.product.push(row.whole('product', 0, LARGEST_INDEX))
      lot.category.push(row.whole('category', 0, LARGEST_INDEX))
      lot.township.push(row.index32('township', routes.townships, 'townships'))
      lot.grade.push(row.whole('grade', 0, LARGEST_INDEX))
      lot.pack.push(row.whole('packKg', 1))
      lot.quantity.push(row.whole('qtyKg', 0))
      this.offered = this.added(this.offered, lot.quantity.at(-1)!)
      lot.minOrder.push(row.whole('moqKg', 0))
      lot.price.push(row.whole('priceCents', 0, LARGEST_PRICE))
      lot.handling.push(
        row.optional('handlingCentsPerKg') ? 0 : row.whole('handlingCentsPerKg', 0, LARGEST_EXTRA),
      )
      lot.from.push(row.whole('availableFrom', -LARGEST))
      lot.to.push(row.whole('availableTo', -LARGEST))
      lot.shelfLife.push(row.whole('shelfLifeDays', -LARGEST))
      lot.coldChain.push(row.yes('coldChain', false))
      lot.certs.push(row.whole('certs', 0, LARGEST_INDEX))
    }
  }

  buyers(rows: readonly unknown[]): void {
    const { buyer, row } = this
    const { zones } = this.needRoutes()
    for (const value of rows) {
      row.on('buyers', buyer.zone.length, value)
      buyer.zone.push(row.index32('zone', zones, 'zones'))
      buyer.budget.push(row.optional('budgetCents') ? Infinity : row.whole('budgetCents', 0))
      buyer.quota.push(
        row.optional('reservedQuotaCents') ? Infinity : row.whole('reservedQuotaCents', 0),
      )
    }
  }

  demands(rows: readonly unknown[]): void {
    const { demand, row } = this
    const coops = this.coop.assisted.length
    for (const value of rows) {
      row.on('demands', demand.buyer.length, value)
      demand.buyer.push(row.index32('buyer', this.buyer.zone.length, 'buyers'))
      demand.product.push(row.optional('product') ? -1 : row.whole('product', 0, LARGEST_INDEX))
      demand.category.push(row.whole('category', 0, LARGEST_INDEX))
      const quantity = row.whole('qtyKg', 0)
      demand.quantity.push(quantity)
      this.wanted = this.added(this.wanted, quantity)
      demand.minFill.push(row.optional('minFillKg') ? 0 : row.whole('minFillKg', 0, quantity))
      const share = row.optional('maxCoopShareBp') ? 10000 : row.whole('maxCoopShareBp', 0, 10000)
      demand.shareBp.push(share)
      demand.share.push(shareOf(quantity, share))
      demand.maxLanded.push(row.whole('maxLandedCents', 0))
      demand.from.push(row.whole('deliverFrom', -LARGEST))
      demand.to.push(row.whole('deliverTo', -LARGEST))
      demand.minShelf.push(row.whole('minShelfDays', -LARGEST))
      demand.maxGrade.push(row.whole('maxGrade', 0, LARGEST_INDEX))
      demand.certs.push(row.whole('certs', 0, LARGEST_INDEX))
      demand.reserved.push(row.yes('reserved', false))
      demand.cancelled.push(row.yes('cancelled', false))
      demand.submitted.push(row.optional('submittedAt') ? 0 : row.whole('submittedAt', -LARGEST))
      demand.preferredStart.push(demand.preferred.length)
      row.indexes('preferredCoops', coops, 'coops', demand.preferred)
      demand.blockedStart.push(demand.blocked.length)
      row.indexes('blockedCoops', coops, 'coops', demand.blocked)
    }
  }

  private added(sum: number, quantity: number): number {
    if (sum + quantity > LARGEST) {
      this.row.refuse('qtyKg', `must not bring the sum of all before it above ${LARGEST}`)
    }
    return sum + quantity
  }

  private needRoutes(): Routes {
    if (!this.routes) throw new ProblemError('routes', 'must come before lots and buyers')
    return this.routes
  }

  finish(): Problem {
    const { maxCandidates, credit } = this
    const coops = finishCoops(this.coop)
    const lots = finishLots(this.lot)
    const buyers: Buyers = {
      count: this.buyer.zone.length,
      zone: Int32Array.from(this.buyer.zone),
      budget: Float64Array.from(this.buyer.budget),
      quota: Float64Array.from(this.buyer.quota),
    }
    return {
      maxCandidates, credit, routes: this.needRoutes(), coops, lots, buyers,
      demands: finishDemands(this.demand, buyers.zone),
    } // prettier-ignore
  }
}

function scalar(
  head: Fields,
  field: string,
  fallback: number,
  least: number,
  most = LARGEST,
): number {
  const value = head[field] ?? fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new ProblemError(field, `must be a whole number from ${least} to ${most}`)
  }
  return value
}

/** ⌊quantity × basis points / 10,000⌋, exact for any whole quantity. */
export function shareOf(quantity: number, basisPoints: number): number {
  if (basisPoints === 10000) return quantity
  if (quantity <= LARGEST / 10000) return Math.floor((quantity * basisPoints) / 10000)
  return Number((BigInt(quantity) * BigInt(basisPoints)) / 10000n)
}

function readRoutes(value: Fields): Routes {
  const freightRows = list(value['centsPerKg'], 'routes.centsPerKg')
  const townships = freightRows.length
  const zones = townships === 0 ? 0 : list(freightRows[0], 'routes.centsPerKg[0]').length
  const read = (field: string, most = LARGEST): Float64Array => {
    const rows = list(value[field], `routes.${field}`)
    if (rows.length !== townships) {
      throw new ProblemError(`routes.${field}`, `must have ${townships} rows, one a township`)
    }
    const cells = new Float64Array(townships * zones)
    rows.forEach((row, t) => {
      const values = list(row, `routes.${field}[${t}]`)
      if (values.length !== zones) {
        throw new ProblemError(`routes.${field}[${t}]`, `must have ${zones} cells, one a zone`)
      }
      values.forEach((cell, z) => {
        const number = typeof cell === 'boolean' ? Number(cell) : cell
        if (
          typeof number !== 'number' ||
          !Number.isInteger(number) ||
          number < 0 ||
          number > most
        ) {
          throw new ProblemError(
            `routes.${field}[${t}][${z}]`,
            `must be a whole number from 0 to ${most}`,
          )
        }
        cells[t * zones + z] = number
      })
    })
    return cells
  }
  const cold = Uint8Array.from(read('cold'), (cell) => (cell > 0 ? 1 : 0))
  return {
    townships,
    zones,
    freight: read('centsPerKg', LARGEST_EXTRA),
    lead: read('leadDays'),
    cold,
  }
}

function finishCoops(coop: Record<string, Column>): Coops {
  return {
    count: coop['assisted']!.length,
    assisted: Uint8Array.from(coop['assisted']!),
    offered: Float64Array.from(coop['offered']!),
    tierStart: Int32Array.from([...coop['tierStart']!, coop['tierMass']!.length]),
    tierMass: Float64Array.from(coop['tierMass']!),
    tierPoints: Float64Array.from(coop['tierPoints']!),
  }
}

/** Sorted order by (category, product with "any" last, third key, id). */
function marketOrder(category: Column, product: Column, third: (k: number) => number): Int32Array {
  const last = (k: number): number => (product[k]! < 0 ? Infinity : product[k]!)
  return Int32Array.from(category.keys()).sort(
    (a, b) =>
      category[a]! - category[b]! || order(last(a), last(b)) || third(a) - third(b) || a - b,
  )
}

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

function finishLots(lot: Record<string, Column>): Lots {
  const id = marketOrder(lot['category']!, lot['product']!, () => 0)
  const int = (name: string): Int32Array => Int32Array.from(id, (k) => lot[name]![k]!)
  const wide = (name: string): Float64Array => Float64Array.from(id, (k) => lot[name]![k]!)
  return {
    count: id.length, id, rank: id.slice(), coop: int('coop'), product: int('product'), category: int('category'),
    township: int('township'), grade: int('grade'), pack: wide('pack'), quantity: wide('quantity'),
    minOrder: wide('minOrder'), price: wide('price'), handling: wide('handling'), from: wide('from'),
    to: wide('to'), shelfLife: wide('shelfLife'), coldChain: Uint8Array.from(int('coldChain')),
    certs: int('certs'),
  } // prettier-ignore
}

/** One list for the many lines that prefer or refuse nobody. */
const NOBODY: readonly number[] = []

function finishDemands(demand: Record<string, Column>, zone: Int32Array): Demands {
  const buyer = demand['buyer']!
  const id = marketOrder(demand['category']!, demand['product']!, (k) => zone[buyer[k]!]!)
  const int = (name: string): Int32Array => Int32Array.from(id, (k) => demand[name]![k]!)
  const wide = (name: string): Float64Array => Float64Array.from(id, (k) => demand[name]![k]!)
  const lists = (name: string): (readonly number[])[] => {
    const start = [...demand[`${name}Start`]!, demand[name]!.length]
    return Array.from(id, (k) =>
      start[k] === start[k + 1] ? NOBODY : demand[name]!.slice(start[k], start[k + 1]),
    )
  }
  return {
    count: id.length, id, buyer: int('buyer'), product: int('product'), category: int('category'),
    quantity: wide('quantity'), minFill: wide('minFill'), shareBp: int('shareBp'),
    share: wide('share'),
    maxLanded: wide('maxLanded'), from: wide('from'), to: wide('to'), minShelf: wide('minShelf'),
    maxGrade: int('maxGrade'), certs: int('certs'), reserved: Uint8Array.from(int('reserved')),
    cancelled: Uint8Array.from(int('cancelled')), submitted: wide('submitted'),
    preferred: lists('preferred'), blocked: lists('blocked'),
  } // prettier-ignore
}
