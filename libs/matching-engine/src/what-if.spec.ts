import { describe, expect, it } from 'vitest'
import { problemFrom } from './instance-reader.js'
import { findFlaw } from './proof.js'
import { Random } from './random.js'
import { sampleMarket } from './sample-market.js'
import { solve } from './solve.js'
import type { LineNumbers } from './rewriting.js'
import { WarmMarket } from './what-if.js'

type Row = Record<string, unknown>
const PLACES = 3
const size = { lots: 30, lines: 80, coops: 8, products: 4 }

/** A sample market without packs and minimum orders, which the flow does not know, and with empty places. */
function sample(seed: number): { market: Row; lines: Row[] } {
  const market = sampleMarket(seed, size)
  const lots = (market['lots'] as Row[]).map((lot) => ({ ...lot, packKg: 1, moqKg: 0 }))
  return { market: { ...market, lots }, lines: market['demands'] as Row[] }
}

function lineOf(random: Random, template: Row): Row {
  return {
    ...template,
    product: random.below(5) === 0 ? null : template['product'],
    qtyKg: 1 + random.below(120),
    minFillKg: 0,
    reserved: false,
    maxCoopShareBp: 10_000,
    preferredCoops: [],
    blockedCoops: [],
  }
}

function numbersOf(row: Row): LineNumbers {
  const number = (name: string): number => row[name] as number
  return {
    buyer: number('buyer'),
    product: row['product'] === null ? -1 : number('product'),
    category: number('category'),
    quantity: number('qtyKg'),
    maxLanded: number('maxLandedCents'),
    from: number('deliverFrom'),
    to: number('deliverTo'),
    minShelf: number('minShelfDays'),
    maxGrade: number('maxGrade'),
    certs: number('certs'),
  }
}

const withId = (row: Row, id: number): Row => ({ ...row, id, submittedAt: id })

function value(market: Row, lines: readonly Row[]) {
  const demands = lines.map(withId)
  const { volume, points, cost } = solve(problemFrom({ ...market, demands }), {
    mode: 'flow',
  }).allocation
  return { volume, points, cost }
}

const total = (parts: readonly { mass: number }[]): number =>
  parts.reduce((sum, { mass }) => sum + mass, 0)

describe('a question to a warm market', { timeout: 60_000 }, () => {
  it('is answered with the least that a batch answer of the best value gives the line', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const random = new Random(seed)
      const { market, lines } = sample(seed)
      const empty = Array.from({ length: PLACES }, () => lineOf(random, lines[0]!))
      const demands = [...lines, ...empty].map(withId)
      const warm = new WarmMarket(problemFrom({ ...market, demands }), PLACES)
      for (let k = 0; k < 12; k++) {
        const asked = lineOf(random, lines[random.below(lines.length)]!)
        const [answer] = warm.ask([numbersOf(asked)])
        const got = total(answer!.parts)
        const best = value(market, [...lines, asked])
        expect(value(market, [...lines, { ...asked, qtyKg: got }])).toEqual(best)
        if (got > 0)
          expect(value(market, [...lines, { ...asked, qtyKg: got - 1 }])).not.toEqual(best)
        expect(answer!.reason === 'MATCHED_FULL').toBe(got === asked['qtyKg'])
      }
    }
  })

  it('is of several lines a part of one optimum, in which they do not take the same goods', () => {
    for (let seed = 11; seed <= 14; seed++) {
      const random = new Random(seed)
      const { market, lines } = sample(seed)
      const empty = Array.from({ length: PLACES }, () => lineOf(random, lines[0]!))
      const warm = new WarmMarket(
        problemFrom({ ...market, demands: [...lines, ...empty].map(withId) }),
        PLACES,
      )
      for (let k = 0; k < 10; k++) {
        const one = lineOf(random, lines[random.below(lines.length)]!)
        // Twice the same, so that they would take the same goods.
        const asked = [one, one, lineOf(random, lines[random.below(lines.length)]!)]
        const answers = warm.ask(asked.map(numbersOf))
        const got = asked.map((each, n) => ({ ...each, qtyKg: total(answers[n]!.parts) }))
        expect(value(market, [...lines, ...got])).toEqual(value(market, [...lines, ...asked]))
        for (const { id, qtyKg } of (market['lots'] as Row[]).map((lot, id) => ({
          ...lot,
          id,
        })) as {
          id: number
          qtyKg: number
        }[]) {
          const taken = answers.flatMap(({ parts }) => parts).filter(({ lot }) => lot === id)
          expect(total(taken)).toBeLessThanOrEqual(qtyKg)
        }
      }
    }
  })

  it('leaves the market as good as it was, and proved', () => {
    const random = new Random(7)
    const { market, lines } = sample(7)
    const demands = [...lines, ...lines.slice(0, PLACES)].map(withId)
    const problem = problemFrom({ ...market, demands })
    const warm = new WarmMarket(problem, PLACES)
    const before = value(market, lines)
    for (let k = 0; k < 40; k++) {
      const asked = Array.from({ length: 1 + random.below(PLACES) }, () =>
        numbersOf(lineOf(random, lines[random.below(lines.length)]!)),
      )
      warm.ask(asked)
    }
    expect(warm.solution().allocation).toMatchObject(before)
    expect(findFlaw(warm.market(), warm.solution())).toBeNull()
  })

  it('says that an answer is cut short, which is never more than the whole one, and puts everything back', () => {
    const random = new Random(5)
    const { market, lines } = sample(5)
    const demands = [...lines, ...lines.slice(0, PLACES)].map(withId)
    const warm = new WarmMarket(problemFrom({ ...market, demands }), PLACES)
    const before = warm.solution()
    let cut = 0
    for (let k = 0; k < 60; k++) {
      const asked = [numbersOf(lineOf(random, lines[random.below(lines.length)]!))]
      const [short] = warm.ask(asked, random.below(200))
      const [whole] = warm.ask(asked)
      expect(whole!.isExact).toBe(true)
      if (short!.isExact) expect(short).toEqual(whole)
      else expect(total(short!.parts)).toBeLessThanOrEqual(total(whole!.parts))
      cut += short!.isExact ? 0 : 1
    }
    expect(cut).toBeGreaterThan(5)
    expect({ ...warm.solution(), work: null }).toEqual({ ...before, work: null })
  })

  it('names the change that gives more, and it does', () => {
    const random = new Random(3)
    const { market, lines } = sample(3)
    const demands = [...lines, ...lines.slice(0, PLACES)].map(withId)
    const warm = new WarmMarket(problemFrom({ ...market, demands }), PLACES)
    let flips = 0
    for (let k = 0; k < 40; k++) {
      const asked = numbersOf(lineOf(random, lines[random.below(lines.length)]!))
      const poor = { ...asked, maxLanded: Math.floor(asked.maxLanded / 2) }
      const [answer] = warm.ask([poor])
      const change = answer!.flip?.changes[0]
      if (change?.field !== 'maxLandedCents') continue
      const [raised] = warm.ask([{ ...poor, maxLanded: change.to }])
      expect(total(raised!.parts)).toBeGreaterThan(total(answer!.parts))
      flips++
    }
    expect(flips).toBeGreaterThan(5)
  })
})
