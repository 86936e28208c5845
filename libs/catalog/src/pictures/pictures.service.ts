import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { PictureVariant } from '@weibao/contracts/picture'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import { Files } from '@weibao/documents'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Actor, notFound, refusal, UnitOfWork } from '@weibao/platform'
import { makePictureFiles } from './picture-files.js'
import { PictureRepository, type StoredVariant } from './picture.repository.js'
import type { ChangeableProduct } from '../products/product-change.repository.js'
import { ProductChanges } from '../products/product-changes.service.js'
import { Products } from '../products/products.service.js'

const MAX_PICTURES = 8

/** Photographs of products: taken in, put in order, served. */
@Injectable()
export class Pictures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly products: Products,
    private readonly decisions: ProductChanges,
    private readonly pictures: PictureRepository,
  ) {}

  /** Takes a photograph as the last of its product. */
  async add(actor: Actor, cooperativeId: Id, productId: Id, bytes: Uint8Array) {
    const before = await this.products.get(actor, cooperativeId, productId)
    if (before.pictures.length >= MAX_PICTURES)
      throw refusal('picture.too-many', { max: MAX_PICTURES })
    const variants: Record<string, StoredVariant> = {}
    for (const [name, file] of await makePictureFiles(bytes))
      variants[name] = await this.files.put(file)
    return this.decisions.make(
      actor,
      { act: 'picture.added', cooperativeId, productId, ...counts },
      async (tx, product) => {
        const position = product.pictureCount
        if (position >= MAX_PICTURES) throw refusal('picture.too-many', { max: MAX_PICTURES })
        await this.pictures.insert(tx, {
          id: newId(),
          productId,
          position,
          alt: product.name,
          variants,
          personId: actor.personId,
          at: this.clock.now(),
        })
      },
    )
  }

  /** Leaves the given photographs in the given order; those left out are gone from the shop. */
  async arrange(
    actor: Actor,
    cooperativeId: Id,
    productId: Id,
    pictures: readonly { readonly id: Id; readonly alt: Bilingual }[],
  ): Promise<ManagedProduct> {
    return this.decisions.make(
      actor,
      { act: 'picture.arranged', cooperativeId, productId, ...counts },
      async (tx, product) => {
        const known = new Set(await this.pictures.ids(tx, productId))
        const isWhole =
          pictures.every(({ id }) => known.has(id)) &&
          new Set(pictures.map(({ id }) => id)).size === pictures.length
        if (!isWhole) throw refusal('product.edited-meanwhile')
        if (pictures.length === 0 && product.state === 'listed' && !product.hasDrawnPicture)
          throw refusal('picture.last-of-listed')
        await this.pictures.arrange(tx, productId, pictures)
      },
    )
  }

  /** The bytes of a photograph at a size. Anybody may ask; the id of a draft's is a secret by its length. */
  async open(id: Id, variant: PictureVariant): Promise<OpenPicture> {
    return this.bytesOf(await this.pictures.variant(this.unitOfWork.reader, id, variant))
  }

  /** The same of the first photograph of a product. */
  async openFirst(slug: string, variant: PictureVariant): Promise<OpenPicture> {
    return this.bytesOf(await this.pictures.firstVariant(this.unitOfWork.reader, slug, variant))
  }

  private bytesOf(found: StoredVariant | null): OpenPicture {
    if (!found) throw notFound()
    return { bytes: this.files.read(found), sizeBytes: found.sizeBytes }
  }
}

/** What of a product the audit log keeps of these acts. */
const counts = {
  before: ({ pictureCount }: ChangeableProduct) => ({ pictures: pictureCount }),
  after: ({ pictures }: ManagedProduct) => ({ pictures: pictures.length }),
}

interface OpenPicture {
  readonly bytes: Readable
  readonly sizeBytes: number
}
