import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, DateText, Facts, ForbiddenState, Notice, Panel, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { sessionQuery } from '../sign-in/session.queries'
import { AccountForm } from './account-form'
import { MoneyHead } from './money-head'
import { moneyMessages } from './money.messages'
import { payoutAccountQuery } from './money.queries'

/** Where the cooperative is paid; only its owner sees and changes it, with the second factor. */
export function AccountPage() {
  const t = useMessages(moneyMessages)
  useTitle(t('accountTab'))
  const { base, can } = useActing()
  const { data: session } = useSuspenseQuery(sessionQuery)
  if (can('payout-account:manage') && !session.secondFactor.isEnabled)
    return (
      <div className="grid grid-cols-1 gap-4">
        <MoneyHead current="account" />
        <ForbiddenState
          title={t('factorTitle')}
          actions={
            <ButtonLink href={`/second-factor?to=${encodeURIComponent(`${base}/money/account`)}`}>
              {t('factorSetUp')}
            </ButtonLink>
          }
        >
          {t('factorText')}
        </ForbiddenState>
      </div>
    )
  return (
    <div className="grid grid-cols-1 gap-4">
      <MoneyHead current="account" />
      <Account />
    </div>
  )
}

function Account() {
  const t = useMessages(moneyMessages)
  const { organisationId } = useActing()
  const { account } = useSuspenseQuery(payoutAccountQuery(organisationId)).data
  return (
    <div className="grid max-w-5xl grid-cols-1 items-start gap-4 lg:grid-cols-2">
      {account ? (
        <Panel title={t('accountTitle')} note={t('accountMaskedNote')}>
          <Facts
            facts={[
              { label: t('accountHolder'), value: account.holder },
              { label: t('accountBank'), value: account.bank },
              {
                label: t('accountNumber'),
                value: <span className="font-mono">{account.numberMasked}</span>,
              },
              {
                label: t('accountUpdated'),
                value: <DateText value={account.updatedAt} as="dayTime" />,
              },
            ]}
          />
        </Panel>
      ) : (
        <Notice title={t('accountNone')}>
          <p>{t('accountNoneText')}</p>
        </Notice>
      )}
      <Panel title={t(account ? 'changeTitle' : 'formTitle')}>
        <AccountForm isChange={account !== null} />
      </Panel>
    </div>
  )
}
