import { Global, Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CatalogModule } from '@weibao/catalog'
import { DocumentsModule, SheetImports } from '@weibao/documents'
import { LedgerModule } from '@weibao/ledger'
import type { Id } from '@weibao/kernel'
import { PaymentsModule, PaymentSubject } from '@weibao/payments'
import { Jobs, Live, Outbox } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { SupplyModule } from '@weibao/supply'
import { VolumeModule } from '@weibao/volume'
import { AddressBookController } from './addresses/address-book.controller.js'
import { AddressBookRepository } from './addresses/address-book.repository.js'
import { AddressBook } from './addresses/address-book.service.js'
import { KeptAddressEntity } from './addresses/kept-address.entity.js'
import { OrderLineClaimEntity } from './after-sale/after-sale.entity.js'
import { AfterSaleModule } from './after-sale/after-sale.module.js'
import { LineClaims } from './after-sale/line-claims.repository.js'
import { Baskets } from './basket.service.js'
import { CartController } from './cart.controller.js'
import { CartRepository } from './cart.repository.js'
import { CartService } from './cart.service.js'
import { CheckoutService } from './checkout.service.js'
import { GroupPayments } from './group-payments.service.js'
import { OrderBooks } from './order.books.js'
import { OrderNotices } from './order.notices.js'
import { OrderController } from './order.controller.js'
import {
  CartBundleEntity,
  CartEntity,
  CartLineEntity,
  OrderBundleEntity,
  OrderEntity,
  OrderEventEntity,
  OrderGroupEntity,
  OrderLineEntity,
} from './order.entity.js'
import { OrderPayment } from './order-payment.js'
import { OrderReads } from './order.reads.js'
import { OrderListRepository } from './order-list.repository.js'
import { OrderRepository } from './order.repository.js'
import { OrderSheetController } from './order-sheet.controller.js'
import { OrderSheets } from './order-sheets.service.js'
import { OrdersDataRepository } from './orders-data.repository.js'
import { OrderCancelling } from './order-cancelling.service.js'
import { OrderService } from './order.service.js'
import { OrderStock } from './order-stock.js'
import { OrderWebhooks } from './order-webhooks.js'
import { OrdersData } from './orders-data.js'
import { InvoiceController } from './invoices/invoice.controller.js'
import { InvoiceEntity } from './invoices/invoice.entity.js'
import { InvoiceRepository } from './invoices/invoice.repository.js'
import { Invoices } from './invoices/invoices.service.js'
import { ReceiptDifferences } from './receipts/receipt-differences.service.js'
import { GoodsReceiptEntity, GoodsReceiptLineEntity } from './receipts/receipt.entity.js'
import { ReceiptRepository } from './receipts/receipt.repository.js'
import { OrderRestController } from './rest/order-rest.controller.js'
import { OrderRest } from './rest/order-rest.service.js'
import { ReviewController } from './reviews/review.controller.js'
import {
  ReviewEntity,
  ReviewPhotoEntity,
  ReviewReminderEntity,
  ReviewReportEntity,
  ReviewVoteEntity,
} from './reviews/review.entity.js'
import { ReviewPhotoRepository } from './reviews/review-photo.repository.js'
import { ReviewPhotos } from './reviews/review-photos.service.js'
import { ReviewReminders } from './reviews/review-reminders.service.js'
import { ReviewVotes } from './reviews/review-votes.service.js'
import { ReviewReads } from './reviews/review.reads.js'
import { ReviewRepository } from './reviews/review.repository.js'
import { ReviewsDataRepository } from './reviews/reviews-data.repository.js'
import { ReviewService } from './reviews/review.service.js'
import { RecallController } from './recall/recall.controller.js'
import { RecallEntity, RecallNoticeEntity } from './recall/recall.entity.js'
import { RecallRepository } from './recall/recall.repository.js'
import { Recalls } from './recall/recall.service.js'
import { CourierTracking } from './shipments/courier-tracking.js'
import { Couriers } from './shipments/couriers.js'
import {
  ShipmentEntity,
  ShipmentEventEntity,
  ShipmentLineEntity,
} from './shipments/shipment.entity.js'
import { ShipmentRepository } from './shipments/shipment.repository.js'
import { PackingController } from './shipments/packing.controller.js'
import { PackingRepository } from './shipments/packing.repository.js'
import { PackingSlips } from './shipments/packing-slips.service.js'
import { PickLists } from './shipments/pick-lists.service.js'
import { ShippingSheet } from './shipments/shipping-sheet.service.js'
import { ShippingController } from './shipments/shipping.controller.js'
import { Shipping } from './shipments/shipping.service.js'
import { Tracking } from './shipments/tracking.service.js'

