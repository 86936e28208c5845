import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { RegistrationPaper } from './registration-paper.entity.js'

const COLUMNS = `id, organisation_id as "organisationId", file_id as "fileId", name, type,
  size_bytes as "sizeBytes", uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"`

/** All SQL about registration papers. */
@Injectable()
export class RegistrationPaperRepository {
  /** In the order in which they came. */
  list(reader: Reader, organisationId: Id): Promise<RegistrationPaper[]> {
    return rows<RegistrationPaper>(
      reader,
      `select ${COLUMNS} from registration_papers where organisation_id = $1 order by id limit 100`,
      [organisationId],
    )
  }

  async countOf(reader: Reader, organisationId: Id): Promise<number> {
    const found = await row<{ count: number }>(
      reader,
      'select count(*) as count from registration_papers where organisation_id = $1',
      [organisationId],
    )
    return found?.count ?? 0
  }

  async insert(tx: Tx, paper: RegistrationPaper): Promise<void> {
    await execute(
      tx,
      `insert into registration_papers (id, organisation_id, file_id, name, type, size_bytes,
         uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        paper.id,
        paper.organisationId,
        paper.fileId,
        paper.name,
        paper.type,
        paper.sizeBytes,
        paper.uploadedBy,
        paper.uploadedAt,
      ],
    )
  }

  /** Takes a paper off with its file; its name, or null when there is none. */
  async remove(tx: Tx, organisationId: Id, id: Id): Promise<string | null> {
    const gone = await row<{ name: string; fileId: Id }>(
      tx,
      `delete from registration_papers where organisation_id = $1 and id = $2
       returning name, file_id as "fileId"`,
      [organisationId, id],
    )
    if (gone) await execute(tx, 'delete from files where id = $1', [gone.fileId])
    return gone?.name ?? null
  }
}
