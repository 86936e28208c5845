import { useSuspenseQuery } from '@tanstack/react-query'
import type { PersonView } from '@weibao/contracts/person'
import {
  Button,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  SearchIcon,
  TextField,
  TextLink,
  useBilingual,
  useMessages,
  type Column,
} from '@weibao/ui'
import type { FormEvent } from 'react'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters, withFilter } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { shellMessages } from '../shell/shell.messages'
import { peopleMessages } from './people.messages'
import { peopleFilterNames, peopleQuery } from './people.queries'
import { contactOf, PersonStateTag } from './person-state'

const states = ['active', 'suspended', 'erased'] as const

export function PeoplePage() {
  const t = useMessages(peopleMessages)
  useTitle(t('title'))
  const { search, filter, change } = useFilters(peopleFilterNames)
  const { data } = useSuspenseQuery(peopleQuery(filter))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change({ query: String(new FormData(event.currentTarget).get('query')).trim() })
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <form role="search" onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField
          key={filter.query ?? ''}
          name="query"
          type="search"
          label={t('searchLabel')}
          defaultValue={filter.query ?? ''}
          maxLength={254}
          className="w-full sm:w-96"
        />
        <Button type="submit" tone="quiet" icon={SearchIcon}>
          {t('search')}
        </Button>
      </form>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: withFilter(search, { state: null }), label: t('all'), current: !filter.state },
          ...states.map((state) => ({
            href: withFilter(search, { state }),
            label: t(state),
            current: filter.state === state,
          })),
        ]}
      />
      <div className="wb-panel">
        <PeopleTable people={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function PeopleTable({ people }: { people: readonly PersonView[] }) {
  const t = useMessages(peopleMessages)
  const roleName = useMessages(shellMessages)
  const say = useBilingual()
  const { base } = useActing()
  const columns: Column<PersonView>[] = [
    {
      key: 'name',
      header: t('name'),
      primary: true,
      cell: (person) => (
        <TextLink href={`${base}/people/${person.id}`}>{person.displayName}</TextLink>
      ),
    },
    { key: 'contact', header: t('contact'), cell: contactOf },
    {
      key: 'memberships',
      header: t('memberships'),
      cell: ({ memberships }) => (
        <div>
          {memberships.length === 0 && '—'}
          {memberships.map((each) => (
            <span key={each.memberId} className="block">
              {say(each.organisationName)}{' '}
              <span className="text-ink-soft">{roleName(`role_${each.role}`)}</span>
            </span>
          ))}
        </div>
      ),
    },
    {
      key: 'secondFactor',
      header: t('secondFactor'),
      cell: ({ hasSecondFactor }) => t(hasSecondFactor ? 'on' : 'off'),
    },
    {
      key: 'registered',
      header: t('registered'),
      cell: ({ createdAt }) => <DateText value={createdAt} />,
    },
    { key: 'state', header: t('state'), cell: ({ state }) => <PersonStateTag state={state} /> },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
