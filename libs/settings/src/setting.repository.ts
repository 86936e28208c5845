import { Injectable } from '@nestjs/common'
import { row, rows, type Reader, type Tx } from '@weibao/platform'

export interface StoredVersion {
  readonly key: string
  readonly version: number
  readonly validFrom: string
  readonly value: unknown
  readonly reason: string
  readonly authorId: string
  readonly createdAt: Date
}

const COLUMNS = `key, version, valid_from as "validFrom", value, reason, author_id as "authorId",
  created_at as "createdAt"`

/** All SQL about settings. Rows are only ever added. */
@Injectable()
export class SettingRepository {
  /** Every version of every key, oldest first. There are few: people write them. */
  all(reader: Reader): Promise<StoredVersion[]> {
    return rows(reader, `select ${COLUMNS} from settings order by key, version`)
  }

  history(
    reader: Reader,
    key: string,
    before: number | null,
    limit: number,
  ): Promise<StoredVersion[]> {
    return rows(
      reader,
      `select ${COLUMNS} from settings where key = $1 and ($2::int is null or version < $2)
       order by version desc limit $3`,
      [key, before, limit],
    )
  }

  /** Adds the next version; null when it exists already: somebody else was faster. */
  add(tx: Tx, version: Omit<StoredVersion, 'createdAt'>): Promise<{ version: number } | null> {
    return row(
      tx,
      `insert into settings (key, version, valid_from, value, reason, author_id)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning version`,
      [
        version.key,
        version.version,
        version.validFrom,
        JSON.stringify(version.value),
        version.reason,
        version.authorId,
      ],
    )
  }

  async latestVersion(reader: Reader, key: string): Promise<number> {
    const found = await row<{ latest: number }>(
      reader,
      'select coalesce(max(version), 0) as latest from settings where key = $1',
      [key],
    )
    return found!.latest
  }
}
