import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { DemandSheetCheck } from '@weibao/contracts/demand-sheet'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeApi } from '../../testing/fake-api'
import { buyerSession, ids } from '../../testing/market'
import { openConsole } from '../../testing/open-console'

vi.setConfig({ testTimeout: 30_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const good: DemandSheetCheck = {
  digest: 'a'.repeat(64),
  rowCount: 2,
  goodRowCount: 2,
  errors: [],
  errorCount: 0,
  imported: null,
  demands: [
    {
      title: '3 月食堂',
      deliveryPointName: '教工食堂',
      budgetLineName: '2026 食堂',
      cutOffOn: '2026-03-10',
      isNamed: false,
      lineCount: 2,
      wantedGrams: 180_000,
      deliverFrom: '2026-03-16',
      deliverTo: '2026-03-27',
      mostFen: 1_878_000,
    },
  ],
}

/** Uploads do not go by `fetch`: answers by the end of the address. */
function fakeUploads(answers: Record<string, object>): string[] {
  const sent: string[] = []
  class FakeUpload {
    status = 200
    responseText = ''
    onload = () => undefined
    readonly upload = {}
    private url = ''
    open(_: string, url: string) {
      this.url = url
    }
    setRequestHeader() {}
    getResponseHeader() {
      return null
    }
    send() {
      sent.push(this.url)
      const path = this.url.split('?')[0]!
      const [, answer] = Object.entries(answers).find(([end]) => path.endsWith(end))!
      this.responseText = JSON.stringify(answer)
      setTimeout(() => this.onload())
    }
  }
  vi.stubGlobal('XMLHttpRequest', FakeUpload)
  return sent
}

async function uploadSheet() {
  openConsole(`/b/${ids.order}/demands/import`)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '检查' }))
  expect((await screen.findAllByText('请选择文件')).length).toBeGreaterThan(0)
  await user.upload(screen.getByLabelText(/填好的表格/), new File(['x'], '需求.csv'))
  await user.click(screen.getByRole('button', { name: '检查' }))
  return user
}

const network = () =>
  fakeApi({
    'GET /session': buyerSession(),
    'GET /notifications/unread-count': { count: 0 },
    'GET /buyers/:buyerId/demands': { items: [], nextCursor: null },
  })

describe('demands by sheet', () => {
  it('are shown before they are made, and made by one press', async () => {
    network()
    const made = { id: ids.row, importedAt: '2026-03-02T02:00:00Z', demands: [{ id: ids.line }] }
    const sent = fakeUploads({ '/check': good, '/demand-sheets': made })
    const user = await uploadSheet()
    expect(await screen.findByText('2 行都没有问题，将生成 1 份需求。还没有导入。')).toBeTruthy()
    expect(screen.getByText('3 月食堂')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '导入 1 份需求' }))
    expect(await screen.findByText('已导入 1 份需求')).toBeTruthy()
    expect(sent[1]).toContain(`?digest=${good.digest}`)
  })

  it('name every error by its place and cannot be imported with one', async () => {
    network()
    const message = '“x”不是金额。'
    const errors = [
      {
        row: 3,
        column: 'maxPriceFen',
        letters: 'I',
        title: '最高到货价',
        code: 'sheet.not-money',
        message,
      },
    ]
    fakeUploads({ '/check': { ...good, goodRowCount: 1, errors, errorCount: 1, demands: [] } })
    await uploadSheet()
    expect(await screen.findByText('第 3 行 I 列')).toBeTruthy()
    expect(screen.getByText('最高到货价')).toBeTruthy()
    expect(screen.getByText(message)).toBeTruthy()
    expect(screen.getByRole('button', { name: '下载标出问题的表格' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^导入/ })).toBeNull()
  })
})
