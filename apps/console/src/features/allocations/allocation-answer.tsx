import { Button, ConfirmDialog, Notice, TextArea, useMessages } from '@weibao/ui'
import { useState, type ReactNode } from 'react'
import { problemText } from '../../lib/form'
import { useIntentKey } from '../settlements/intent-key'
import { allocationAnswerMessages } from './allocation-answer.messages'

/** A declining that says less than this tells the other side nothing; the route asks it too. */
const REASON_CHARACTERS = 2

interface Act {
  readonly label: string
  /** What a screen reader says: the act and which allocation it is about. */
  readonly about: string
  readonly onAct: () => void
}

/** The two answers to one allocation: take it, unless that is for another, or leave it to others. */
export function AnswerActs({ take, decline }: { take?: Act | undefined; decline: Act }) {
  return (
    <span className="flex flex-wrap justify-end gap-2">
      <Button tone="quiet" size="small" aria-label={decline.about} onClick={decline.onAct}>
        {decline.label}
      </Button>
      {take && (
        <Button size="small" aria-label={take.about} onClick={take.onAct}>
          {take.label}
        </Button>
      )}
    </span>
  )
}

export interface Answer {
  readonly idempotencyKey: string
  /** Given when it is declined. */
  readonly reason?: string
}

/** Asks once more before an allocation is answered; `reasonLabel` makes it ask for a reason. */
export function AnswerDialog(props: {
  title: string
  confirmLabel: string
  reasonLabel?: string | undefined
  isPending: boolean
  error: Error | null
  onAnswer: (answer: Answer, onError: (error: unknown) => void) => void
  onClose: () => void
  children: ReactNode
}) {
  const t = useMessages(allocationAnswerMessages)
  const [text, setText] = useState('')
  const [isAsked, setAsked] = useState(false)
  const intent = useIntentKey()
  const { reasonLabel } = props
  const reason = text.trim()
  const isMissing = reasonLabel !== undefined && [...reason].length < REASON_CHARACTERS
  const confirm = () => {
    setAsked(true)
    if (isMissing) return
    const { idempotencyKey } = intent
    props.onAnswer({ idempotencyKey, ...(reasonLabel ? { reason } : {}) }, intent.onError)
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      onConfirm={confirm}
      busy={props.isPending}
      title={props.title}
      confirmLabel={props.confirmLabel}
    >
      <p>{props.children}</p>
      {reasonLabel && (
        <TextArea
          label={reasonLabel}
          value={text}
          maxLength={300}
          error={isAsked && isMissing ? t('needReason', { least: REASON_CHARACTERS }) : undefined}
          onChange={(event) => {
            setText(event.target.value)
            intent.renew()
          }}
          className="mt-3"
        />
      )}
      {props.error && (
        <Notice tone="problem" className="mt-4">
          {problemText(props.error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}
