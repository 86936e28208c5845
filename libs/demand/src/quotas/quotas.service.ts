import { Injectable } from '@nestjs/common'
import type { FileQuotaBody, QuotaState, QuotaView } from '@weibao/contracts/quota'
import { Audit } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { quotaLifecycle } from './quota.lifecycle.js'
import { QuotaRepository, type QuotaRow } from './quota.repository.js'

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Decision {
  readonly state: 'checked' | 'returned'
  /** When what was read was filed. */
  readonly filedAt: string
  readonly reason: string | null
}

/** What buyers file as the least they will spend, and what the office says to it. */
@Injectable()
export class Quotas {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly quotas: QuotaRepository,
    private readonly audit: Audit,
  ) {}

  async listOfBuyer(actor: Actor, buyerId: Id, query: PageQuery) {
    actor.mustReach('demand:read', buyerId)
    const after = decodeCursor(query.cursor, 2)
    const found = await this.quotas.ofBuyer(this.unitOfWork.reader, buyerId, {
      after: after ? [Number(after[0]), String(after[1])] : null,
      limit: query.limit + 1,
    })
    return toPage(found, query.limit, ({ budgetLine, id }) => [budgetLine.year, id], toView)
  }

  async list(query: PageQuery & { state?: QuotaState | undefined }) {
    const before = decodeCursor(query.cursor, 1)
    const found = await this.quotas.list(this.unitOfWork.reader, {
      state: query.state ?? null,
      before: before ? String(before[0]) : null,
      limit: query.limit + 1,
    })
    return toPage(found, query.limit, ({ id }) => [id], toView)
  }

  /**
   * Files the quota of a budget line, or files it again until it is checked. Refuses with
   * `quota.above-ceiling`; a foreign budget line is 404.
   */
  async file(actor: Actor, buyerId: Id, budgetLineId: Id, body: FileQuotaBody): Promise<QuotaView> {
    actor.mustReach('quota:file', buyerId)
    return this.unitOfWork.run(async (tx) => {
      const id = await this.make(tx, buyerId, budgetLineId, body, actor.personId)
      await this.audit.record(tx, {
        act: 'quota.filed',
        actor,
        organisationId: buyerId,
        object: { kind: 'quota', id },
        after: { arrangement: body.arrangement, minimumFen: body.minimumFen },
      })
      return this.read(tx, id)
    })
  }

  /** Files as `file` does, for whoever has checked who asks. Its id. */
  async make(
    tx: Tx,
    buyerId: Id,
    budgetLineId: Id,
    body: FileQuotaBody,
    personId: Id | null,
  ): Promise<Id> {
    const line = await this.quotas.lockOfBudgetLine(tx, buyerId, budgetLineId)
    if (!line) throw notFound()
    if (line.ceilingFen !== null && body.minimumFen > line.ceilingFen)
      throw refusal('quota.above-ceiling')
    const before = await this.quotas.lockByBudgetLine(tx, budgetLineId)
    if (before) quotaLifecycle.move(before.state, 'filed')
    const id = before?.id ?? newId()
    await this.quotas.file(tx, {
      ...body,
      id,
      budgetLineId,
      filedBy: personId,
      at: this.clock.now(),
    })
    return id
  }

  /** In order, as it was filed at that instant. Refuses with `quota.own-filing` or `quota.filed-meanwhile`. */
  check(actor: Actor, id: Id, filedAt: string): Promise<QuotaView> {
    return this.decide(actor, id, { state: 'checked', filedAt, reason: null })
  }

  /** Refuses as `check` does. */
  giveBack(
    actor: Actor,
    id: Id,
    { filedAt, reason }: { filedAt: string; reason: string },
  ): Promise<QuotaView> {
    return this.decide(actor, id, { state: 'returned', filedAt, reason })
  }

  private async decide(
    actor: Actor,
    id: Id,
    { state, filedAt, reason }: Decision,
  ): Promise<QuotaView> {
    return this.unitOfWork.run(async (tx) => {
      const locked = await this.quotas.lock(tx, id)
      if (!locked) throw notFound()
      actor.mustReach('quota:check', locked.buyerId)
      if (locked.filedBy !== null && locked.filedBy === actor.personId)
        throw refusal('quota.own-filing')
      quotaLifecycle.move(locked.state, state)
      if (locked.filedAt.getTime() !== new Date(filedAt).getTime())
        throw refusal('quota.filed-meanwhile')
      await this.quotas.decide(tx, id, {
        state,
        reason,
        decidedBy: actor.personId,
        at: this.clock.now(),
      })
      await this.audit.record(tx, {
        act: `quota.${state}`,
        actor,
        organisationId: locked.buyerId,
        object: { kind: 'quota', id },
        ...(reason === null ? {} : { after: { reason } }),
      })
      return this.read(tx, id)
    })
  }

  private async read(reader: Reader, id: Id): Promise<QuotaView> {
    const found = await this.quotas.find(reader, id)
    if (!found) throw notFound()
    return toView(found)
  }
}

function toView({ filedAt, decidedAt, ...found }: QuotaRow): QuotaView {
  return {
    ...found,
    filedAt: filedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}
