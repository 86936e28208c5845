import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, Notice, StateTag, useBilingual, useMessages, useToast } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { RegistrationPapersPanel } from '../registration-papers/papers-panel'
import { sessionQuery } from '../sign-in/session.queries'
import { KeysPanel } from './keys-panel'
import { MembersPanel } from './members-panel'
import { draftOfOrganisation, organisationBodyOf } from './organisation-draft'
import { OrganisationForm } from './organisation-form'
import { organisationMessages } from './organisation.messages'
import { organisationQuery, useEditOrganisation } from './organisation.queries'

const tones = {
  applied: 'waiting',
  approved: 'done',
  refused: 'ended',
  suspended: 'problem',
} as const

/** One's own organisation: who belongs to it, what it is registered as, the keys of its systems. */
export function OrganisationPage() {
  const t = useMessages(organisationMessages)
  const say = useBilingual()
  useTitle(t('title'))
  const { base, organisationId, can } = useActing()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const needsFactor = can('member:manage') && !session.secondFactor.isEnabled
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId))
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="flex flex-wrap items-center gap-2 text-ink-soft">
          {say(organisation.name)}
          <StateTag tone={tones[organisation.status]}>
            {t(`status_${organisation.status}`)}
          </StateTag>
        </p>
      </div>
      {needsFactor && (
        <Notice>
          <p>{t('factorText')}</p>
          <ButtonLink
            size="small"
            tone="quiet"
            className="mt-2"
            href={`/second-factor?to=${encodeURIComponent(`${base}/organisation`)}`}
          >
            {t('factorSetUp')}
          </ButtonLink>
        </Notice>
      )}
      {can('member:read') && <MembersPanel mayManage={can('member:manage') && !needsFactor} />}
      {can('organisation:edit') && <RegistrationForm />}
      {can('organisation:edit') && organisation.kind !== 'administration' && (
        <RegistrationPapersPanel
          organisationId={organisationId}
          isApproved={organisation.approvedAt !== null}
        />
      )}
      {can('machine-key:manage') && !needsFactor && <KeysPanel />}
    </div>
  )
}

/** What it is registered as; a refused application is handed in again by saving. */
export function RegistrationForm() {
  const t = useMessages(organisationMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId))
  const edit = useEditOrganisation(organisationId)
  const isRefused = organisation.status === 'refused'
  return (
    <OrganisationForm
      key={organisation.status}
      name={`organisation:${organisationId}:${organisation.status}`}
      fresh={draftOfOrganisation(organisation)}
      isIdentityFixed={organisation.approvedAt !== null}
      submitLabel={t(isRefused ? 'applyAgain' : 'save')}
      error={edit.error}
      isBusy={edit.isPending}
      send={async (draft) => {
        const saved = await edit.mutateAsync(organisationBodyOf(draft))
        toast({ text: t(isRefused ? 'applied' : 'saved'), tone: 'good' })
        return saved
      }}
    />
  )
}
