import { useQuery } from '@tanstack/react-query'
import { useBilingual, useMessages } from '@weibao/ui'
import { ledgerMessages } from './ledger.messages'
import { accountsQuery } from './ledger.queries'

/** What accounts and postings are called. */
export function useLedgerNames() {
  const t = useMessages(ledgerMessages)
  const say = useBilingual()
  const accounts = useQuery(accountsQuery(undefined)).data?.items ?? []
  const kindName = (kind: string): string => {
    if (kind.endsWith('.reversal'))
      return t('reversal', { kind: kindName(kind.slice(0, -'.reversal'.length)) })
    if (kind === 'charge' || kind === 'earning' || kind === 'refund' || kind === 'payout')
      return t(`k_${kind}`)
    return kind
  }
  return {
    kind: kindName,
    account: (code: string) => {
      const account = accounts.find((each) => each.code === code)
      return account ? say(account.name) : code
    },
  }
}
