import { cleanup, screen } from '@testing-library/react'
import type { PickList } from '@weibao/contracts/packing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function aShelf(list: PickList) {
  return fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    [`GET /cooperatives/${ids.cooperative}/pick-list`]: list,
  })
}
const open = () => openConsole(`/c/${ids.cooperative}/orders/pick-list`)

describe('the pick list', () => {
  it('says how much to take of which lot, and for which orders', async () => {
    aShelf({
      orderCount: 2,
      waitingCount: 300,
      picks: [
        {
          lotId: ids.row,
          lotCode: '7K3M9P2A',
          productName: { zh: '百花蜜', en: 'Wildflower honey' },
          skuName: { zh: '500克瓶装', en: '500 g jar' },
          packGrams: 500,
          bestBefore: '2027-05-01',
          quantity: 5,
          orders: [
            { orderId: ids.order, number: 'DD1', quantity: 3 },
            { orderId: ids.line, number: 'DD2', quantity: 2 },
          ],
        },
      ],
    })
    open()
    expect(await screen.findByText('7K3M9P2A')).toBeTruthy()
    expect(screen.getByText('5').tagName).toBe('STRONG')
    expect(screen.getByRole('link', { name: 'DD1 × 3' }).getAttribute('href')).toContain(ids.order)
    expect(screen.getByText(/共有 300 个订单待发货/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '打印' })).toBeTruthy()
  })

  it('says that there is nothing to take', async () => {
    aShelf({ orderCount: 0, waitingCount: 0, picks: [] })
    open()
    expect(await screen.findByText('没有要配的货')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '打印' })).toBeNull()
  })
})
