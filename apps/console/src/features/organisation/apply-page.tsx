import { useSuspenseQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import { RadioGroup, useMessages, useToast } from '@weibao/ui'
import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { ChosenPapers } from '../registration-papers/chosen-papers'
import { registrationPapersMessages } from '../registration-papers/registration-papers.messages'
import { useAddRegistrationPaper } from '../registration-papers/registration-papers.queries'
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
  const sayPapers = useMessages(registrationPapersMessages)
  useTitle(t('applyTitle'))
  const toast = useToast()
  const navigate = useNavigate()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [search, setSearch] = useSearchParams()
  const kind: ApplicantKind = search.get('kind') === 'cooperative' ? 'cooperative' : 'buyer'
  const apply = useApply()
  const keyOf = useKeyOfBody()
  const [files, setFiles] = useState<readonly File[]>([])
  const sendPapers = useSendPapers()
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
        isBusy={apply.isPending || sendPapers.isBusy}
        attachments={{
          missing: files.length === 0 ? { papers: sayPapers('need') } : {},
          part: (errors) => (
            <ChosenPapers files={files} error={errors['papers']} onChange={setFiles} />
          ),
        }}
        send={async (draft) => {
          const body = { ...organisationBodyOf(draft), kind }
          const made = await apply.mutateAsync({ body, idempotencyKey: keyOf(body) })
          if (await sendPapers.send(made.id, files)) toast({ text: t('applied'), tone: 'good' })
          void navigate(`/${kind === 'buyer' ? 'b' : 'c'}/${made.id}`)
          return made
        }}
      />
    </SignInFrame>
  )
}

/** Sends the papers of an application that is in; one that fails is said, and sent again there. */
function useSendPapers() {
  const t = useMessages(registrationPapersMessages)
  const toast = useToast()
  const add = useAddRegistrationPaper()
  const send = async (organisationId: string, files: readonly File[]): Promise<boolean> => {
    let isWhole = true
    for (const file of files)
      await add.mutateAsync({ organisationId, file }).catch((error: unknown) => {
        isWhole = false
        const reason = problemText(error)
        toast({ text: t('failed', { name: file.name, reason }), tone: 'problem' })
      })
    return isWhole
  }
  return { send, isBusy: add.isPending }
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
