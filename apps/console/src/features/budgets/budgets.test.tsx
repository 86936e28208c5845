import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { buyerSession, ids } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const line = {
  id: ids.line,
  year: 2026,
  kind: 'canteen',
  name: '教工食堂',
  ceilingFen: 9_000_000,
  approvalLimitFen: null,
  proposedFen: 120_000,
  takenFen: 400_000,
  version: 3,
}
const point = {
  id: ids.row,
  name: '食堂后门',
  subdistrictCode: '310113003',
  street: '友谊路 1 号',
  contact: '周师傅',
  phone: '13800000000',
  isActive: true,
}

function openBudgets(answers: Record<string, unknown> = {}) {
  const api = fakeApi({
    'GET /session': buyerSession(),
    'GET /notifications/unread-count': { count: 0 },
    'GET /buyers/:buyerId/budget-lines': { items: [line] },
    'GET /buyers/:buyerId/delivery-points': { items: [point] },
    ...answers,
  })
  openConsole(`/b/${ids.order}/budgets`)
  return api
}

describe('budgets', () => {
  it('say what is used and left, and take a limit above which two approve', async () => {
    const path = `/buyers/${ids.order}/budget-lines/${ids.line}`
    const api = openBudgets({ [`PATCH ${path}`]: line })
    const user = userEvent.setup()
    expect(await screen.findByText(/还可接受 ¥86,000/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '修改：教工食堂' }))
    const dialog = within(await screen.findByRole('dialog'))
    const limit = dialog.getByRole('textbox', { name: /复核限额/ })
    await user.type(limit, '0.5')
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect((await dialog.findAllByText(/不少于 1 元/)).length).toBeGreaterThan(0)
    expect(api.asksOf('PATCH', path)).toEqual([])

    await user.clear(limit)
    await user.type(limit, '3000')
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('已保存')).toBeTruthy()
    expect(api.asksOf('PATCH', path)[0]?.body).toEqual({
      name: '教工食堂',
      ceilingFen: 9_000_000,
      approvalLimitFen: 300_000,
      version: 3,
    })
  })

  it('are empty for whoever has none yet, with what to do next', async () => {
    openBudgets({
      'GET /buyers/:buyerId/budget-lines': { items: [] },
      'GET /buyers/:buyerId/delivery-points': { items: [] },
    })
    expect(await screen.findByText('还没有预算')).toBeTruthy()
    expect(screen.getByText('还没有收货点')).toBeTruthy()
  })
})

describe('a delivery point', () => {
  it('is taken out of use after one more question', async () => {
    const path = `/buyers/${ids.order}/delivery-points/${ids.row}`
    const api = openBudgets({ [`PATCH ${path}`]: { ...point, isActive: false } })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '停用：食堂后门' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '停用' }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { name, street, contact, phone } = point
    expect(api.asksOf('PATCH', path)[0]?.body).toEqual({
      name,
      street,
      contact,
      phone,
      isActive: false,
    })
  })
})
