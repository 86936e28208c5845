import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { SheetPlan } from '@weibao/contracts/sheet'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi, Refusal } from '../../testing/fake-api'
import { ids, sessionOf } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const path = `/cooperatives/${ids.cooperative}/lot-imports`
const nothing = { digest: 'd', rowCount: 1, goodRowCount: 1, errors: [], errorCount: 0 }
const plan: SheetPlan = {
  ...nothing,
  fingerprint: 'f'.repeat(64),
  importedAt: null,
  counts: { made: 0, changed: 1, unchanged: 0 },
  acts: [
    {
      row: 2,
      kind: 'changed',
      name: { zh: '百花蜜', en: 'Wildflower honey' },
      changes: [{ column: '总数（份）', before: '100', after: '80' }],
    },
  ],
}

function anImport(check: object, save: object = {}) {
  return fakeApi({
    'GET /session': sessionOf('clerk'),
    'GET /notifications/unread-count': { count: 0 },
    'GET /cooperatives/:id/lots': { items: [], nextCursor: null },
    [`POST ${path}/check`]: check,
    [`POST ${path}`]: save,
  })
}

async function choose() {
  openConsole(`/c/${ids.cooperative}/lots/import`)
  const user = userEvent.setup()
  const file = new File(['批次号\n'], 'lots.csv', { type: 'text/csv' })
  await user.upload(await screen.findByLabelText('选择文件'), file)
  return user
}

describe('an import by sheet', () => {
  it('lists what is wrong by row and column, and offers no import', async () => {
    const error = {
      row: 3,
      column: 'quantity',
      letters: 'D',
      title: '总数（份）',
      code: 'sheet.required',
    }
    anImport({
      ...plan,
      errors: [{ ...error, message: '必填，不能为空。' }],
      errorCount: 1,
    })
    await choose()
    expect(await screen.findByText('有 1 处错误，不能导入')).toBeTruthy()
    expect(screen.getByText('第 3 行 D 列')).toBeTruthy()
    expect(screen.getByText('必填，不能为空。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^导入这/ })).toBeNull()
  })

  it('shows what would change, imports it once confirmed, and says what came of it', async () => {
    const importedAt = '2026-11-29T10:00:00.000Z'
    const api = anImport(plan, { counts: plan.counts, importedAt, isRepeated: false })
    const user = await choose()
    expect(await screen.findByText('百花蜜')).toBeTruthy()
    expect(screen.getByText('100').tagName).toBe('DEL')
    await user.click(screen.getByRole('button', { name: '导入这 1 行' }))
    expect(await screen.findByText('导入完成：新增 0，修改 1，不变 0')).toBeTruthy()
    expect(api.asksOf('POST', path)[0]?.search.get('fingerprint')).toBe(plan.fingerprint)
  })

  it('says that nothing was imported when the data has changed since the check', async () => {
    anImport(plan, () => new Refusal(409, 'sheet.not-as-checked', '文件或数据在检查后变了'))
    const user = await choose()
    await user.click(await screen.findByRole('button', { name: '导入这 1 行' }))
    expect(await screen.findByText('文件或数据在检查后变了')).toBeTruthy()
    expect(screen.getByRole('button', { name: '重新检查' })).toBeTruthy()
  })

  it('does not offer a file a second time', async () => {
    anImport({ ...plan, acts: [], importedAt: '2026-11-29T10:00:00.000Z' })
    await choose()
    expect(await screen.findByText(/已在 .* 导入过/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^导入这/ })).toBeNull()
  })
})
