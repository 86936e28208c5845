import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { anOrder, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function aMarket(confirmed: number) {
  const { lines, ...order } = anOrder('confirmed')
  const row = { ...order, lineCount: 1, recipient: '陈小满', firstLines: lines.slice(0, 1) }
  return fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /cooperatives/:cooperativeId/orders': { items: [row], nextCursor: null },
    'GET /cooperatives/:cooperativeId/order-counts': { counts: { confirmed } },
  })
}

describe('the packing slips of all orders in a state', () => {
  it('are one press, however many pages they stand on', async () => {
    aMarket(240)
    openConsole(`/c/${ids.cooperative}/orders?state=confirmed`)
    expect(await screen.findByRole('button', { name: '打印全部 240 张装箱单' })).toBeTruthy()
  })

  it('are not promised where one file does not hold them', async () => {
    aMarket(1_301)
    openConsole(`/c/${ids.cooperative}/orders?state=confirmed`)
    expect(await screen.findByText(/共 1,301 个订单，一个文件最多 300 张装箱单/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /打印全部/ })).toBeNull()
  })
})
