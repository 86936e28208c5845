import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { rows, UnitOfWork } from '@weibao/platform'

export interface AffectedPerson {
  readonly personId: Id
  /** Acts that touched them: looked at, listed, exported, changed, or signed in. */
  readonly acts: readonly string[]
  readonly firstAt: Date
  readonly lastAt: Date
}

/**
 * For a breach (PIPL, article 57): whose data was touched in a time window, by anybody or by one
 * account that was taken over. Read from the audit log, so it also holds what came to light late.
 */
@Injectable()
export class AffectedPeople {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** From `from` on, before `to`, newest last. */
  find({ from, to, actorId = null }: Window): Promise<AffectedPerson[]> {
    return rows<AffectedPerson>(
      this.unitOfWork.reader,
      `with touched as (
         select object_id as person_id, act, at from audit_entries
           where object_kind = 'person' and at >= $1 and at < $2
             and ($3::uuid is null or actor_id = $3)
         union all
         select listed, act, at from audit_entries, jsonb_array_elements_text(after->'personIds') listed
           where act = 'people.listed' and at >= $1 and at < $2
             and ($3::uuid is null or actor_id = $3)
         union all
         select after->>'personId', act, at from audit_entries
           where object_kind = 'member' and at >= $1 and at < $2
             and ($3::uuid is null or actor_id = $3))
       select person_id as "personId", array_agg(distinct act order by act) as acts,
         min(at) as "firstAt", max(at) as "lastAt"
       from touched where person_id is not null group by person_id order by max(at), person_id`,
      [from, to, actorId],
    )
  }
}

interface Window {
  readonly from: Date
  readonly to: Date
  readonly actorId?: Id | null
}