const entities = [
  KeptAddressEntity,
  CartEntity,
  CartLineEntity,
  CartBundleEntity,
  OrderGroupEntity,
  OrderEntity,
  OrderBundleEntity,
  OrderLineEntity,
  ShipmentEntity,
  ShipmentLineEntity,
  ShipmentEventEntity,
  RecallEntity,
  RecallNoticeEntity,
  GoodsReceiptEntity,
  GoodsReceiptLineEntity,
  OrderEventEntity,
  InvoiceEntity,
  ReviewEntity,
  ReviewReportEntity,
  ReviewPhotoEntity,
  ReviewVoteEntity,
  ReviewReminderEntity,
  OrderLineClaimEntity,
]

interface OrderChanged {
  readonly orderId: Id
  readonly personId: Id | null
  readonly buyerId: Id | null
  readonly cooperativeId: Id
}

/** What payments calls when money comes; apart, because payments must not import ordering. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature(entities),
    DocumentsModule,
    SupplyModule,
    LedgerModule,
    SettingsModule,
    VolumeModule,
  ],
  providers: [
    ShipmentRepository,
    OrderRepository,
    OrderBooks,
    OrderNotices,
    OrderWebhooks,
    OrderStock,
    LineClaims,
    { provide: PaymentSubject, useClass: OrderPayment },
  ],
  exports: [
    PaymentSubject,
    ShipmentRepository,
    OrderRepository,
    OrderBooks,
    OrderNotices,
    OrderWebhooks,
    OrderStock,
    LineClaims,
  ],
})
class OrderPaymentModule {}

@Module({
  imports: [
    OrderPaymentModule,
    AfterSaleModule,
    PaymentsModule,
    CatalogModule,
    DocumentsModule,
    SupplyModule,
    SettingsModule,
  ],
  controllers: [
    AddressBookController,
    CartController,
    OrderController,
    OrderSheetController,
    OrderRestController,
    InvoiceController,
    ReviewController,
    PackingController,
    ShippingController,
    RecallController,
  ],
  providers: [
    AddressBook,
    AddressBookRepository,
    Baskets,
    CartRepository,
    CartService,
    CheckoutService,
    GroupPayments,
    OrderReads,
    OrderSheets,
    OrdersData,
    OrderService,
    OrderCancelling,
    OrderRest,
    ReceiptDifferences,
    ReceiptRepository,
    InvoiceRepository,
    Invoices,
    ReviewReads,
    ReviewRepository,
    ReviewsDataRepository,
    ReviewPhotoRepository,
    ReviewPhotos,
    ReviewVotes,
    ReviewReminders,
    ReviewService,
    OrderListRepository,
    OrdersDataRepository,
    PackingRepository,
    PackingSlips,
    PickLists,
    SheetImports,
    Shipping,
    ShippingSheet,
    Tracking,
    Recalls,
    RecallRepository,
    { provide: CourierTracking, useClass: Couriers },
  ],
  exports: [CheckoutService, OrderReads, OrderService],
})
export class OrderingModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly orders: OrderService,
    private readonly tracking: Tracking,
    private readonly recalls: Recalls,
    private readonly outbox: Outbox,
    private readonly live: Live,
    private readonly reminders: ReviewReminders,
    private readonly webhooks: OrderWebhooks,
  ) {}

  onModuleInit(): void {
    this.jobs.every(60, 'accept-due-orders', () => this.orders.acceptDue())
    this.jobs.every(15, 'tell-recalls', () => this.recalls.tell())
    this.jobs.every(60, 'poll-couriers', () => this.tracking.poll())
    this.jobs.every(3_600, 'remind-of-reviews', () => this.reminders.remind())
    this.outbox.subscribe<{ organisationId: Id; host: string }>(
      'webhook.disabled',
      'tell-webhook-disabled',
      (disabled) => this.webhooks.tellDisabled(disabled),
    )
    this.outbox.subscribe<OrderChanged>(
      'order.changed',
      'live.tell',
      async ({ orderId, personId, buyerId, cooperativeId }) => {
        const signal = { kind: 'order.changed', id: orderId }
        if (personId) await this.live.tellPerson(personId, signal)
        await this.live.tellOrganisation(cooperativeId, signal)
        if (buyerId) await this.live.tellOrganisation(buyerId, signal)
      },
    )
  }
}
