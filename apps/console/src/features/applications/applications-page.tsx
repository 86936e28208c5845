import { useSuspenseQuery } from '@tanstack/react-query'
import type { OrganisationView } from '@weibao/contracts/organisation'
import {
  Button,
  Drawer,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  StateTag,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { useNames } from '../names/names.queries'
import { ReviewedPapers } from '../registration-papers/reviewed-papers'
import { applicationsMessages } from './applications.messages'
import {
  applicationStatuses,
  applicationStatusOf,
  organisationsQuery,
  type OrganisationAct,
} from './applications.queries'
import { DecisionDialog } from './decision-dialog'

const tones = {
  applied: 'waiting',
  approved: 'done',
  refused: 'ended',
  suspended: 'problem',
} as const

interface Asked {
  readonly organisation: OrganisationView
  readonly act: OrganisationAct | 'papers'
}

/** Organisations that wait for a decision, and those decided on. */
export function ApplicationsPage() {
  const t = useMessages(applicationsMessages)
  useTitle(t('title'))
  const [search] = useSearchParams()
  const status = applicationStatusOf(search)
  const { data } = useSuspenseQuery(organisationsQuery(status, search.get('cursor') ?? undefined))
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          ...applicationStatuses.map((each) => ({
            href: `?status=${each}`,
            label: t(each),
            current: each === status,
          })),
          { href: '?status=all', label: t('all'), current: !status },
        ]}
      />
      <div className="wb-panel">
        <OrganisationTable
          organisations={data.items}
          isWaiting={status === 'applied'}
          onAsk={setAsked}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <AskedDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function AskedDialog({ organisation, act, onClose }: Asked & { onClose: () => void }) {
  const t = useMessages(applicationsMessages)
  const say = useBilingual()
  if (act !== 'papers') return <DecisionDialog {...{ organisation, act, onClose }} />
  return (
    <Drawer open onClose={onClose} title={`${t('papers')} · ${say(organisation.shortName)}`}>
      <ReviewedPapers
        organisationId={organisation.id}
        isApproved={organisation.approvedAt !== null}
      />
    </Drawer>
  )
}

function OrganisationTable({
  organisations,
  isWaiting,
  onAsk,
}: {
  organisations: readonly OrganisationView[]
  /** Whether these are the ones that wait for a decision. */
  isWaiting: boolean
  onAsk: (asked: Asked) => void
}) {
  const t = useMessages(applicationsMessages)
  const say = useBilingual()
  const { place } = usePlace()
  const columns: Column<OrganisationView>[] = [
    {
      key: 'name',
      header: t('name'),
      primary: true,
      cell: (organisation) => say(organisation.name),
    },
    {
      key: 'kind',
      header: t('kind'),
      cell: ({ kind }) => <span className="whitespace-nowrap">{t(kind)}</span>,
    },
    { key: 'place', header: t('place'), cell: place },
    { key: 'licence', header: t('licence'), cell: ({ licence }) => <Licence licence={licence} /> },
    {
      key: 'appliedAt',
      header: t('appliedAt'),
      cell: ({ createdAt }) => <DateText value={createdAt} />,
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ status }) => <StateTag tone={tones[status]}>{t(status)}</StateTag>,
    },
    {
      key: 'acts',
      header: t('approve'),
      headerHidden: true,
      align: 'end',
      cell: (organisation) => <Acts organisation={organisation} onAsk={onAsk} />,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={organisations}
      rowKey={({ id }) => id}
      empty={
        isWaiting ? (
          <EmptyState title={t('nothingWaits')}>{t('nothingWaitsText')}</EmptyState>
        ) : (
          <EmptyState title={t('emptyTitle')} />
        )
      }
    />
  )
}

function usePlace() {
  const t = useMessages(applicationsMessages)
  const names = useNames()
  return {
    place: ({ region, placeCode }: OrganisationView) => {
      const code = placeCode ?? ''
      const name = region === 'baoshan' ? names.subdistrict(code) : names.township(code)
      return `${t(region)} ${name}`.trim()
    },
  }
}

function Licence({ licence }: { licence: OrganisationView['licence'] }) {
  const t = useMessages(applicationsMessages)
  const { day } = useFormats()
  const lines = [
    licence.registrationNumber && `${t('number')} ${licence.registrationNumber}`,
    licence.licenceNumber && `${t('licenceNumber')} ${licence.licenceNumber}`,
    licence.licenceExpiresOn && t('expires', { day: day(licence.licenceExpiresOn, 'always') }),
    licence.legalRepresentative && `${t('representative')} ${licence.legalRepresentative}`,
  ].filter(Boolean)
  if (lines.length === 0) return '—'
  return (
    <span className="text-sm">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </span>
  )
}

const actsOf = {
  applied: ['refuse', 'approve'],
  approved: ['suspend'],
  suspended: ['reinstate'],
  refused: [],
} as const satisfies Record<OrganisationView['status'], readonly OrganisationAct[]>

function Acts({
  organisation,
  onAsk,
}: {
  organisation: OrganisationView
  onAsk: (asked: Asked) => void
}) {
  const t = useMessages(applicationsMessages)
  const { can } = useActing()
  const decides = {
    cooperative: 'cooperative:approve',
    buyer: 'buyer:approve',
    administration: null,
  } as const
  const needed = decides[organisation.kind]
  if (!needed || !can(needed)) return null
  return (
    <span className="flex justify-end gap-2">
      <Button size="small" tone="quiet" onClick={() => onAsk({ organisation, act: 'papers' })}>
        {t('papers')}
      </Button>
      {actsOf[organisation.status].map((act) => (
        <Button
          key={act}
          size="small"
          tone={act === 'approve' ? 'primary' : 'quiet'}
          onClick={() => onAsk({ organisation, act })}
        >
          {t(act)}
        </Button>
      ))}
    </span>
  )
}
