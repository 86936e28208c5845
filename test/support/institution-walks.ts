import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { expectAccessible, Visitor } from './pages.js'
import { payByCard, type Desks, type Market } from './walks.js'

/** Ways through the console of an organisation that buys: its requester, approvers and receiver. */

/** What a bank’s form needs of an order to be paid by transfer. */
export interface Advice {
  readonly reference: string
  readonly yuan: string
}

/** A line of a demand sheet, by the titles of its columns. */
export type SheetRow = Readonly<Record<string, string>>

/** What an organisation registers with. */
const PAPER = '法人证书.pdf'
const CARD = '4242424242424242'

/** Somebody with an account of the shop registers an organisation that buys, and sees it wait. */
export async function register(browser: Browser, market: Market, name: string): Promise<Visitor> {
  const origins = [market.storefront]
  const applicant = await Visitor.come(browser, { width: 390, origins })
  const { page } = applicant
  const account = market.accounts.find(({ role }) => role === 'shopper')!
  await page.goto(`${market.console}apply`)
  await page.getByLabel('邮箱或手机号').fill(account.email)
  await page.getByLabel('密码', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '登记单位' }).waitFor()
  await page.getByRole('button', { name: '提交登记' }).click()
  await page.getByText('请填 18 位统一社会信用代码').first().waitFor()
  await expectAccessible(page, 'registering with faults')
  await page.getByLabel('单位全称').fill(name)
  await page.getByLabel('英文名称').fill('Youyi Road Care Home Canteen (demo)')
  await page.getByLabel('简称', { exact: true }).fill('友谊养老院')
  await page.getByLabel('英文简称').fill('Youyi Care Home')
  await page.getByLabel('街道 / 镇').selectOption({ label: '友谊路街道' })
  await page.getByLabel('详细地址').fill('友谊路 9 号')
  await page.getByLabel('统一社会信用代码').fill('91310113MA1GK0000X')
  const paper = { name: PAPER, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
  await page.locator('input[type=file]').setInputFiles(paper)
  await page.getByText(PAPER).waitFor()
  await page.getByRole('button', { name: '提交登记' }).click()
  await page.getByRole('heading', { level: 1, name: '正在审核' }).waitFor()
  await page.getByRole('link', { name: `下载 ${PAPER}` }).waitFor()
  await expectAccessible(page, 'organisation that waits')
  return applicant
}

export class Institution {
  constructor(
    private readonly desks: Desks,
    private readonly sandbox: string,
  ) {}

  /** The approver files the year’s quota of the first budget line. */
  async fileQuota(yuan: string): Promise<void> {
    const page = await this.desks.at('approver', '')
    await page
      .getByRole('button', { name: /^(修改)?填报$/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: '自办食堂' }).check()
    await dialog.getByLabel('预留金额（元）').fill(yuan)
    await expectAccessible(page, 'filing a quota')
    await dialog.getByRole('button', { name: '提交' }).click()
    await page.getByText('已提交，等待核对').waitFor()
  }

  /** How much of the year’s money has come to each stage, as the cockpit shows it. */
  async seeStages(stages: Readonly<Record<string, string>>): Promise<void> {
    const page = await this.desks.at('approver', '')
    for (const [stage, amount] of Object.entries(stages))
      await page.getByRole('link', { name: new RegExp(`^看${stage}的 .*${amount}$`) }).waitFor()
    await expectAccessible(page, 'cockpit of a year with orders')
  }

  /** What a line would get is shown while it is typed; nothing is published. */
  async preview(category: string, kg: string, yuan: string): Promise<void> {
    const page = await this.desks.at('requester', 'demands/new')
    await page.getByLabel('类目').selectOption({ label: category })
    await page.getByLabel('数量（公斤）').fill(kg)
    await page.getByLabel('最高到货价（元/公斤）').fill(yuan)
    await page.getByText(/^眼下能配到/).waitFor({ timeout: 30_000 })
    await expectAccessible(page, 'demand with a preview')
  }

  /** The template is filled, what is wrong is named by its cell, and nothing comes in until all is right. */
  async importDemands(rows: readonly SheetRow[], wrong: readonly SheetRow[]): Promise<void> {
    const page = await this.desks.at('requester', 'demands/import')
    await expectAccessible(page, 'demand sheet')
    const template = await this.template(page)
    await this.check(page, sheetOf(template, [...rows, ...wrong]))
    await page.getByText(`里有 ${wrong.length} 处错误`).waitFor()
    for (const index of wrong.keys())
      await page.getByText(new RegExp(`^第 ${rows.length + index + 2} 行 [A-Z] 列$`)).waitFor()
    await expectAccessible(page, 'demand sheet with faults')
    await this.check(page, sheetOf(template, rows))
    await page.getByText(`${rows.length} 行都没有问题`).waitFor()
    await expectAccessible(page, 'demand sheet that is right')
    await page.getByRole('button', { name: /^导入 1 份需求/ }).click()
    await page.waitForURL(/\/demands$/)
    await page.getByText('已导入 1 份需求').waitFor()
    await expectAccessible(page, 'demands')
  }

