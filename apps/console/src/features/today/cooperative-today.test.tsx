import { cleanup, render, screen, within } from '@testing-library/react'
import type { OrderRow } from '@weibao/contracts/order'
import { I18nProvider } from '@weibao/ui'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { anOrder, emptyPage, ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'
import { DueTag } from './due-tag'

vi.setConfig({ testTimeout: 30_000 })
beforeEach(() => {
  // Ten in the morning in Shanghai.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T02:00:00.000Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const none = { count: 0, items: [] as OrderRow[] }

/** An order on the list of what is to be shipped. */
function aRow(number: string, leavesOn: string | null): OrderRow {
  const { id: _, address, lines, ...order } = anOrder()
  return {
    ...order,
    id: `01934b1e-8a51-7c3e-9d55-0a6f5e1c${number}`,
    number,
    leavesOn,
    buyer: leavesOn ? { id: ids.office, name: { zh: '演示小学食堂', en: 'School canteen' } } : null,
    lineCount: 1,
    firstLines: lines,
    recipient: address!.recipient,
  }
}

interface Waiting {
  readonly dated?: { count: number; items: OrderRow[] }
  readonly undated?: { count: number; items: OrderRow[] }
  readonly confirmBy?: string
  readonly answerBy?: string
  readonly paperExpiresOn?: string
  readonly reviews?: number
}

function aDay(waiting: Waiting) {
  const { dated = none, undated = none, confirmBy, answerBy, paperExpiresOn, reviews = 0 } = waiting
  const of = `/cooperatives/${ids.cooperative}`
  const paper = { id: ids.row, expiresOn: paperExpiresOn }
  fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    [`GET ${of}/order-counts`]: { counts: { confirmed: dated.count + undated.count } },
    [`GET ${of}/orders-to-ship`]: { dated, undated },
    [`GET ${of}/allocation-counts`]: {
      waiting: confirmBy ? 2 : 0,
      nextDeadline: confirmBy ?? null,
    },
    [`GET ${of}/after-sale-counts`]: {
      cooperative: answerBy ? 1 : 0,
      buyer: 0,
      referee: 0,
      nextDeadline: answerBy ?? null,
    },
    [`GET ${of}/reviews`]: { ...emptyPage, toAnswer: reviews },
    [`GET ${of}/papers`]: { items: paperExpiresOn ? [paper] : [] },
    [`GET ${of}/lots`]: emptyPage,
  })
  openConsole(`/c/${ids.cooperative}`)
}

async function tasks() {
  const panel = (await screen.findByRole('heading', { name: '待办' })).closest('section')!
  return within(panel)
    .queryAllByRole('link')
    .map((link) => link.textContent)
}

describe('a cooperative’s day', () => {
  it('begins with what is overdue, then the nearest deadline, said in words; then what only waits', async () => {
    aDay({
      dated: { count: 1, items: [aRow('2b11', '2026-12-01')] },
      confirmBy: '2026-11-30T10:00:00.000Z',
      answerBy: '2026-12-03T04:00:00.000Z',
      paperExpiresOn: '2026-11-28',
      reviews: 4,
    })
    await screen.findByText('逾期 2 天')
    const said = await tasks()
    expect(said.map((text) => text!.match(/证照|撮合|发货|售后|评价/)![0])).toEqual([
      '证照',
      '撮合',
      '发货',
      '售后',
      '评价',
    ])
    expect(said[1]).toContain('最晚今天 18:00')
    expect(said[2]).toContain('最晚明天')
    expect(said[3]).toContain('最晚 12月3日，还有 3 天')
    expect(said[4]).not.toContain('最晚')
  })

  it('puts parcels that wait before a paper that expires in two months', async () => {
    aDay({
      undated: { count: 3, items: [aRow('2b11', null)] },
      paperExpiresOn: '2027-01-28',
    })
    await screen.findByText('最晚 2027年1月28日，还有 59 天')
    expect((await tasks())[0]).toContain('3待发货')
  })

  it('lists parcels of a near day first, then the oldest orders, and those of a far day last', async () => {
    aDay({
      dated: { count: 2, items: [aRow('2b11', '2026-11-29'), aRow('2b14', '2026-12-20')] },
      undated: { count: 2, items: [aRow('2b12', null), aRow('2b13', null)] },
    })
    const panel = (await screen.findByRole('heading', { name: '先发这些' })).closest('section')!
    const rows = within(panel).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent!.slice(0, 4))).toEqual([
      '2b11',
      '2b12',
      '2b13',
      '2b14',
    ])
    expect(rows[0]!.textContent).toContain('演示小学食堂')
    expect(rows[0]!.textContent).toContain('逾期 1 天')
    expect(rows[1]!.textContent).not.toContain('最晚')
    const ship = within(rows[0]!).getByRole('link', { name: '发货' })
    expect(ship.getAttribute('href')).toMatch(/#ship$/)
  })

  it('says that an hour of today has passed', async () => {
    aDay({ confirmBy: '2026-11-30T01:00:00.000Z' })
    expect(await screen.findByText('今天 09:00 已到期')).toBeTruthy()
  })

  it('says when nothing waits', async () => {
    aDay({})
    expect(await screen.findByText('手上的事都办完了')).toBeTruthy()
    expect(await tasks()).toEqual([])
  })

  it.each([
    ['2026-11-29', '1 day overdue'],
    ['2026-11-30T01:00:00.000Z', 'Was due today at 09:00'],
    ['2026-11-30', 'Due today'],
    ['2026-12-01T10:00:00.000Z', 'Due tomorrow by 18:00'],
    ['2026-12-03', 'Due Dec 3, 3 days left'],
  ])('says a deadline of %s in English: %s', (due, words) => {
    render(
      <I18nProvider initialLocale="en">
        <DueTag due={due} now={new Date()} />
      </I18nProvider>,
    )
    expect(screen.getByText(words)).toBeTruthy()
  })
})
