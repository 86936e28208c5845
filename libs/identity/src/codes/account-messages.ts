import { Injectable } from '@nestjs/common'
import { channelOf } from '@weibao/contracts/contact'
import { Notifier } from '@weibao/documents'
import { Clock, type Id } from '@weibao/kernel'
import { currentContext, type Tx } from '@weibao/platform'
import { coarseNetwork } from '../access/address.js'
import { maskContact } from '../access/masking.js'
import { CODE_MINUTES } from './challenges.service.js'

type Notice =
  | { kind: 'password-changed' | 'second-factor-added' | 'second-factor-removed' }
  | { kind: 'contact-changed'; contact: string }
  | { kind: 'recovery-code-used'; left: number }
  | { kind: 'new-sign-in'; agent: string | undefined }

/** What identity writes to people, in the transaction that makes it true. */
@Injectable()
export class AccountMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** Sends a code, or says in its place why none is needed, in the language of the request. */
  async sendCode(
    tx: Tx,
    contact: string,
    kind: 'verification-code' | 'password-reset',
    code: string,
  ): Promise<void> {
    await this.notifier.send(tx, {
      ...this.to(contact),
      kind,
      params: { code, minutes: CODE_MINUTES },
    })
  }

  /** Tells the holder of a contact that an account exists, or that none does. */
  async sendHint(
    tx: Tx,
    contact: string,
    kind: 'account-exists' | 'account-unknown',
  ): Promise<void> {
    await this.notifier.send(tx, { ...this.to(contact), kind, params: {} })
  }

  async sendInvitation(
    tx: Tx,
    contact: string,
    params: { organisation: string; inviter: string; path: string; days: number },
  ): Promise<void> {
    await this.notifier.send(tx, { ...this.to(contact), kind: 'invitation', params })
  }

  /** Tells a person what happened to the account's safety; a stranger's act comes to light. */
  async tell(tx: Tx, personId: Id, notice: Notice): Promise<void> {
    const at = this.clock.now().toISOString()
    switch (notice.kind) {
      case 'contact-changed': {
        const params = { at, masked: maskContact(notice.contact) }
        await this.notifier.notify(tx, { personId, kind: notice.kind, params })
        return
      }
      case 'new-sign-in': {
        const address = coarseNetwork(currentContext()?.address) ?? '—'
        const params = { at, device: deviceName(notice.agent), address }
        await this.notifier.notify(tx, { personId, kind: notice.kind, params })
        return
      }
      case 'recovery-code-used':
        await this.notifier.notify(tx, {
          personId,
          kind: notice.kind,
          params: { at, left: notice.left },
        })
        return
      default:
        await this.notifier.notify(tx, { personId, kind: notice.kind, params: { at } })
    }
  }

  private to(contact: string) {
    return {
      channel: channelOf(contact),
      recipient: contact,
      locale: currentContext()?.locale ?? 'zh-CN',
    } as const
  }
}

const SYSTEMS = ['HarmonyOS', 'Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'] as const
const BROWSERS = {
  MicroMessenger: 'WeChat',
  Edg: 'Edge',
  Firefox: 'Firefox',
  Chrome: 'Chrome',
  Safari: 'Safari',
} as const

/** A device in few words, out of a fixed list: what a browser says of itself may say anything. */
export function deviceName(agent = ''): string {
  const browser = Object.entries(BROWSERS).find(([mark]) => agent.includes(mark))?.[1]
  const system = SYSTEMS.find((name) => agent.includes(name))
  return [browser, system].filter(Boolean).join(' · ') || '—'
}
