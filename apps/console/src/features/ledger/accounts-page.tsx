import { useSuspenseQuery } from '@tanstack/react-query'
import { ledger } from '@weibao/api-client/ledger'
import type { AccountView } from '@weibao/contracts/ledger'
import {
  Button,
  DataTable,
  Money,
  TextField,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useFilters } from '../../lib/search'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { ledgerMessages } from './ledger.messages'
import { accountsQuery } from './ledger.queries'

/** Accounts with their balances, or their movement within a month; each opens to its entries. */
export function AccountsPage() {
  const t = useMessages(ledgerMessages)
  useTitle(t('title'))
  const { base } = useActing()
  const { filter, change } = useFilters(['period'])
  const { data } = useSuspenseQuery(accountsQuery(filter.period))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SheetButtons
            name={t('title')}
            make={(format) =>
              ledger.exportAccounts({
                query: { ...(filter.period ? { period: filter.period } : {}), format },
              })
            }
          />
          <TextLink href={`${base}/ledger/entries`}>{t('allEntries')}</TextLink>
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          type="month"
          label={t('period')}
          help={t('allTime')}
          value={filter.period ?? ''}
          onChange={(event) => change({ period: event.target.value })}
          className="w-full sm:w-80"
        />
        {filter.period && (
          <Button tone="plain" size="small" onClick={() => change({ period: null })}>
            {t('clearPeriod')}
          </Button>
        )}
      </div>
      <div className="wb-panel">
        <AccountTable accounts={data.items} base={base} period={filter.period} />
      </div>
    </div>
  )
}

function AccountTable({
  accounts,
  base,
  period,
}: {
  accounts: readonly AccountView[]
  base: string
  period: string | undefined
}) {
  const t = useMessages(ledgerMessages)
  const say = useBilingual()
  const { number, money } = useFormats()
  const sum = (key: 'debitFen' | 'creditFen' | 'balanceFen') =>
    money(accounts.reduce((total, account) => total + account[key], 0))
  const href = (code: string) => {
    const search = new URLSearchParams({ account: code, ...(period ? { period } : {}) })
    return `${base}/ledger/entries?${search.toString()}`
  }
  const amount = (key: 'debitFen' | 'creditFen' | 'balanceFen', header: string) => ({
    key,
    header,
    align: 'end' as const,
    cell: (account: AccountView) => <Money fen={account[key]} />,
    footer: sum(key),
  })
  const columns: Column<AccountView>[] = [
    {
      key: 'account',
      header: t('account'),
      primary: true,
      cell: (account) => <TextLink href={href(account.code)}>{say(account.name)}</TextLink>,
      footer: t('sum'),
    },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => t(kind), footer: '' },
    amount('debitFen', t('debit')),
    amount('creditFen', t('credit')),
    amount('balanceFen', t('balance')),
    {
      key: 'entries',
      header: t('entriesCount'),
      align: 'end',
      cell: ({ entries }) => number(entries),
      footer: number(accounts.reduce((total, { entries }) => total + entries, 0)),
    },
  ]
  return (
    <DataTable caption={t('title')} columns={columns} rows={accounts} rowKey={({ code }) => code} />
  )
}
