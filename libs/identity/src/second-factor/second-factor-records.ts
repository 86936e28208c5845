import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type { Actor, Tx } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { AccountMessages } from '../codes/account-messages.js'
import type { Proof } from './second-factors.service.js'

/** Lines in the audit log, and messages to the person. */
@Injectable()
export class SecondFactorRecords {
  constructor(
    private readonly audit: Audit,
    private readonly messages: AccountMessages,
  ) {}

  async added(tx: Tx, actor: Who): Promise<void> {
    await this.record(tx, actor, 'second-factor.added')
    await this.messages.tell(tx, actor.personId, { kind: 'second-factor-added' })
  }

  async removed(tx: Tx, actor: Who): Promise<void> {
    await this.record(tx, actor, 'second-factor.removed')
    await this.messages.tell(tx, actor.personId, { kind: 'second-factor-removed' })
  }

  async proved(tx: Tx, actor: Who, proof: Proof): Promise<void> {
    await this.record(tx, actor, 'second-factor.proved', { by: proof.by })
    if (proof.by === 'recovery-code')
      await this.messages.tell(tx, actor.personId, {
        kind: 'recovery-code-used',
        left: proof.left,
      })
  }

  async codesRenewed(tx: Tx, actor: Who): Promise<void> {
    await this.record(tx, actor, 'recovery-codes.renewed')
  }

  private async record(tx: Tx, actor: Who, act: AuditAct, after?: object): Promise<void> {
    const object = { kind: 'person', id: actor.personId } as const
    await this.audit.record(tx, { act, actor, object, ...(after ? { after: { ...after } } : {}) })
  }
}

type Who = Pick<Actor, 'personId' | 'sessionId'>
