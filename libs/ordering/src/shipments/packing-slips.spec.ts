import { describe, expect, it } from 'vitest'
import type { OrderEntity, OrderLineEntity } from '../order.entity.js'
import { packingSlips, type Slip } from './packing-slips.js'

const order = {
  number: '261129-000001-1',
  cooperativeNameZh: '同乐示范合作社',
  buyerNameZh: null,
  recipient: '陈小满',
  note: '',
  placedAt: new Date('2026-11-28T02:00:00Z'),
} as OrderEntity
const line = (id: string, quantity: number) =>
  ({
    id,
    quantity,
    orderBundleId: null,
    nameZh: `商品${id}`,
    skuNameZh: '500 克',
    packGrams: 500,
    lotCodes: [`LOT${id}`],
  }) as unknown as OrderLineEntity
const slip: Slip = {
  order,
  address: null,
  lines: [line('a', 3), line('b', 2)],
  bundles: [],
  packed: new Map([
    ['a', 1],
    ['b', 0],
  ]),
}
const print = (slips: Slip[]) =>
  packingSlips(slips, {
    printedAt: new Date('2026-11-29T02:00:00Z'),
    origin: 'https://weibao.example',
  })

describe('packing slips', () => {
  it('list what goes in, with a code to scan for each of its lots, and nothing that has left', () => {
    const { blocks } = print([slip])
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(tables).toEqual([['商品a', '500 克', 'LOTa', '1', '']])
    const codes = blocks.flatMap((block) => (block.kind === 'codes' ? block.codes : []))
    expect(codes).toEqual([{ text: 'https://weibao.example/trace/LOTa', caption: 'LOTa' }])
  })

  it('never say what anything cost, since a parcel may be a gift', () => {
    expect(JSON.stringify(print([slip]))).not.toMatch(/¥|元/)
  })

  it('begin a page for every order after the first', () => {
    const { blocks } = print([slip, slip, slip])
    expect(blocks.filter(({ kind }) => kind === 'page')).toHaveLength(2)
  })
})