  /** Why lines get what they get. */
  async readTickets(): Promise<void> {
    const page = await this.desks.at('approver', 'tickets')
    await page.getByText('怎样会不同').first().waitFor()
    await expectAccessible(page, 'tickets')
  }

  accept(numbers: readonly string[]): Promise<void> {
    return this.take(numbers, 'approver', 'results')
  }

  /** The second approver takes what the first has taken above the limit. */
  acceptAgain(numbers: readonly string[]): Promise<void> {
    return this.take(numbers, 'approver2', 'results?state=second')
  }

  /** One by one on the same page, whose list follows each answer. */
  private async take(numbers: readonly string[], by: string, path: string): Promise<void> {
    const page = await this.desks.at(by, path)
    await expectAccessible(page, path)
    for (const number of numbers) {
      await page.getByRole('button', { name: `接受：${number}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: '接受' }).click()
      await page.getByRole('button', { name: `接受：${number}` }).waitFor({ state: 'detached' })
    }
  }

  async orderByCard(numbers: readonly string[]): Promise<void> {
    const page = await this.place(numbers, '在线支付')
    await page.waitForURL(`${this.sandbox}/**`)
    await payByCard(page, CARD)
    await page.getByRole('heading', { name: '付款成功' }).waitFor({ timeout: 20_000 })
    await expectAccessible(page, 'payment result of an organisation')
  }

  /** Where the money goes is shown with the order; gives the reference and the amount to quote. */
  async orderByTransfer(number: string): Promise<Advice> {
    const page = await this.place([number], '对公转账')
    await page.getByRole('heading', { name: '对公转账付款' }).waitFor()
    await expectAccessible(page, 'order to be paid by transfer')
    const reference = page.getByText(/^WB[\d ]{8,}$/).first()
    const amount = page.getByRole('button', { name: '复制转账金额' }).locator('xpath=..')
    return {
      reference: (await reference.innerText()).trim(),
      yuan: (await amount.innerText()).replaceAll(/[^\d.]/g, ''),
    }
  }

  /** One package of its first line is not there; what it comes to is credited. */
  async receiveOneShort(orderId: string): Promise<void> {
    const page = await this.desks.at('receiver', `orders/${orderId}/receiving`)
    await page.getByRole('button', { name: /^增加/ }).first().click()
    await page.getByText('将退款').waitFor()
    await expectAccessible(page, 'receiving line by line')
    await page.getByRole('button', { name: '确认验收' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认验收' }).click()
    await page.getByText('买家确认收货').waitFor()
    await expectAccessible(page, 'order received one package short')
  }

  async receive(orderId: string): Promise<void> {
    const page = await this.desks.at('receiver', `orders/${orderId}`)
    await expectAccessible(page, 'order to receive')
    await page.getByRole('button', { name: '确认收货' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认收货' }).click()
    await page.getByText('买家确认收货').waitFor()
  }

  /** Orders some of what is confirmed, to be paid in a way. */
  private async place(numbers: readonly string[], way: string): Promise<Page> {
    const page = await this.desks.at('approver', 'results?state=confirmed')
    const boxes = page.getByRole('checkbox', { name: /^下单：/ })
    await boxes.first().waitFor()
    for (const box of await boxes.all()) await box.uncheck()
    for (const number of numbers)
      await page.getByRole('checkbox', { name: `下单：${number}` }).check()
    await expectAccessible(page, 'allocations to order')
    await page.getByRole('button', { name: '下单', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: new RegExp(way) }).check()
    await dialog.getByRole('checkbox', { name: /不适用七天无理由退货/ }).check()
    await expectAccessible(page, 'placing an order')
    await dialog.getByRole('button', { name: /^下单，合计/ }).click()
    return page
  }

  private async template(page: Page): Promise<Template> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 CSV 模板' }).click(),
    ])
    const text = await readFile(await file.path(), 'utf8')
    // What stands at the top says how to fill it.
    const lines = text.split(/\r?\n/).filter((line) => !/^\ufeff?#/.test(line))
    const [titles, example] = lines.map((line) => line.replace('\ufeff', '').split(','))
    return { titles: titles!, example: example! }
  }

  private async check(page: Page, text: string): Promise<void> {
    const buffer = Buffer.from(text)
    await page
      .getByLabel('填好的表格')
      .setInputFiles({ name: '需求.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: '检查', exact: true }).click()
  }
}

interface Template {
  readonly titles: readonly string[]
  readonly example: readonly string[]
}

/** The template’s own example row, once for each row, with what the row says instead. */
function sheetOf({ titles, example }: Template, rows: readonly SheetRow[]): string {
  const cellsOf = (row: SheetRow) =>
    titles.map((title, index) => {
      const name = Object.keys(row).find((each) => title.startsWith(each))
      return name === undefined ? (example[index] ?? '') : row[name]
    })
  return [titles, ...rows.map(cellsOf)].map((cells) => cells.join(',')).join('\r\n')
}
