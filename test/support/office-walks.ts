import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './pages.js'
import type { Advice } from './institution-walks.js'
import type { Desks } from './walks.js'

const MOST_PAGES = 10

/** Ways of Baoshan’s cooperation office through what institutions buy. */
export class Office {
  constructor(private readonly desks: Desks) {}

  async approveOrganisation(name: string): Promise<void> {
    const page = await this.desks.at('officer', 'applications')
    await expectAccessible(page, 'applications')
    const row = page.getByRole('row').filter({ hasText: name })
    await row.getByRole('button', { name: '通过' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('link', { name: /^下载/ }).waitFor()
    await expectAccessible(page, 'approval with its papers')
    await dialog.getByRole('button', { name: '通过' }).click()
    await row.waitFor({ state: 'detached' })
  }

  async checkQuota(buyer: string): Promise<void> {
    const page = await this.desks.at('officer', 'quotas?state=filed')
    await expectAccessible(page, 'quotas')
    const row = page.getByRole('row').filter({ hasText: buyer })
    await turnUntil(page, row)
    await row.getByRole('button', { name: '通过' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '通过' }).click()
    await row.waitFor({ state: 'detached' })
  }

  /** Starts a round and sees it come to its end without reloading; gives its id. */
  async runRound(): Promise<string> {
    const page = await this.desks.at('officer', 'rounds')
    await expectAccessible(page, 'rounds')
    await page.getByRole('button', { name: '开始一轮撮合' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '开始', exact: true }).click()
    await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/)
    await page.getByText('撮合量与两个上界').waitFor({ timeout: 60_000 })
    await page.getByRole('heading', { name: '乡镇 → 类别 → 街镇' }).waitFor()
    await expectAccessible(page, 'round')
    return page.url().split('/').at(-1)!
  }

  /** From a round’s figures to an allocation, to why it is so, to the order that carries it out, and to its volume. */
  async openRound(id: string, allocation: string, order: string): Promise<void> {
    const page = await this.desks.at('officer', `rounds/${id}`)
    await page.getByRole('link', { name: '撮合结果', exact: true }).click()
    await page.waitForURL(/\/rows/)
    await page.getByRole('heading', { level: 1, name: '的明细' }).waitFor()
    const row = page.getByRole('row').filter({ hasText: allocation })
    await turnUntil(page, row)
    await row.getByText('已下单').waitFor()
    await expectAccessible(page, 'allocations of a round')
    await row.getByRole('link', { name: '看撮合说明' }).click()
    await page.getByText('怎样会不同').first().waitFor()
    await expectAccessible(page, 'tickets of a round')
    await page.getByRole('link', { name: '看它的撮合结果' }).first().click()
    await row.getByRole('link', { name: '看订单' }).click()
    await page.getByRole('heading', { level: 1, name: order }).waitFor()
    await expectAccessible(page, 'order of an institution, to the office')
    await page.getByRole('link', { name: '计入的协作额' }).click()
    await page.waitForURL(/\/volume\/rows/)
    await page.getByRole('row').nth(1).waitFor()
  }

  /** Records what the bank advised; the payment is found by its reference. Gives the transfer’s id. */
  async recordTransfer({ reference, yuan }: Advice): Promise<string> {
    const page = await this.desks.at('officer', 'transfers/new')
    await page.getByLabel('银行流水号').fill(`ICBC${Date.now()}`)
    await page.getByLabel('付款户名').fill('机关食堂（演示）')
    await page.getByLabel('付款开户行').fill('示例银行宝山支行')
    await page.getByLabel('付款账号').fill('6222000011112222')
    await page.getByLabel('金额').fill(yuan)
    await page.getByLabel('附言或备注').fill(`货款 ${reference}`)
    await page.getByRole('button', { name: `付 ${reference}` }).click()
    await page.getByText('分配后还剩').waitFor()
    await expectAccessible(page, 'recording a transfer')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.waitForURL(/\/transfers\/[0-9a-f-]{36}$/)
    await page.getByText('须由另一位管理员确认').waitFor()
    await expectAccessible(page, 'transfer')
    return page.url().split('/').at(-1)!
  }

  /** Another officer compares it with the bank’s advice: only then the order is paid. */
  async confirmTransfer(id: string): Promise<void> {
    const page = await this.desks.at('officer2', `transfers/${id}`)
    await page.getByRole('button', { name: '确认入账' }).click()
    await expectAccessible(page, 'confirming a transfer')
    await page.getByRole('dialog').getByRole('button', { name: '确认入账' }).click()
    await page.getByText('已付清').first().waitFor()
  }
}

/** Turns the pages of a list until a row is there. */
async function turnUntil(page: Page, row: Locator): Promise<void> {
  const next = page.getByRole('button', { name: '下一页' })
  const first = page.getByRole('row').nth(1)
  await first.waitFor()
  for (let turned = 0; turned < MOST_PAGES; turned++) {
    if (await row.isVisible()) return
    const before = await first.innerText()
    await next.click()
    // The rows of the page before stay until the next ones have come.
    await expect.poll(() => first.innerText(), { timeout: 20_000 }).not.toBe(before)
  }
}
