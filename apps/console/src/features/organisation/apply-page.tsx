import { useSuspenseQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import { RadioGroup, useMessages, useToast } from '@weibao/ui'
import { useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { Person } from '../shell/person'
import { sessionQuery } from '../sign-in/session.queries'
import { SignInFrame } from '../sign-in/sign-in-page'
import { emptyOrganisation, organisationBodyOf, type ApplicantKind } from './organisation-draft'
import { OrganisationForm } from './organisation-form'
import { organisationMessages } from './organisation.messages'
import { useApply } from './organisation.queries'

/** Somebody signed in applies for an organisation: a cooperative that sells, or one that buys. */
export function ApplyPage() {
  const t = useMessages(organisationMessages)
  useTitle(t('applyTitle'))
  const toast = useToast()
  const navigate = useNavigate()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [search, setSearch] = useSearchParams()
  const kind: ApplicantKind = search.get('kind') === 'cooperative' ? 'cooperative' : 'buyer'
  const apply = useApply()
  const keyOf = useKeyOfBody()
  return (
    <SignInFrame wide>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('applyTitle')}</h1>
        <Person />
      </div>
      <p className="text-ink-soft">{t('applyLead')}</p>
      <RadioGroup
        label={t('kind')}
        layout="cards"
        value={kind}
        options={(['buyer', 'cooperative'] as const).map((value) => ({
          value,
          label: t(`kind_${value}`),
          help: t(`kindNote_${value}`),
        }))}
        onChange={(value) => setSearch({ kind: value }, { replace: true })}
      />
      <OrganisationForm
        key={kind}
        name={`apply:${kind}:${session.person?.id ?? ''}`}
        fresh={emptyOrganisation(kind)}
        submitLabel={t('apply')}
        error={apply.error}
        isBusy={apply.isPending}
        send={async (draft) => {
          const body = { ...organisationBodyOf(draft), kind }
          const made = await apply.mutateAsync({ body, idempotencyKey: keyOf(body) })
          toast({ text: t('applied'), tone: 'good' })
          void navigate(`/${kind === 'buyer' ? 'b' : 'c'}/${made.id}`)
          return made
        }}
      />
    </SignInFrame>
  )
}

/** One key for one content: sent again it is the same application, changed it is another. */
function useKeyOfBody(): (body: object) => string {
  const last = useRef({ text: '', key: '' })
  return (body) => {
    const text = JSON.stringify(body)
    if (text !== last.current.text) last.current = { text, key: newIdempotencyKey() }
    return last.current.key
  }
}
