import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { OrderState, OrderTab } from '@weibao/contracts/order'
import { orderStateNames, orderTabNames } from '@weibao/contracts/order-text'
import { writeSheet, type SheetValues } from '@weibao/documents'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { OrderListRepository, type ListedOrder, type OrderChoice } from './order-list.repository.js'
import { orderColumns } from './order-sheet.columns.js'
import { statesOfTab } from './order-tabs.js'

type Format = 'xlsx' | 'csv'

const WORDS = {
  'zh-CN': {
    title: '订单',
    filters: '筛选条件',
    all: '全部',
    made: '导出日期',
    person: '个人',
    join: '；',
  },
  en: {
    title: 'Orders',
    filters: 'Filters',
    all: 'all orders',
    made: 'Exported on',
    person: 'Household',
    join: '; ',
  },
} as const

/** Lists of orders as sheets, for whoever may read the list, by its filters. */
@Injectable()
export class OrderSheets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly lists: OrderListRepository,
  ) {}

  ofCooperative(
    actor: Actor,
    cooperativeId: Id,
    { state, format }: { state?: OrderState | undefined; format: Format },
  ) {
    actor.mustReach('order:ship', cooperativeId)
    const named = state ? [orderStateNames[state][actor.locale]] : []
    return this.write({ cooperativeId, state }, named, format, actor.locale)
  }

  ofBuyer(
    actor: Actor,
    buyerId: Id,
    { tab, format }: { tab?: OrderTab | undefined; format: Format },
  ) {
    actor.mustReach('order:read', buyerId)
    const named = tab ? [orderTabNames[tab][actor.locale]] : []
    return this.write({ buyerId, states: tab && statesOfTab[tab] }, named, format, actor.locale)
  }

  ofAll(
    { locale }: Actor,
    {
      state,
      q,
      format,
    }: { state?: OrderState | undefined; q?: string | undefined; format: Format },
  ) {
    const named = [...(state ? [orderStateNames[state][locale]] : []), ...(q ? [q] : [])]
    return this.write({ state, text: q }, named, format, locale)
  }

  /** Refuses with `report.too-many-rows` beyond the limit set in `technical.export-rows`. */
  private async write(
    chosen: OrderChoice,
    filters: readonly string[],
    format: Format,
    locale: Locale,
  ) {
    const words = WORDS[locale]
    const day = localDay(this.clock.now())
    const found = await this.unitOfWork.snapshot(async (reader) => {
      const max = await this.settings.get(reader, 'technical.export-rows', day)
      const orders = await this.lists.all(reader, chosen, max + 1)
      if (orders.length > max) throw refusal('report.too-many-rows', { max })
      return orders
    })
    const sheet = await writeSheet(format, {
      title: words.title,
      locale,
      columns: orderColumns,
      rows: found.map((order) => toSheetRow(order, locale)),
      meta: [
        { label: words.filters, value: filters.join(words.join) || words.all },
        { label: words.made, value: day },
      ],
    })
    return { ...sheet, name: `${words.title}-${day}.${sheet.extension}` }
  }
}

function toSheetRow(order: ListedOrder, locale: Locale): SheetValues<typeof orderColumns> {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh)
  const { join, person } = WORDS[locale]
  const { cooperativeNameZh, cooperativeNameEn, buyerNameZh, buyerNameEn, goods, ...rest } = order
  return {
    ...rest,
    placedAt: order.placedAt.toISOString(),
    cooperative: say(cooperativeNameZh, cooperativeNameEn),
    buyer: buyerNameZh === null ? person : say(buyerNameZh, buyerNameEn ?? buyerNameZh),
    goods: goods
      .map((line) => `${say(line.zh, line.en)} ${say(line.skuZh, line.skuEn)} × ${line.quantity}`)
      .join(join),
  }
}
