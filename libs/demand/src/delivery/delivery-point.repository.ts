import { Injectable } from '@nestjs/common'
import type { EditDeliveryPointBody, ManagedDeliveryPointView } from '@weibao/contracts/demand'
import type { Id } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'

const COLUMNS = `id, name, subdistrict_code as "subdistrictCode", street, contact, phone, is_active as "isActive"`

/** SQL about delivery points as their organisation keeps them. */
@Injectable()
export class DeliveryPointRepository {
  list(reader: Reader, buyerId: Id, withInactive: boolean): Promise<ManagedDeliveryPointView[]> {
    return rows<ManagedDeliveryPointView>(
      reader,
      `select ${COLUMNS} from delivery_points where buyer_id = $1 and (is_active or $2)
       order by is_active desc, name limit 200`,
      [buyerId, withInactive],
    )
  }

  /** As it is before it is edited, locked; null when it is not the buyer's. */
  lock(tx: Tx, buyerId: Id, id: Id): Promise<ManagedDeliveryPointView | null> {
    return row<ManagedDeliveryPointView>(
      tx,
      `select ${COLUMNS} from delivery_points where buyer_id = $1 and id = $2 for update`,
      [buyerId, id],
    )
  }

  async edit(
    tx: Tx,
    buyerId: Id,
    id: Id,
    body: EditDeliveryPointBody,
  ): Promise<ManagedDeliveryPointView | null> {
    return row<ManagedDeliveryPointView>(
      tx,
      `with edited as (
         update delivery_points set name = $3, street = $4, contact = $5, phone = $6, is_active = $7
         where buyer_id = $1 and id = $2 returning *)
       select ${COLUMNS} from edited`,
      [buyerId, id, body.name, body.street, body.contact, body.phone, body.isActive],
    )
  }
}
