import { Injectable } from '@nestjs/common'
import type { Tx } from '@weibao/platform'
import { GoodsReceiptEntity, GoodsReceiptLineEntity } from './receipt.entity.js'

/** All SQL that writes receipts; what was received is read with its order. */
@Injectable()
export class ReceiptRepository {
  async insert(
    tx: Tx,
    receipt: GoodsReceiptEntity,
    lines: readonly GoodsReceiptLineEntity[],
  ): Promise<void> {
    await tx.getRepository(GoodsReceiptEntity).insert(receipt)
    if (lines.length > 0) await tx.getRepository(GoodsReceiptLineEntity).insert([...lines])
  }
}
