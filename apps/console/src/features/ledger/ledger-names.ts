import { useQuery } from '@tanstack/react-query'
import { useBilingual, useMessages } from '@weibao/ui'
import { ledgerMessages } from './ledger.messages'
import { accountsQuery } from './ledger.queries'

const named = ['charge', 'earning', 'refund', 'payout', 'transfer', 'transfer-return'] as const

function isNamed(kind: string): kind is (typeof named)[number] {
  return named.some((each) => each === kind)
}

/** What accounts and postings are called. */
export function useLedgerNames() {
  const t = useMessages(ledgerMessages)
  const say = useBilingual()
  const accounts = useQuery(accountsQuery(undefined)).data?.items ?? []
  const kindName = (kind: string): string => {
    if (kind.endsWith('.reversal'))
      return t('reversal', { kind: kindName(kind.slice(0, -'.reversal'.length)) })
    return isNamed(kind) ? t(`k_${kind}`) : kind
  }
  return {
    kind: kindName,
    account: (code: string) => {
      const account = accounts.find((each) => each.code === code)
      return account ? say(account.name) : code
    },
  }
}
