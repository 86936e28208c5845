import { useSuspenseQuery } from '@tanstack/react-query'
import type { PersonView } from '@weibao/contracts/person'
import {
  Breadcrumbs,
  Button,
  DateText,
  Dialog,
  FormErrorSummary,
  Panel,
  TextArea,
  TextLink,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { fieldErrors, problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { sessionQuery } from '../sign-in/session.queries'
import { MembershipPanel } from './membership-panel'
import { peopleMessages } from './people.messages'
import { personQuery, usePersonAct, type PersonAct } from './people.queries'
import { contactOf, PersonStateTag } from './person-state'

/** One person: what an operator may see, and do with a reason. */
export function PersonPage() {
  const t = useMessages(peopleMessages)
  const { base, can } = useActing()
  const { data: person } = useSuspenseQuery(personQuery(useParams()['personId']!))
  useTitle(person.displayName)
  const facts: [string, ReactNode][] = [
    [t('contact'), contactOf(person)],
    [t('registered'), <DateText key="registered" value={person.createdAt} year="always" />],
    [t('secondFactor'), t(person.hasSecondFactor ? 'on' : 'off')],
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <Breadcrumbs
        trail={[{ label: t('title'), href: `${base}/people` }, { label: person.displayName }]}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1>{person.displayName}</h1>
        <PersonStateTag state={person.state} />
        <div className="md:ml-auto">
          <PersonActs person={person} />
        </div>
      </div>
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Panel title={t('memberships')}>
        <MembershipPanel person={person} />
      </Panel>
      {can('audit:read') && (
        <TextLink href={`${base}/audit?actorId=${person.id}`}>{t('auditOf')}</TextLink>
      )}
    </div>
  )
}

function PersonActs({ person }: { person: PersonView }) {
  const t = useMessages(peopleMessages)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [asked, setAsked] = useState<PersonAct | null>(null)
  if (person.state === 'erased') return null
  if (session.person?.id === person.id)
    return <span className="text-sm text-ink-soft">{t('own')}</span>
  const acts: PersonAct[] = [
    ...(person.hasSecondFactor ? (['resetSecondFactor'] as const) : []),
    person.state === 'active' ? 'suspend' : 'reinstate',
  ]
  return (
    <div className="flex flex-wrap gap-2">
      {acts.map((act) => (
        <Button
          key={act}
          tone={act === 'suspend' ? 'danger' : 'quiet'}
          size="small"
          onClick={() => setAsked(act)}
        >
          {t(act)}
        </Button>
      ))}
      {asked && <ReasonDialog act={asked} person={person} onClose={() => setAsked(null)} />}
    </div>
  )
}

const actText = {
  suspend: 'suspendText',
  reinstate: 'reinstateText',
  resetSecondFactor: 'resetText',
} as const

function ReasonDialog({
  act,
  person,
  onClose,
}: {
  act: PersonAct
  person: PersonView
  onClose: () => void
}) {
  const t = useMessages(peopleMessages)
  const toast = useToast()
  const mutation = usePersonAct(act)
  const [missing, setMissing] = useState<string>()
  const refused = mutation.error
    ? (fieldErrors(mutation.error)['reason'] ?? problemText(mutation.error))
    : undefined
  const text = missing ?? refused
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason')).trim()
    const isEnough = [...reason].length >= 4
    setMissing(isEnough ? undefined : t('needReason'))
    if (!isEnough) return
    mutation.mutate(
      { id: person.id, reason },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={`${t(act)} · ${person.displayName}`}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{t(actText[act])}</p>
        <FormErrorSummary problems={text ? [{ fieldId: 'person-reason', text }] : []} />
        <TextArea
          id="person-reason"
          name="reason"
          label={t('reason')}
          help={t('reasonHelp')}
          error={text}
          maxLength={300}
          rows={3}
        />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            tone={act === 'reinstate' ? 'primary' : 'danger'}
            busy={mutation.isPending}
          >
            {t(act)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
