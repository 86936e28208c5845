import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { QuotaView } from '@weibao/contracts/quota'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { buyerSession, cockpitLine, cockpitOf, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const budgetLine = { id: ids.line, year: 2026, kind: 'canteen', name: '教工食堂' } as const
const quota: QuotaView = {
  id: ids.row,
  buyer: { id: ids.order, name: { zh: '示例小学', en: 'Sample School' } },
  budgetLine,
  arrangement: 'own-canteen',
  minimumFen: 5_000_000,
  sharedWith: [],
  contractor: null,
  state: 'filed',
  returnReason: null,
  filedAt: '2026-11-02T02:00:00.000Z',
  decidedAt: null,
}

describe('quotas', () => {
  it('go back to their buyer with a reason only', async () => {
    const api = fakeApi({
      'GET /session': sessionOf('officer'),
      'GET /notifications/unread-count': { count: 0 },
      'GET /quotas': { items: [quota], nextCursor: null },
      'POST /quotas/:id/return': { ...quota, state: 'returned', returnReason: '低于上年水平' },
    })
    openConsole(`/a/${ids.office}/quotas`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '退回' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '退回' }))
    expect(dialog.getAllByText('至少 4 个字').length).toBeGreaterThan(0)
    expect(api.asksOf('POST', `/quotas/${quota.id}/return`)).toEqual([])

    await user.type(dialog.getByRole('textbox', { name: /原因/ }), '低于上年水平')
    await user.click(dialog.getByRole('button', { name: '退回' }))
    expect(await screen.findByText('已处理')).toBeTruthy()
    const [asked] = api.asksOf('POST', `/quotas/${quota.id}/return`)
    expect(asked?.body).toEqual({ filedAt: quota.filedAt, reason: '低于上年水平' })
    expect(asked?.idempotencyKey).toBeTruthy()
  })

  it('are filed by budget line, naming the contractor of an outsourced canteen', async () => {
    const path = `/buyers/${ids.order}/budget-lines/${ids.line}/quota`
    const api = fakeApi({
      'GET /session': buyerSession(),
      'GET /notifications/unread-count': { count: 0 },
      'GET /buyers/:buyerId/budget-lines': { items: [{ ...budgetLine, ceilingFen: 20_000_000 }] },
      'GET /buyers/:buyerId/quotas': { items: [], nextCursor: null },
      'GET /buyers/:buyerId/quota-cockpit': cockpitOf(cockpitLine()),
      [`PUT ${path}`]: quota,
    })
    openConsole(`/b/${ids.order}`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '填报' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('radio', { name: '外包经营' }))
    await user.type(dialog.getByRole('textbox', { name: /预留金额/ }), '50000')
    await user.click(dialog.getByRole('button', { name: '提交' }))
    expect(api.asksOf('PUT', path)).toEqual([])

    await user.type(dialog.getByRole('textbox', { name: /承包单位/ }), '示例餐饮')
    await user.click(dialog.getByRole('button', { name: '提交' }))
    expect(await screen.findByText('已提交，等待核对')).toBeTruthy()
    expect(api.asksOf('PUT', path)[0]?.body).toEqual({
      arrangement: 'outsourced',
      minimumFen: 5_000_000,
      sharedWith: [],
      contractor: '示例餐饮',
    })
  })
})
