import { expireSession } from './checkout-session.js'
import { answerAction, paySession, settleWallet } from './payment.js'
import type { Instrument, Task } from './records.js'
import { settleRefund } from './refund.js'
import type { Sandbox } from './sandbox.js'
import { findCardByToken } from './test-card.js'
import { Timers } from './timers.js'

/** Does at its time what was scheduled, also when that time passed while nobody ran. */
export class Schedule {
  private readonly timers: Timers

  constructor(private readonly box: Sandbox) {
    this.timers = new Timers(() => box.now())
  }

  start(): void {
    for (const task of this.box.store.oldestFirst('task')) this.arm(task)
    this.box.store.onChange((changes) => {
      for (const { kind, id, value } of changes) {
        if (kind !== 'task') continue
        if (value === null) this.timers.clear(id)
        else this.arm(value as Task)
      }
    })
  }

  /** Looks at the clock again, after it was moved. */
  wake(): void {
    this.timers.wake()
  }

  stop(): void {
    this.timers.clearAll()
  }

  private arm(task: Task): void {
    this.timers.set(task.id, task.at, () => {
      this.box.store.run(() => {
        this.box.store.remove('task', task.id)
        perform(this.box, task)
      })
    })
  }
}

function perform(box: Sandbox, task: Task): void {
  const succeeds = task.outcome === 'succeed'
  switch (task.what) {
    case 'expire-session': {
      const session = box.store.get('session', task.subject)
      if (session.status === 'open') expireSession(box, session)
      return
    }
    case 'auto-pay':
      return autoPay(box, task.subject, succeeds)
    case 'settle-refund':
      settleRefund(box, box.store.get('refund', task.subject), succeeds)
      return
    case 'settle-wallet':
      settleWallet(box, box.store.get('intent', task.subject), succeeds)
  }
}

function autoPay(box: Sandbox, sessionId: string, succeeds: boolean): void {
  const session = box.store.get('session', sessionId)
  if (session.status !== 'open') return
  const type = session.payment_method_types[0]
  const token = succeeds ? 'pm_card_visa' : 'pm_card_visa_chargeDeclined'
  const instrument: Instrument =
    type === 'alipay' || type === 'wechat_pay'
      ? { type }
      : { type: 'card', card: findCardByToken(token)!, expMonth: 12, expYear: 2040, name: null }
  const intent = paySession(box, session, instrument, null)
  if (intent.status === 'requires_action') answerAction(box, intent, succeeds)
}
