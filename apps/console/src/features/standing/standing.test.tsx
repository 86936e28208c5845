import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { StandingDemand } from '@weibao/contracts/standing-demand'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { buyerSession, emptyPage, ids } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

const honey: StandingDemand = {
  id: ids.row,
  title: '每周蜂蜜',
  state: 'active',
  deliveryPointName: '教工食堂',
  budgetLineName: '食堂',
  lineCount: 1,
  wantedGrams: 120_000,
  lines: [
    {
      name: { zh: '蜂蜜', en: 'Honey' },
      wantedGrams: 120_000,
      maxLandedFenPerKg: 9650,
    },
  ],
  leadDays: 10,
  version: 3,
  weekday: 2,
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  nextWeek: '2026-12-07',
}
const own = `/buyers/${ids.order}/standing-demands`
const page = (...items: object[]) => ({ items, nextCursor: null })

function market(answers: Record<string, object> = {}) {
  return fakeApi({
    'GET /session': buyerSession(),
    'GET /notifications/unread-count': { count: 0 },
    'GET /buyers/:buyerId/standing-demands': page(honey),
    'POST /buyers/:buyerId/standing-demands/:id/moves': { ...honey, state: 'paused' },
    'POST /buyers/:buyerId/standing-demands/:id/skipped-weeks': honey,
    ...answers,
  })
}
const address = `/b/${ids.order}/standing`

describe('what a buyer needs every week', () => {
  it('is edited from the next week on, under the version that was read', async () => {
    const api = market({ [`PUT ${own}/:id`]: { ...honey, version: 4 } })
    openConsole(address)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '修改 每周蜂蜜' }))
    const kg = await screen.findByLabelText('每周数量（公斤）')
    await user.clear(kg)
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect((await screen.findAllByText('蜂蜜：请填 1 公斤或以上')).length).toBeGreaterThan(0)
    await user.type(kg, '80.5')
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('已更新')).toBeTruthy()
    expect(api.asksOf('PUT', `${own}/${ids.row}`)[0]?.body).toMatchObject({
      version: 3,
      lines: [{ wantedGrams: 80_500, maxLandedFenPerKg: 9650 }],
    })
  })

  it('is paused, and a week is left out after a question', async () => {
    const api = market()
    openConsole(address)
    const user = userEvent.setup()
    expect((await screen.findAllByText('每周二')).length).toBeGreaterThan(0)
    await user.click(screen.getAllByRole('button', { name: '暂停 每周蜂蜜' })[0]!)
    await vi.waitFor(() =>
      expect(api.asksOf('POST', `${own}/${ids.row}/moves`)[0]?.body).toEqual({ to: 'paused' }),
    )
    await user.click(screen.getAllByRole('button', { name: '跳过这一周 每周蜂蜜' })[0]!)
    const dialog = within(await screen.findByRole('dialog', { name: /12月8日/ }))
    await user.click(dialog.getByRole('button', { name: '跳过这一周' }))
    await vi.waitFor(() =>
      expect(api.asksOf('POST', `${own}/${ids.row}/skipped-weeks`)[0]?.body).toEqual({
        week: '2026-12-07',
      }),
    )
  })

  it('says what a refusal says', async () => {
    market({
      'POST /buyers/:buyerId/standing-demands/:id/moves': new Refusal(
        409,
        'lifecycle.move-not-allowed',
        '现在不能这样做',
      ),
    })
    openConsole(address)
    const user = userEvent.setup()
    await user.click((await screen.findAllByRole('button', { name: '暂停 每周蜂蜜' }))[0]!)
    expect(await screen.findByText('现在不能这样做')).toBeTruthy()
  })

  it('shows what became of each week', async () => {
    const event = { madeAt: '2026-11-29T02:00:00.000Z', madeBy: null, reason: '' }
    const none = { demandId: null, demandNumber: null }
    market({
      'GET /buyers/:buyerId/standing-demands/:id/events': page(
        {
          ...event,
          ...none,
          id: ids.line,
          kind: 'refused',
          week: '2026-12-14',
          reason: 'demand.budget-year',
        },
        {
          ...event,
          id: ids.row,
          kind: 'written',
          week: '2026-12-07',
          demandId: ids.order,
          demandNumber: 'XQ20261129000001',
        },
      ),
    })
    openConsole(address)
    const user = userEvent.setup()
    await user.click((await screen.findAllByRole('button', { name: '记录 每周蜂蜜' }))[0]!)
    expect(await screen.findByText(/12月15日送到的没有发布 · 不在预算所属年度内/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'XQ20261129000001' })).toBeTruthy()
  })

  it('leads to demands when nothing comes back yet', async () => {
    market({ 'GET /buyers/:buyerId/standing-demands': emptyPage })
    openConsole(address)
    expect(await screen.findByText('还没有每周需求')).toBeTruthy()
    expect(screen.getByRole('link', { name: '看采购需求' })).toBeTruthy()
  })

  it('begins with a demand that is there', async () => {
    const demand = {
      id: ids.order,
      number: 'XQ1',
      title: '食堂蜂蜜',
      state: 'open',
      deliveryPoint: {
        id: ids.row,
        name: '教工食堂',
        subdistrictCode: '310113003',
        street: 's',
        contact: 'c',
        phone: 'p',
      },
      budgetLine: { id: ids.line, year: 2099, kind: 'canteen', name: '食堂', ceilingFen: null },
      isNamed: false,
      cutOffOn: '2026-12-20',
      changeableUntil: null,
      openedAt: '2026-11-29T02:00:00.000Z',
      version: 1,
      lines: [],
    }
    const api = market({
      'GET /buyers/:buyerId/demands/:id': demand,
      'GET /buyers/:buyerId/demands/:id/changes': emptyPage,
      'POST /buyers/:buyerId/standing-demands': honey,
    })
    openConsole(`/b/${ids.order}/demands/${ids.order}`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '每周重复' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.selectOptions(dialog.getByLabelText('每周哪天送到'), '2')
    await user.clear(dialog.getByLabelText('提前几天发布'))
    await user.type(dialog.getByLabelText('提前几天发布'), '2')
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect(dialog.getAllByText('提前 3 到 28 天').length).toBeGreaterThan(0)
    await user.type(dialog.getByLabelText('提前几天发布'), '0')
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect((await screen.findAllByText('每周二')).length).toBeGreaterThan(0)
    expect(api.asksOf('POST', own)[0]!.body).toMatchObject({
      demandId: ids.order,
      weekday: 2,
      leadDays: 20,
      endsOn: '2099-12-31',
    })
  })
})
