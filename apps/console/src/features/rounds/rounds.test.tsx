import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RoundView } from '@weibao/contracts/round'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const base = `/a/${ids.office}/rounds`
const roundId = ids.order

function aRound(given: Partial<RoundView> = {}): RoundView {
  return {
    id: roundId,
    number: 'CH-202611-000001',
    state: 'proposed',
    phase: null,
    progress: 1000,
    cause: 'hand',
    queuedAt: '2026-11-25T01:00:00.000Z',
    startedAt: '2026-11-25T01:00:01.000Z',
    endedAt: '2026-11-25T01:00:05.000Z',
    failure: null,
    outcome: {
      engineVersion: '1',
      inputDigest: 'a'.repeat(64),
      resultDigest: 'b'.repeat(64),
      lotCount: 3,
      lineCount: 4,
      matchedLineCount: 3,
      allocationCount: 3,
      wantedGrams: 100_000,
      volumeGrams: 80_000,
      boundGrams: 82_000,
      flowBoundGrams: 90_000,
      takenGrams: 80_000,
      goodsFen: 640_000,
      freightFen: 14_400,
    },
    ...given,
  }
}

const result = {
  flows: [
    {
      townshipCode: 'yezhi',
      categoryCode: 'honey',
      subdistrictCode: '310113003',
      allocationCount: 3,
      massGrams: 80_000,
      goodsFen: 640_000,
    },
  ],
  reasons: [{ reason: 'BUDGET', lineCount: 1, wantedGrams: 20_000, missedGrams: 20_000 }],
  cooperatives: [],
  fairness: { before: 0.5, after: 0.612 },
  states: [{ state: 'proposed', count: 3, goodsFen: 640_000 }],
  changes: [],
}

function anOffice(answers: Record<string, object> = {}, role: 'officer' | 'auditor' = 'officer') {
  return fakeApi({
    'GET /session': sessionOf(role),
    'GET /notifications/unread-count': { count: 0 },
    'GET /townships': { items: [] },
    'GET /categories': { items: [] },
    'GET /administration/rounds': { items: [aRound()], nextCursor: null },
    [`GET /administration/rounds/${roundId}`]: aRound(),
    [`GET /administration/rounds/${roundId}/result`]: result,
    ...answers,
  })
}

describe('the officer’s rounds', () => {
  it('start one, and follow it', async () => {
    const api = anOffice({
      'POST /administration/rounds': aRound({ state: 'queued', outcome: null, progress: 0 }),
      [`GET /administration/rounds/${roundId}`]: aRound({
        state: 'running',
        phase: 'solving',
        progress: 420,
        outcome: null,
        endedAt: null,
      }),
    })
    openConsole(base)
    await userEvent.click(await screen.findByRole('button', { name: '开始一轮撮合' }))
    await userEvent.click(await screen.findByRole('button', { name: '开始' }))
    expect(await screen.findByRole('heading', { name: '引擎求解中' })).toBeTruthy()
    expect(screen.getByText(/42%/)).toBeTruthy()
    expect(api.asksOf('POST', '/administration/rounds')).toHaveLength(1)
    expect(screen.getByRole('button', { name: '取消这一轮' })).toBeTruthy()
  })

  it('show volume beside its bounds, and open a reason to its tickets', async () => {
    anOffice()
    openConsole(`${base}/${roundId}`)
    expect(await screen.findByText('0.612')).toBeTruthy()
    const reasons = await screen.findByRole('table', { name: '各项需求配得如何' })
    const link = within(reasons).getByRole('link', { name: '预算不够' })
    expect(link.getAttribute('href')).toContain(
      `/rounds/${roundId}/rows?rows=tickets&reason=BUDGET`,
    )
  })

  it('open what stands in a state to its allocations', async () => {
    anOffice()
    openConsole(`${base}/${roundId}`)
    const state = await screen.findByRole('link', { name: '待采购单位答复' })
    expect(state.getAttribute('href')).toContain(
      `/rounds/${roundId}/rows?rows=allocations&state=proposed`,
    )
  })

  it('leave as a sheet under the filters of the rows, and say when that is refused', async () => {
    const path = `/administration/rounds/${roundId}/export`
    const api = anOffice({
      [`GET /administration/rounds/${roundId}/tickets`]: { items: [], nextCursor: null },
      [`GET ${path}`]: new Refusal(409, 'report.too-many-rows', '请缩小范围后再导出。'),
    })
    openConsole(`${base}/${roundId}/rows?rows=tickets&reason=BUDGET&isMissed=true`)
    await userEvent.click(await screen.findByRole('button', { name: '导出 csv' }))
    expect(await screen.findByText('请缩小范围后再导出。')).toBeTruthy()
    const [asked] = api.asksOf('GET', path)
    expect(Object.fromEntries(asked!.search)).toEqual({
      rows: 'tickets',
      reason: 'BUDGET',
      isMissed: 'true',
      format: 'csv',
    })
  })

  it('say whether the stored input still gives the result', async () => {
    anOffice({
      [`POST /administration/rounds/${roundId}/replays`]: {
        isSame: true,
        resultDigest: 'b'.repeat(64),
      },
    })
    openConsole(`${base}/${roundId}`)
    await userEvent.click(await screen.findByRole('button', { name: '用原输入重算并比对' }))
    await waitFor(() => expect(screen.getByText('重算结果与当时逐字节一致。')).toBeTruthy())
  })

  it('offer an auditor nothing to start', async () => {
    anOffice({}, 'auditor')
    openConsole(base)
    expect(await screen.findByText('CH-202611-000001')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '开始一轮撮合' })).toBeNull()
  })
})
