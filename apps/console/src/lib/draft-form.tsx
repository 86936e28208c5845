import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  FormErrorSummary,
  Notice,
  useStored,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { fieldErrors, formProblems, type FieldErrors } from './form'
import { useFaults } from './use-faults'
import { useTitle } from './use-title'

/** What a group of fields gets of its form. */
export interface DraftPart<Draft> {
  readonly draft: Draft
  readonly errors: FieldErrors
  readonly change: (part: Partial<Draft>) => void
}

export interface DraftFormProps<Draft, Saved> {
  /** Names the draft that this tab keeps. */
  readonly name: string
  readonly title: string
  readonly note?: string
  readonly fresh: Draft
  /** Why the last saving was refused. */
  readonly error: unknown
  readonly isBusy: boolean
  readonly save: (draft: Draft, idempotencyKey: string) => Promise<Saved>
}

interface Props<Draft, Saved> extends DraftFormProps<Draft, Saved> {
  /** The list that the form belongs to, and where giving up leads. */
  readonly list: { readonly label: string; readonly href: string }
  readonly words: { readonly save: string; readonly cancel: string; readonly kept: string }
  /** What is missing, by field, before anything is sent. */
  readonly check: (draft: Draft) => FieldErrors
  readonly idOf: (field: string) => string
  /** What to say of what was saved, and where to go. */
  readonly onSaved: (saved: Saved) => { readonly text: string; readonly address: string }
  readonly isWide?: boolean
  readonly children: (part: DraftPart<Draft>) => ReactNode
}

/**
 * A form whose draft stays in this tab until it is accepted: nothing typed is lost when the network is,
 * and the same draft sent twice is made once.
 */
export function DraftForm<Draft extends object, Saved>({
  name,
  title,
  note,
  fresh,
  error,
  isBusy,
  save,
  list,
  words,
  check,
  idOf,
  onSaved,
  isWide = false,
  children,
}: Props<Draft, Saved>) {
  useTitle(title)
  const toast = useToast()
  const navigate = useNavigate()
  const [draft, keep] = useStored<Draft>(name, fresh)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const { faults, settle } = useFaults(() => check(draft))
  const errors = { ...fieldErrors(error), ...faults }
  const change = (part: Partial<Draft>) => {
    keep({ ...draft, ...part })
    setKey(newIdempotencyKey())
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!settle()) return
    const saved = await save(draft, idempotencyKey).catch(() => null)
    if (!saved) return
    keep(fresh)
    const { text, address } = onSaved(saved)
    toast({ text, tone: 'good' })
    void navigate(address)
  }
  const isLost = error instanceof ApiError && error.code === 'network'
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className={`grid gap-4 ${isWide ? 'max-w-5xl' : 'max-w-4xl'}`}
    >
      <Breadcrumbs trail={[list, { label: title }]} />
      <div>
        <h1>{title}</h1>
        {note && <p className="text-ink-soft">{note}</p>}
      </div>
      {isLost ? (
        <Notice tone="problem">{words.kept}</Notice>
      ) : (
        <FormErrorSummary problems={formProblems(errors, error, idOf)} />
      )}
      {children({ draft, errors, change })}
      <div className="flex gap-3">
        <Button type="submit" busy={isBusy}>
          {words.save}
        </Button>
        <ButtonLink tone="quiet" href={list.href}>
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
