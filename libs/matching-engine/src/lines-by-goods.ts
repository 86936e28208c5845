import type { Problem } from './problem.js'

/** Which lines could ask for a lot, by its product or, where any product will do, by its category. */
export class LinesByGoods {
  private readonly byProduct = new Map<number, number[]>()
  private readonly byCategory = new Map<number, number[]>()

  constructor(private readonly problem: Problem) {
    const { demands } = problem
    for (let line = 0; line < demands.count; line++) {
      const anyProduct = demands.product[line]! < 0
      const map = anyProduct ? this.byCategory : this.byProduct
      const key = anyProduct ? demands.category[line]! : demands.product[line]!
      const list = map.get(key)
      if (list) list.push(line)
      else map.set(key, [line])
    }
  }

  wanting(lot: number): number[] {
    const { lots } = this.problem
    const same = this.byProduct.get(lots.product[lot]!) ?? []
    const any = this.byCategory.get(lots.category[lot]!) ?? []
    return [...same, ...any]
  }
}
