import { Injectable } from '@nestjs/common'
import type { AuditEntryView, auditRoutes } from '@weibao/contracts/audit'
import type { InputOf } from '@weibao/contracts/route'
import { decodeCursor, rows, toPage, UnitOfWork } from '@weibao/platform'
import type { AuditEntry } from './audit-entry.entity.js'

type AuditRow = AuditEntry & { actorName: string | null }
type Filters = InputOf<typeof auditRoutes.list>['query']

/** The audit log as auditors and operators read it. */
@Injectable()
export class AuditDesk {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(filters: Filters) {
    const cursor = decodeCursor(filters.cursor, 1)
    const found = await rows<AuditRow>(
      this.unitOfWork.reader,
      `select a.id, a.at, a.act, a.actor_kind as "actorKind", a.actor_id as "actorId",
         coalesce(p.display_name, k.name) as "actorName", a.organisation_id as "organisationId",
         a.object_kind as "objectKind", a.object_id as "objectId", a.before, a.after, a.reason,
         a.request_id as "requestId", a.network
       from audit_entries a
         left join people p on a.actor_kind = 'person' and p.id = a.actor_id
         left join machine_keys k on a.actor_kind = 'machine' and k.id = a.actor_id
       where ($1::text is null or a.act = $1) and ($2::uuid is null or a.actor_id = $2)
         and ($3::uuid is null or a.organisation_id = $3)
         and ($4::text is null or a.object_kind = $4) and ($5::text is null or a.object_id = $5)
         and ($6::timestamptz is null or a.at >= $6) and ($7::timestamptz is null or a.at < $7)
         and ($8::uuid is null or a.id < $8)
       order by a.id desc limit $9`,
      [
        filters.act ?? null,
        filters.actorId ?? null,
        filters.organisationId ?? null,
        filters.objectKind ?? null,
        filters.objectId ?? null,
        filters.from ?? null,
        filters.to ?? null,
        cursor ? String(cursor[0]) : null,
        filters.limit + 1,
      ],
    )
    return toPage(found, filters.limit, (last) => [last.id], toView)
  }
}

function toView(entry: AuditRow): AuditEntryView {
  return { ...entry, at: entry.at.toISOString() }
}
