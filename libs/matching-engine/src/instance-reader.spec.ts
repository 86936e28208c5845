import { describe, expect, it } from 'vitest'
import { InstanceReader, problemFrom } from './instance-reader.js'
import { sampleMarket } from './sample-market.js'

const instance = sampleMarket(1, { lots: 30, lines: 80, coops: 10, products: 5 })

function read(text: string, piece = 97) {
  const bytes = new TextEncoder().encode(text)
  const reader = new InstanceReader()
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece))
  return reader.finish()
}

describe('the instance reader', () => {
  it('reads a file piece by piece as it reads one in memory, wherever the pieces break', () => {
    const whole = problemFrom(instance)
    for (const piece of [1, 13, 97, 1 << 20]) {
      expect(read(JSON.stringify(instance), piece)).toEqual(whole)
    }
    expect(read(JSON.stringify(instance, null, 2))).toEqual(whole)
  })

  it('does not mind the order of the fields', () => {
    const reversed = Object.fromEntries(Object.entries(instance).reverse())
    expect(read(JSON.stringify(reversed))).toEqual(problemFrom(instance))
  })

  it('names the place of the first thing wrong', () => {
    const broken = (table: string, at: number, change: object) => {
      const rows = (instance[table] as object[]).map((r, k) => (k === at ? { ...r, ...change } : r))
      return JSON.stringify({ ...instance, [table]: rows })
    }
    expect(() => read(broken('demands', 17, { qtyKg: -1 }))).toThrow('demands[17].qtyKg')
    expect(() => read(broken('demands', 3, { qtyKg: 1.5 }))).toThrow('demands[3].qtyKg')
    expect(() => read(broken('lots', 4, { coop: 99 }))).toThrow('lots[4].coop')
    expect(() => read(broken('lots', 5, { packKg: 0 }))).toThrow('lots[5].packKg')
    expect(() => read(broken('buyers', 0, { zone: 'x' }))).toThrow('buyers[0].zone')
    expect(() => read(broken('demands', 2, { blockedCoops: [1, 77] }))).toThrow(
      'demands[2].blockedCoops[1]',
    )
    expect(() =>
      read(
        broken('coops', 1, {
          tiers: [
            { kg: 1, points: 1 },
            { kg: 1, points: 2 },
          ],
        }),
      ),
    ).toThrow('coops[1].tiers[1].points')
    expect(() => read(JSON.stringify({ ...instance, format: 'x' }))).toThrow('format')
  })

  it('says where a file stops being JSON or ends too early', () => {
    const text = JSON.stringify(instance)
    const at = text.indexOf('"deliverFrom"')
    expect(() => read(text.replace('"deliverFrom":', '"deliverFrom" '))).toThrow('demands[0]')
    expect(() => read(text.slice(0, at))).toThrow(/demands\[0\].*ends/)
    expect(() => read('')).toThrow('ends')
    expect(() => read('[]')).toThrow()
  })
})
