import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import { invariant, type Id } from '@weibao/kernel'
import type { Reader, Tx } from '@weibao/platform'

/** A person whose data is asked for, or is to end. */
export interface DataSubject {
  readonly personId: Id
  /** Their contacts, in normal form, before they are erased. */
  readonly contacts: readonly string[]
}

/** What a domain keeps about people, and how it gives and ends it. */
export interface PersonalDataPart {
  /** Everything kept about the person, ready for JSON; null when there is nothing. */
  export(reader: Reader, subject: DataSubject): Promise<unknown>
  /** Removes it, or what names the person where the books need the row. Safe to repeat. */
  erase(tx: Tx, subject: DataSubject): Promise<void>
  /** Why it cannot end yet (an open order), in words for the person; null when it can. */
  mayErase?(tx: Tx, subject: DataSubject): Promise<Bilingual | null>
}

/** Where each library says what it keeps about people. Register in `onModuleInit`. */
@Injectable()
export class PersonalData {
  private readonly parts = new Map<string, PersonalDataPart>()

  /** Registers a part under a permanent name: the name it has in the export. */
  register(name: string, part: PersonalDataPart): void {
    invariant(!this.parts.has(name), `personal data registered twice: ${name}`)
    this.parts.set(name, part)
  }

  async export(reader: Reader, subject: DataSubject): Promise<Record<string, unknown>> {
    const exported: Record<string, unknown> = {}
    for (const [name, part] of this.parts) {
      const found = await part.export(reader, subject)
      if (found !== null && found !== undefined) exported[name] = found
    }
    return exported
  }

  /** The first reason why the person's data cannot end yet, or null. */
  async findObstacle(tx: Tx, subject: DataSubject): Promise<Bilingual | null> {
    for (const part of this.parts.values()) {
      const reason = await part.mayErase?.(tx, subject)
      if (reason) return reason
    }
    return null
  }

  async erase(tx: Tx, subject: DataSubject): Promise<void> {
    for (const part of this.parts.values()) await part.erase(tx, subject)
  }
}
