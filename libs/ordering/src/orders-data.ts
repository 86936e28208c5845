import { Injectable, type OnModuleInit } from '@nestjs/common'
import { PersonalData, type DataSubject, type PersonalDataPart } from '@weibao/identity'
import type { Reader, Tx } from '@weibao/platform'
import { AfterSaleRepository } from './after-sale/after-sale.repository.js'
import { CartRepository } from './cart.repository.js'
import { OrdersDataRepository } from './orders-data.repository.js'
import { InvoiceRepository } from './invoices/invoice.repository.js'
import { ReviewsDataRepository } from './reviews/reviews-data.repository.js'

/** What ordering keeps about people, how it is given to them, and how it ends while the books stay. */
@Injectable()
export class OrdersData implements PersonalDataPart, OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly orders: OrdersDataRepository,
    private readonly carts: CartRepository,
    private readonly reviews: ReviewsDataRepository,
    private readonly invoices: InvoiceRepository,
    private readonly afterSales: AfterSaleRepository,
  ) {}

  onModuleInit(): void {
    this.personalData.register('orders', this)
  }

  async export(reader: Reader, { personId }: DataSubject): Promise<unknown> {
    const groups = await this.orders.exportOf(reader, personId)
    const cart = await this.carts.contentsOf(reader, { personId, guestKey: null })
    const reviews = await this.reviews.exportOf(reader, personId)
    const afterSales = await this.afterSales.exportOf(reader, personId)
    const invoices = await this.invoices.exportOf(reader, personId)
    const isEmpty = cart.lines.length + cart.bundles.length === 0
    return groups.length || !isEmpty ? { groups, cart, reviews, afterSales, invoices } : null
  }

  async erase(tx: Tx, { personId }: DataSubject): Promise<void> {
    await this.orders.erasePerson(tx, personId)
    await this.afterSales.erasePerson(tx, personId)
    await this.carts.deleteOf(tx, personId)
    await this.reviews.erasePerson(tx, personId)
    await this.invoices.erasePerson(tx, personId)
  }

  /** What is on its way still needs its address, and its buyer to accept it. */
  async mayErase(tx: Tx, { personId }: DataSubject) {
    const hasOpenCase = await this.afterSales.hasOpenCase(tx, personId)
    if (!hasOpenCase && !(await this.orders.hasOpenOrders(tx, personId))) return null
    return {
      zh: '您还有未完成的订单或售后，完结后才能注销。',
      en: 'You have orders or after-sale cases under way. Bring them to their end first.',
    }
  }
}
