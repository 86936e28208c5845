import { Injectable, type OnModuleInit } from '@nestjs/common'
import { acceptImage, Files } from '@weibao/documents'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork } from '@weibao/platform'
import { OrderRepository } from '../order.repository.js'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { mayRead, type Viewer } from './after-sale.access.js'
import { AfterSaleRepository } from './after-sale.repository.js'

const PURPOSE = 'after-sale-photo'
/** Photographs that may wait for a case of one order: some are taken off again and uploaded anew. */
const MAX_WAITING = 24

/** Photographs of what is wrong: taken by their content, seen by the parties of the case only. */
@Injectable()
export class AfterSalePhotos implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly orders: OrderRepository,
    private readonly repository: AfterSaleRepository,
  ) {}

  /** Guests have no session, so these files are read by the route below and by no other. */
  onModuleInit(): void {
    this.files.allowReading(PURPOSE, () => false)
  }

  /** Refuses what is not the buyer's before it looks at the picture, which costs. */
  async upload(
    shopper: Shopper,
    orderId: Id,
    upload: { name: string; bytes: Buffer },
  ): Promise<{ id: Id; width: number; height: number }> {
    mustBeBuyer(shopper, await this.orders.get(this.unitOfWork.reader, orderId))
    const image = await acceptImage(upload.bytes)
    const put = await this.files.put(image.bytes)
    return this.unitOfWork.run(async (tx) => {
      await this.orders.getForUpdate(tx, orderId)
      if ((await this.repository.countWaitingPhotos(tx, orderId)) >= MAX_WAITING)
        throw refusal('after-sale.photos-full')
      const fileId = await this.files.keep(tx, {
        put,
        name: upload.name,
        extension: image.extension,
        mime: image.mime,
        purpose: PURPOSE,
        ...(shopper.personId ? { ownerPersonId: shopper.personId } : {}),
      })
      const id = newId()
      const { width, height } = image
      const uploadedAt = this.clock.now()
      await this.repository.insertPhoto(tx, {
        id,
        orderId,
        caseId: null,
        fileId,
        width,
        height,
        uploadedAt,
      })
      return { id, width, height }
    })
  }

  /** To the parties of its case; before that, to whoever placed the order. */
  async open(viewer: Viewer, id: Id) {
    const { reader } = this.unitOfWork
    const photo = await this.repository.getPhoto(reader, id)
    if (photo.caseId) {
      if (!mayRead(viewer, await this.repository.get(reader, photo.caseId))) throw notFound()
    } else {
      if (!viewer.shopper) throw notFound()
      mustBeBuyer(viewer.shopper, await this.orders.get(reader, photo.orderId))
    }
    return this.files.openChecked(PURPOSE, photo.fileId)
  }
}
