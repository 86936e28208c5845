import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import { invariant, type Id } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'

/** How a person can be reached: only addresses that were verified. */
export interface Contact {
  readonly locale: Locale
  readonly email: string | null
  readonly mobile: string | null
}
export type ContactLookup = (reader: Reader, personId: Id) => Promise<Contact | null>

/** Where notifications find addresses. Identity answers; without it they stay on the site. */
@Injectable()
export class Contacts {
  private lookup: ContactLookup | null = null

  /** Says who answers; identity calls it in `onModuleInit`. */
  answerBy(lookup: ContactLookup): void {
    invariant(!this.lookup, 'contacts are answered already')
    this.lookup = lookup
  }

  async find(reader: Reader, personId: Id): Promise<Contact | null> {
    return this.lookup ? this.lookup(reader, personId) : null
  }
}
