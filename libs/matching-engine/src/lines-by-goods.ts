import { listOf, strike } from './lists.js'
import type { Problem } from './problem.js'

/** Which lines could ask for a lot, by its product or, where any product will do, by its category. */
export class LinesByGoods {
  private readonly byProduct = new Map<number, number[]>()
  private readonly byCategory = new Map<number, number[]>()

  constructor(private readonly problem: Problem) {
    for (let line = 0; line < problem.demands.count; line++) this.enlist(line)
  }

  enlist(line: number): void {
    this.listOf(line).push(line)
  }

  /** Before a line's columns say other goods. */
  delist(line: number): void {
    strike(this.listOf(line), line)
  }

  wanting(lot: number): number[] {
    const { lots } = this.problem
    const same = this.byProduct.get(lots.product[lot]!) ?? []
    const any = this.byCategory.get(lots.category[lot]!) ?? []
    return [...same, ...any]
  }

  private listOf(line: number): number[] {
    const { product, category } = this.problem.demands
    return product[line]! < 0
      ? listOf(this.byCategory, category[line]!)
      : listOf(this.byProduct, product[line]!)
  }
}
