import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { Clock, invariant, newId, type Id } from '@weibao/kernel'
import { execute, notFound, row, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { FileBytes } from './file-bytes.js'
import { safeFileName } from './file-download.js'

export interface KeptFile {
  readonly id: Id
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
  readonly purpose: string
  readonly ownerPersonId: Id | null
  readonly ownerOrganisationId: Id | null
  readonly createdAt: Date
}

/** Bytes that already lie on disk, waiting for the transaction that needs them. */
export interface PutFile {
  readonly sha256: string
  readonly sizeBytes: number
}

export interface FileFacts {
  readonly put: PutFile
  /** As the person called it; cleaned. */
  readonly name: string
  readonly extension: string
  readonly mime: string
  readonly purpose: string
  readonly ownerPersonId?: Id
  readonly ownerOrganisationId?: Id
}

/** Whether a person may read a file of a purpose. */
export type FileAccess = (actor: Actor, file: KeptFile) => boolean | Promise<boolean>

const COLUMNS = `id, sha256, name, type, size_bytes as "sizeBytes", purpose,
  owner_person_id as "ownerPersonId", owner_organisation_id as "ownerOrganisationId",
  created_at as "createdAt"`

/** Uploaded and made files: the row in the database, the bytes by hash, access by purpose. */
@Injectable()
export class Files {
  private readonly access = new Map<string, FileAccess>()

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bytes: FileBytes,
    private readonly clock: Clock,
  ) {}

  /** Declares who may read the files of a purpose; call it in `onModuleInit`. Else nobody may. */
  allowReading(purpose: string, access: FileAccess): void {
    invariant(!this.access.has(purpose), `file purpose declared twice: ${purpose}`)
    this.access.set(purpose, access)
  }

  /** Puts bytes to disk. Before the transaction: without a row they are nobody's. */
  async put(bytes: Uint8Array): Promise<PutFile> {
    return { sha256: await this.bytes.put(bytes), sizeBytes: bytes.byteLength }
  }

  /** Keeps a file that was put: from the commit on it can be downloaded. */
  async keep(tx: Tx, facts: FileFacts): Promise<Id> {
    invariant(this.access.has(facts.purpose), `no access declared for ${facts.purpose}`)
    const id = newId()
    await execute(
      tx,
      `insert into files (id, sha256, name, type, size_bytes, purpose, owner_person_id,
         owner_organisation_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        facts.put.sha256,
        safeFileName(facts.name, facts.extension),
        facts.mime,
        facts.put.sizeBytes,
        facts.purpose,
        facts.ownerPersonId ?? null,
        facts.ownerOrganisationId ?? null,
        this.clock.now(),
      ],
    )
    return id
  }

  /** The bytes of what was put, for a library that keeps a public picture by its hash. */
  read({ sha256 }: Pick<PutFile, 'sha256'>): Readable {
    return this.bytes.read(sha256)
  }

  /** A file and its bytes, when the actor may read it; else it looks as if it were not there. */
  async open(actor: Actor, id: Id): Promise<{ file: KeptFile; bytes: Readable }> {
    const file = await this.find(id)
    const access = file && this.access.get(file.purpose)
    if (!file || !access || !(await access(actor, file))) throw notFound()
    return { file, bytes: this.bytes.read(file.sha256) }
  }

  /** For a library that has checked the right itself, of a guest for instance: a file of its purpose. */
  async openChecked(purpose: string, id: Id): Promise<{ file: KeptFile; bytes: Readable }> {
    const file = await this.find(id)
    if (file?.purpose !== purpose) throw notFound()
    return { file, bytes: this.bytes.read(file.sha256) }
  }

  private find(id: Id): Promise<KeptFile | null> {
    return row<KeptFile>(this.unitOfWork.reader, `select ${COLUMNS} from files where id = $1`, [id])
  }
}
