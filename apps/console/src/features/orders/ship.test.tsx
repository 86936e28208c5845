import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal, silence } from '../../testing/fake-api'
import { anOrder, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

beforeEach(() => sessionStorage.clear())
vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const address = `/c/${ids.cooperative}/orders/${ids.order}`
const shipments = `/orders/${ids.order}/shipments`

function aMarket(ship: (asked: { body: unknown }) => unknown) {
  let state: 'confirmed' | 'shipped' = 'confirmed'
  return fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /orders/:id': () => anOrder(state),
    'POST /orders/:id/shipments': (asked: { body: unknown }) => {
      const answer = ship(asked)
      if (answer === undefined) state = 'shipped'
      return answer ?? anOrder('shipped')
    },
  })
}

const courier = () => screen.findByLabelText('快递公司')
const tracking = () => screen.getByLabelText<HTMLInputElement>('快递单号')
const submit = () => screen.getByRole('button', { name: '确认发货' })

describe('shipping an order', () => {
  it('says beside each field what is missing or wrong, before asking the server', async () => {
    const api = aMarket(() => undefined)
    openConsole(address)
    const user = userEvent.setup()
    await courier()
    await user.type(tracking(), 'SF 1')
    await user.click(submit())
    expect((await courier()).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getAllByText('单号应为 6 到 40 位字母、数字或横线').length).toBeGreaterThan(0)
    expect(api.asksOf('POST', shipments)).toHaveLength(0)
  })

  it('sends courier and number in plain form, and the order is on its way', async () => {
    const api = aMarket(() => undefined)
    openConsole(address)
    const user = userEvent.setup()
    await user.selectOptions(await courier(), '顺丰速运')
    await user.type(tracking(), 'ＳＦ1234 5678 90')
    await user.click(submit())
    expect(await screen.findByText('已发货，买家会收到通知。')).toBeTruthy()
    expect(api.asksOf('POST', shipments)[0]?.body).toEqual({
      courier: '顺丰速运',
      trackingNumber: 'SF1234567890',
    })
    await waitFor(() => expect(screen.queryByRole('button', { name: '确认发货' })).toBeNull())
  })

  it('sends a part when quantities are lowered, and nothing without a package', async () => {
    const api = aMarket(() => undefined)
    openConsole(address)
    const user = userEvent.setup()
    await user.selectOptions(await courier(), '顺丰速运')
    await user.type(tracking(), 'SF12345678')
    const packages = screen.getByRole('spinbutton', { name: /百花蜜，装入数量/ })
    await user.clear(packages)
    await user.type(packages, '0')
    await user.click(submit())
    expect((await screen.findAllByText('至少装入一件')).length).toBeGreaterThan(0)
    expect(api.asksOf('POST', shipments)).toHaveLength(0)
    await user.clear(packages)
    await user.type(packages, '1')
    await user.click(submit())
    await screen.findByText('这个包裹已发出，还有商品待发。')
    expect(api.asksOf('POST', shipments)[0]?.body).toEqual({
      courier: '顺丰速运',
      trackingNumber: 'SF12345678',
      lines: [{ orderLineId: ids.line, quantity: 1 }],
    })
  })

  it('shows a number that is on another order beside its field', async () => {
    aMarket(() => new Refusal(409, 'shipment.tracking-used', '这个快递单号已用于另一笔订单'))
    openConsole(address)
    const user = userEvent.setup()
    await user.selectOptions(await courier(), '中通快递')
    await user.type(tracking(), 'ZTO123456')
    await user.click(submit())
    await waitFor(() => expect(tracking().getAttribute('aria-invalid')).toBe('true'))
  })

  it('keeps what was typed and the same key over a lost connection', async () => {
    let isConnected = false
    const api = aMarket(() => (isConnected ? undefined : silence))
    openConsole(address)
    const user = userEvent.setup()
    await user.selectOptions(await courier(), '韵达快递')
    await user.type(tracking(), 'YD12345678')
    await user.click(submit())
    expect(await screen.findByText(/填写的内容已保存在本机/)).toBeTruthy()
    cleanup()
    openConsole(address)
    await courier()
    expect(tracking().value).toBe('YD12345678')
    isConnected = true
    await user.click(submit())
    await screen.findByText('已发货，买家会收到通知。')
    const keys = api.asksOf('POST', shipments).map(({ idempotencyKey }) => idempotencyKey)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    expect(keys[0]).toBeTruthy()
  })

  it('takes another number for another intent', async () => {
    const api = aMarket(() => new Refusal(409, 'shipment.tracking-used', '已用于另一笔订单'))
    openConsole(address)
    const user = userEvent.setup()
    await user.selectOptions(await courier(), '中通快递')
    await user.type(tracking(), 'ZTO123456')
    await user.click(submit())
    await waitFor(() => expect(tracking().getAttribute('aria-invalid')).toBe('true'))
    await user.type(tracking(), '7')
    await user.click(submit())
    await waitFor(() => expect(api.asksOf('POST', shipments)).toHaveLength(2))
    const [first, second] = api.asksOf('POST', shipments)
    expect(first?.idempotencyKey).not.toBe(second?.idempotencyKey)
  })
})
