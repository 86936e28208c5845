import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { anOrder, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const path = `/orders/${ids.order}/rest-cancellation`

function aMarket() {
  return fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /orders/:id': anOrder('partly-shipped'),
    'POST /orders/:id/rest-cancellation-quote': {
      goodsFen: 5_800,
      freightFen: 600,
      totalFen: 6_400,
    },
    'POST /orders/:id/rest-cancellation': anOrder('shipped'),
  })
}

describe('giving up what a part-shipped order still owes', () => {
  it('shows what goes back before it is done, and says why and how many', async () => {
    const api = aMarket()
    openConsole(`/c/${ids.cooperative}/orders/${ids.order}`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '发不了货，取消剩余' }))
    expect(await screen.findByText(/将退款 ¥64\.00/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: '货物损毁、丢失' }))
    await user.type(screen.getByLabelText(/^说明/), '路上翻了车')
    await user.click(screen.getByRole('button', { name: '确定取消并退款' }))
    expect(await screen.findByText('已取消，退款会原路退回。')).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.body).toEqual({
      reason: 'goods-lost',
      text: '路上翻了车',
    })
  })
})
