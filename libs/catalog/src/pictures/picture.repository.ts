import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { PictureVariant } from '@weibao/contracts/picture'
import type { Id } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'

/** Where the bytes of a variant lie. */
export interface StoredVariant {
  readonly sha256: string
  readonly sizeBytes: number
}

@Injectable()
export class PictureRepository {
  variant(reader: Reader, id: Id, variant: PictureVariant): Promise<StoredVariant | null> {
    return row<StoredVariant>(
      reader,
      `select variants -> $2 ->> 'sha256' as sha256, (variants -> $2 ->> 'sizeBytes')::int as "sizeBytes"
       from product_pictures where id = $1`,
      [id, variant],
    )
  }

  firstVariant(
    reader: Reader,
    slug: string,
    variant: PictureVariant,
  ): Promise<StoredVariant | null> {
    return row<StoredVariant>(
      reader,
      `select variants -> $2 ->> 'sha256' as sha256, (variants -> $2 ->> 'sizeBytes')::int as "sizeBytes"
       from product_pictures i join products p on p.id = i.product_id
       where p.slug = $1 order by i.position limit 1`,
      [slug, variant],
    )
  }

  async ids(tx: Tx, productId: Id): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      tx,
      'select id from product_pictures where product_id = $1 order by position',
      [productId],
    )
    return found.map(({ id }) => id)
  }

  async insert(
    tx: Tx,
    picture: {
      id: Id
      productId: Id
      position: number
      alt: Bilingual
      variants: Readonly<Record<string, StoredVariant>>
      personId: Id
      at: Date
    },
  ): Promise<void> {
    await rows(
      tx,
      `insert into product_pictures (id, product_id, position, alt_zh, alt_en, variants, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        picture.id,
        picture.productId,
        picture.position,
        picture.alt.zh,
        picture.alt.en,
        JSON.stringify(picture.variants),
        picture.personId,
        picture.at,
      ],
    )
  }

  /** Leaves these, in this order, with these texts. */
  async arrange(
    tx: Tx,
    productId: Id,
    pictures: readonly { readonly id: Id; readonly alt: Bilingual }[],
  ): Promise<void> {
    await rows(tx, 'delete from product_pictures where product_id = $1 and id <> all($2)', [
      productId,
      pictures.map(({ id }) => id),
    ])
    await rows(
      tx,
      `update product_pictures i set position = given.n - 1, alt_zh = given.alt ->> 'zh', alt_en = given.alt ->> 'en'
       from rows from (jsonb_to_recordset($2) as (id uuid, alt jsonb)) with ordinality as given(id, alt, n)
       where i.id = given.id and i.product_id = $1`,
      [productId, JSON.stringify(pictures)],
    )
  }
}
