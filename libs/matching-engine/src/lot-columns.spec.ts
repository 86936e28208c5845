import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { LotColumns } from './lot-columns.js'

interface Arc {
  lot: number
  node: number
  cost: number
}

const lots = 3
const nodes = 6
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('add', 'remove', 'recost'),
    which: fc.nat(),
    lot: fc.nat({ max: lots - 1 }),
    node: fc.nat({ max: nodes - 1 }),
    cost: fc.nat({ max: 50 }),
  }),
  { maxLength: 60 },
)

it('finds the best arc of a lot under any limit, after arcs came, went and got other costs', () => {
  fc.assert(
    fc.property(
      changes,
      fc.array(fc.nat({ max: 50 }), { minLength: nodes, maxLength: nodes }),
      fc.integer({ min: -60, max: 60 }),
      (list, potentials, limit) => {
        const columns = new LotColumns([0, 1, 4])
        const known = new Map<number, Arc>()
        let next = 0
        for (const { kind, which, ...arc } of list) {
          const [id, old] = [...known][which % Math.max(1, known.size)] ?? []
          if (kind === 'add') {
            columns.add(arc.lot, next, arc.node, arc.cost)
            known.set(next++, { ...arc })
          } else if (id !== undefined && kind === 'remove') {
            columns.remove(old!.lot, id)
            known.delete(id)
          } else if (id !== undefined) {
            columns.recost(old!.lot, id, arc.cost)
            old!.cost = arc.cost
          }
        }
        const potential = Float64Array.from(potentials)
        for (let lot = 0; lot < lots; lot++) {
          const own = [...known].filter(([, arc]) => arc.lot === lot)
          expect([...columns.of(lot)].sort()).toEqual(own.map(([id]) => id).sort())
          const worth = (arc: Arc) => arc.cost - potential[arc.node]!
          const least = Math.min(limit, ...own.map(([, arc]) => worth(arc)))
          const place = columns.leastBelow(lot, potential, limit)
          const found = place < 0 ? limit : worth(known.get(columns.arcAt(lot, place))!)
          expect(found).toBe(least)
        }
      },
    ),
  )
})
