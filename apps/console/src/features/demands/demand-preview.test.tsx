import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { DemandPreview, DemandPreviewLine } from '@weibao/contracts/preview'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { buyerSession, ids } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  sessionStorage.clear()
  localStorage.clear()
  vi.unstubAllGlobals()
})

const line: DemandPreviewLine = {
  reason: 'LOT_EXHAUSTED',
  isExact: true,
  wantedGrams: 500_000,
  matchedGrams: 320_000,
  lotsOfGoods: 4,
  landedFenPerKg: 2480,
  cooperativeCount: 2,
  parts: [
    {
      lotId: ids.row,
      lotCode: 'MH-2026-0001',
      productName: { zh: '同乐蜂蜜', en: 'Tongle honey' },
      cooperativeId: ids.cooperative,
      cooperativeName: { zh: '同乐村合作社', en: 'Tongle cooperative' },
      packages: 640,
      massGrams: 320_000,
      unitPriceFen: 1200,
      goodsFen: 768_000,
      freightFen: 25_600,
      leavesOn: '2026-12-02',
      arrivesOn: '2026-12-08',
    },
  ],
  flip: {
    changes: [{ kind: 'ceiling', lotId: null, lotCode: null, from: 3000, to: 3200 }],
    gainGrams: 90_000,
    isSmallest: true,
  },
}
const ready = (lines: DemandPreviewLine[]): DemandPreview => ({
  state: 'ready',
  asOf: '2026-11-29T08:00:00Z',
  lines,
})

function network(answer: DemandPreview | Refusal, more: Record<string, object> = {}) {
  return fakeApi({
    'GET /session': buyerSession(),
    'GET /notifications/unread-count': { count: 0 },
    'GET /buyers/:buyerId/budget-lines': { items: [] },
    'GET /buyers/:buyerId/delivery-points': { items: [] },
    'GET /categories': { items: [{ code: 'honey', name: { zh: '蜂蜜', en: 'Honey' } }] },
    'GET /products': { items: [], nextCursor: null },
    'POST /buyers/:buyerId/demand-previews': answer,
    ...more,
  })
}

async function typeLine() {
  openConsole(`/b/${ids.order}/demands/new`)
  const user = userEvent.setup()
  await user.selectOptions(await screen.findByLabelText('类目'), 'honey')
  await user.type(screen.getByLabelText('数量（公斤）'), '500')
  await user.type(screen.getByLabelText(/最高到货价/), '30')
}

describe('a demand that is being written', () => {
  it('shows what each line would get now, from how many, at which price, and what would give more', async () => {
    const { asked } = network(ready([line]))
    await typeLine()
    const outcome = await screen.findByText(/眼下能配到 320 公斤（要 500 公斤），来自 2 家合作社/)
    expect(outcome.textContent).toContain('¥24.80/公斤')
    expect(outcome.textContent).toContain('¥12.40/500 克')
    expect(screen.getByText(/最高到货价从每公斤 ¥30.00 调到 ¥32.00，可多配 90 公斤/)).toBeTruthy()
    expect(screen.getByText(/同乐村合作社 · 同乐蜂蜜 · 640 件/)).toBeTruthy()
    const box = outcome.closest('[role=status]')
    expect(box?.getAttribute('aria-live')).toBe('polite')
    const questions = asked.filter(({ path }) => path.endsWith('/demand-previews'))
    // Typed in one go, it is asked when the typing rests.
    expect(questions.length).toBeLessThan(4)
    expect(questions.at(-1)!.body).toMatchObject({
      lines: [{ categoryCode: 'honey', wantedGrams: 500_000, maxLandedFenPerKg: 3000 }],
    })
  })

  it('names each field that is missing, and chooses what there is only one of', async () => {
    const budget = { id: ids.line, year: 2026, kind: 'canteen', name: '主副食', ceilingFen: null }
    network(ready([line]), { 'GET /buyers/:buyerId/budget-lines': { items: [budget] } })
    openConsole(`/b/${ids.order}/demands/new`)
    await userEvent.click(await screen.findByRole('button', { name: '发布' }))
    const links = (await screen.findAllByRole('link', { name: /^请/ })).map(
      (each) => each.textContent,
    )
    expect(links).toEqual(['请填名称，至少两个字', '请选收货点', '请选类目'])
    expect(screen.getByLabelText<HTMLSelectElement>('预算科目').value).toBe(ids.line)
  })

  it('no longer says of a field what was wrong, once that is mended', async () => {
    network(ready([line]))
    openConsole(`/b/${ids.order}/demands/new`)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '发布' }))
    const quantity = screen.getByLabelText('数量（公斤）')
    expect(quantity.getAttribute('aria-invalid')).toBe('true')
    expect(screen.queryByText(/“至少”/)).toBeNull()
    await user.type(quantity, '500')
    expect(quantity.getAttribute('aria-invalid')).not.toBe('true')
    expect(screen.queryByText(/数量请填/)).toBeNull()
    expect(screen.getAllByText('请选类目').length).toBeGreaterThan(0)
    expect(document.activeElement).toBe(quantity)
  })

  it('is no form for a receiver, who would fill it in vain', async () => {
    network(ready([line]), { 'GET /session': buyerSession('receiver') })
    openConsole(`/b/${ids.order}/demands/new`)
    expect(await screen.findByRole('heading', { level: 1, name: '这里需要别的权限' })).toBeTruthy()
    expect(screen.queryByLabelText('类目')).toBeNull()
  })

  it('says where there may be more, and no reason why there is not', async () => {
    network(ready([{ ...line, isExact: false, flip: null }]))
    await typeLine()
    expect(await screen.findByText(/至少能配到的量/)).toBeTruthy()
    expect(screen.queryByText(/都已有人要/)).toBeNull()
  })

  it('says what is missing before there is anything to ask', async () => {
    const { asked } = network(ready([line]))
    openConsole(`/b/${ids.order}/demands/new`)
    expect(await screen.findByText(/填好类目、数量/)).toBeTruthy()
    expect(asked.some(({ path }) => path.endsWith('/demand-previews'))).toBe(false)
  })

  it.each([
    ['unavailable', /下一轮撮合后见结果/],
    ['warming', /正在读取最新行情/],
  ] as const)('goes on while the preview is %s', async (state, text) => {
    network({ state, asOf: null, lines: [] })
    await typeLine()
    expect(await screen.findByText(text)).toBeTruthy()
    expect(screen.getByRole('button', { name: '发布' }).hasAttribute('disabled')).toBe(false)
  })

  it('says so when the question is refused', async () => {
    network(new Refusal(429, 'request.too-many', '请求太多，请稍后再试。'))
    await typeLine()
    await waitFor(() => expect(screen.getByText(/没能预计：请求太多/)).toBeTruthy())
  })
})
