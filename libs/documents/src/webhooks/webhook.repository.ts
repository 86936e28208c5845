import { Injectable } from '@nestjs/common'
import type { WebhookKind } from '@weibao/contracts/webhook'
import { newId, type Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { CallOutcome } from './webhook-call.js'

export interface StoredEndpoint {
  readonly id: Id
  readonly organisationId: Id
  readonly url: string
  readonly secretSealed: string
  readonly kinds: WebhookKind[]
  readonly state: 'active' | 'paused' | 'disabled'
  readonly failuresInARow: number
  readonly previousSecretSealed: string | null
  readonly previousSecretUntil: Date | null
  readonly createdAt: Date
}
export interface StoredAttempt {
  readonly attemptedAt: Date
  readonly status: number | null
  readonly error: string | null
  readonly millis: number
  readonly answer: string
}
export interface StoredDelivery {
  readonly id: Id
  readonly endpointId: Id
  readonly kind: WebhookKind
  readonly body: string
  readonly state: 'waiting' | 'succeeded' | 'failed'
  readonly attempts: number
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly lastMillis: number | null
  readonly createdAt: Date
  readonly deliveredAt: Date | null
}

const ENDPOINT = `id, organisation_id as "organisationId", url, secret_sealed as "secretSealed", kinds,
  state, failures_in_a_row as "failuresInARow", previous_secret_sealed as "previousSecretSealed",
  previous_secret_until as "previousSecretUntil", created_at as "createdAt"`
const DELIVERY = `id, endpoint_id as "endpointId", kind, body, state, attempts,
  last_status as "lastStatus", last_error as "lastError", last_millis as "lastMillis",
  created_at as "createdAt", delivered_at as "deliveredAt"`

/** All SQL about webhook endpoints and their deliveries. */
@Injectable()
export class WebhookRepository {
  endpointsOf(reader: Reader, organisationId: Id): Promise<StoredEndpoint[]> {
    return rows(
      reader,
      `select ${ENDPOINT} from webhook_endpoints where organisation_id = $1 order by id`,
      [organisationId],
    )
  }

  listening(reader: Reader, organisationId: Id, kind: WebhookKind): Promise<StoredEndpoint[]> {
    return rows(
      reader,
      `select ${ENDPOINT} from webhook_endpoints
       where organisation_id = $1 and state = 'active' and $2 = any(kinds) order by id`,
      [organisationId, kind],
    )
  }

  /** Which of these organisations have an endpoint that listens to the kind. */
  async listeners(
    reader: Reader,
    organisationIds: readonly Id[],
    kind: WebhookKind,
  ): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select distinct organisation_id as id from webhook_endpoints
       where organisation_id = any($1) and state = 'active' and $2 = any(kinds)`,
      [organisationIds, kind],
    )
    return found.map(({ id }) => id)
  }

  findEndpoint(reader: Reader, id: Id): Promise<StoredEndpoint | null> {
    return row(reader, `select ${ENDPOINT} from webhook_endpoints where id = $1`, [id])
  }

  /** Adds an endpoint, unless the organisation has `most` already: null. */
  add(tx: Tx, endpoint: StoredEndpoint, most: number): Promise<StoredEndpoint | null> {
    const { id, organisationId, url, secretSealed, kinds, createdAt } = endpoint
    return row(
      tx,
      `insert into webhook_endpoints (id, organisation_id, url, secret_sealed, kinds, created_at)
       select $1, $2, $3, $4, $5, $6
       where (select count(*) from webhook_endpoints where organisation_id = $2) < $7
       returning ${ENDPOINT}`,
      [id, organisationId, url, secretSealed, kinds, createdAt, most],
    )
  }

  /** Two requests of one organisation must not both find the last free place. */
  async lockOrganisation(tx: Tx, organisationId: Id): Promise<void> {
    await execute(tx, `select pg_advisory_xact_lock(hashtextextended('webhooks ' || $1, 0))`, [
      organisationId,
    ])
  }

  /** Changes what is given; a state that is set also clears the count of failures. */
  change(
    reader: Reader,
    id: Id,
    { url, kinds, state }: Partial<Pick<StoredEndpoint, 'url' | 'kinds' | 'state'>>,
  ): Promise<StoredEndpoint | null> {
    return row(
      reader,
      `update webhook_endpoints set url = coalesce($2, url), kinds = coalesce($3, kinds),
         state = coalesce($4, state),
         failures_in_a_row = case when $4::text is null then failures_in_a_row else 0 end
       where id = $1 returning ${ENDPOINT}`,
      [id, url ?? null, kinds ?? null, state ?? null],
    )
  }

  /** The secret that was signs on until an instant. */
  setSecret(
    reader: Reader,
    id: Id,
    secretSealed: string,
    previousUntil: Date,
  ): Promise<StoredEndpoint | null> {
    return row(
      reader,
      `update webhook_endpoints set previous_secret_sealed = secret_sealed, previous_secret_until = $3,
         secret_sealed = $2 where id = $1 returning ${ENDPOINT}`,
      [id, secretSealed, previousUntil],
    )
  }

  remove(reader: Reader, id: Id): Promise<number> {
    return execute(reader, 'delete from webhook_endpoints where id = $1', [id])
  }

  async addDelivery(
    tx: Tx,
    delivery: Pick<StoredDelivery, 'id' | 'endpointId' | 'kind' | 'body' | 'createdAt'>,
  ): Promise<StoredDelivery> {
    const { id, endpointId, kind, body, createdAt } = delivery
    const added = await row<StoredDelivery>(
      tx,
      `insert into webhook_deliveries (id, endpoint_id, kind, body, created_at)
       values ($1, $2, $3, $4, $5) returning ${DELIVERY}`,
      [id, endpointId, kind, body, createdAt],
    )
    return added!
  }

  findDelivery(reader: Reader, id: Id): Promise<StoredDelivery | null> {
    return row(reader, `select ${DELIVERY} from webhook_deliveries where id = $1`, [id])
  }

  deliveriesOf(
    reader: Reader,
    endpointId: Id,
    page: {
      readonly before: unknown
      readonly limit: number
      readonly state?: StoredDelivery['state'] | undefined
    },
  ): Promise<StoredDelivery[]> {
    return rows(
      reader,
      `select ${DELIVERY} from webhook_deliveries
       where endpoint_id = $1 and ($2::uuid is null or id < $2) and ($4::text is null or state = $4)
       order by id desc limit $3`,
      [endpointId, page.before, page.limit, page.state ?? null],
    )
  }

  attemptsOf(reader: Reader, deliveryId: Id): Promise<StoredAttempt[]> {
    return rows(
      reader,
      `select attempted_at as "attemptedAt", status, error, millis, answer from webhook_attempts
       where delivery_id = $1 order by id limit 100`,
      [deliveryId],
    )
  }

  /** Puts a delivery back in line, as if it had never been tried. */
  restart(tx: Tx, id: Id): Promise<StoredDelivery | null> {
    return row(
      tx,
      `update webhook_deliveries set state = 'waiting', attempts = 0, delivered_at = null
       where id = $1 returning ${DELIVERY}`,
      [id],
    )
  }

  /** Writes down an attempt. `state` is what the delivery is after it. */
  async note(
    tx: Tx,
    id: Id,
    outcome: CallOutcome & {
      readonly state: StoredDelivery['state']
      readonly millis: number
      readonly now: Date
    },
  ): Promise<void> {
    await execute(
      tx,
      `insert into webhook_attempts (id, delivery_id, attempted_at, status, error, millis, answer)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), id, outcome.now, outcome.status, outcome.error, outcome.millis, outcome.answer],
    )
    await execute(
      tx,
      `update webhook_deliveries set attempts = attempts + 1, last_status = $2, last_error = $3,
         last_millis = $4, state = $5, delivered_at = $6 where id = $1`,
      [
        id,
        outcome.status,
        outcome.error,
        outcome.millis,
        outcome.state,
        outcome.state === 'succeeded' ? outcome.now : null,
      ],
    )
  }

  /**
   * Counts a failure, or begins anew after a success; too many in a row disable the endpoint. Whether this
   * very one did.
   */
  async count(tx: Tx, endpointId: Id, isSuccess: boolean, mostFailures: number): Promise<boolean> {
    const found = await row<{ before: string; after: string }>(
      tx,
      `with was as (select state from webhook_endpoints where id = $1 for update)
       update webhook_endpoints e set
         failures_in_a_row = case when $2 then 0 else e.failures_in_a_row + 1 end,
         state = case when not $2 and e.state = 'active' and e.failures_in_a_row + 1 >= $3
           then 'disabled' else e.state end
       from was where e.id = $1 returning was.state as before, e.state as after`,
      [endpointId, isSuccess, mostFailures],
    )
    return found?.before === 'active' && found.after === 'disabled'
  }

  forgetBefore(reader: Reader, time: Date): Promise<number> {
    return execute(
      reader,
      `delete from webhook_deliveries where created_at < $1 and state <> 'waiting'`,
      [time],
    )
  }
}
