import { Injectable, type OnModuleInit } from '@nestjs/common'
import { acceptImage, Files } from '@weibao/documents'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { isBuyerOf, mustBeBuyer, type Shopper } from '../shopper.js'
import { ReviewPhotoRepository } from './review-photo.repository.js'
import { ReviewRepository } from './review.repository.js'

const PURPOSE = 'review-photo'
/** Photographs that may wait for a review of one line: some are taken off again and uploaded anew. */
const MAX_WAITING = 24

/** Photographs of what was received: taken by their content, shown with their review and no longer. */
@Injectable()
export class ReviewPhotos implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly reviews: ReviewRepository,
    private readonly photos: ReviewPhotoRepository,
  ) {}

  /** Guests have no session, so these files are read by the route below and by no other. */
  onModuleInit(): void {
    this.files.allowReading(PURPOSE, () => false)
  }

  /** Refuses what is not the buyer's before it looks at the picture, which costs. */
  async upload(
    shopper: Shopper,
    orderLineId: Id,
    upload: { name: string; bytes: Buffer },
  ): Promise<{ id: Id; width: number; height: number }> {
    await this.unitOfWork.run((tx) => this.mustReview(tx, shopper, orderLineId))
    const image = await acceptImage(upload.bytes)
    const put = await this.files.put(image.bytes)
    const { width, height } = image
    return this.unitOfWork.run(async (tx) => {
      await this.mustReview(tx, shopper, orderLineId)
      if ((await this.photos.countWaiting(tx, orderLineId)) >= MAX_WAITING)
        throw refusal('review.photos-full')
      const fileId = await this.files.keep(tx, {
        put,
        name: upload.name,
        extension: image.extension,
        mime: image.mime,
        purpose: PURPOSE,
        ...(shopper.personId ? { ownerPersonId: shopper.personId } : {}),
      })
      const id = newId()
      const facts = { fileId, width, height, uploadedAt: this.clock.now() }
      await this.photos.insert(tx, { id, orderLineId, reviewId: null, isAddition: false, ...facts })
      return { id, width, height }
    })
  }

  /** To everybody while its review is shown; else to its author, its cooperative and moderators. */
  async open(shopper: Shopper | null, actor: Actor | null, id: Id) {
    const { reader } = this.unitOfWork
    const photo = await this.photos.get(reader, id)
    const review = photo.reviewId ? await this.reviews.find(reader, photo.reviewId) : null
    if (!review || review.isHidden) {
      const line = await this.unitOfWork.run((tx) => this.reviews.lockLine(tx, photo.orderLineId))
      const isAuthor = shopper !== null && line !== null && isBuyerOf(shopper, line, 'order:read')
      const mayModerate = actor?.mayAny('review:moderate') ?? false
      const isSeller = actor?.mayFor('review:answer', line!.cooperativeId) ?? false
      if (!isAuthor && !(review && (mayModerate || isSeller))) throw notFound()
    }
    return this.files.openChecked(PURPOSE, photo.fileId)
  }

  private async mustReview(tx: Tx, shopper: Shopper, orderLineId: Id): Promise<void> {
    const line = await this.reviews.lockLine(tx, orderLineId)
    if (!line) throw notFound()
    mustBeBuyer(shopper, line)
    if (!line.isReceived) throw refusal('review.not-received')
  }
}
