import { useSuspenseQuery } from '@tanstack/react-query'
import { account } from '@weibao/api-client/account'
import { Button, Panel, TextField, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { errorText } from '../../lib/error-text'
import { AccountSection } from './account-section'
import { accountMessages } from './account.messages'
import { accountQuery, useAccountAct } from './account.queries'
import { ContactsPanel } from './contacts-panel'

/** What to call the person, and how to reach them. */
export function ProfilePage() {
  const t = useMessages(accountMessages)
  const { data } = useSuspenseQuery(accountQuery)
  return (
    <AccountSection title={t('profile')}>
      <NameForm displayName={data.displayName} />
      <ContactsPanel account={data} />
    </AccountSection>
  )
}

function NameForm({ displayName }: { displayName: string }) {
  const t = useMessages(accountMessages)
  const toast = useToast()
  const [isEmpty, setIsEmpty] = useState(false)
  const edit = useAccountAct((name: string) => account.edit({ body: { displayName: name } }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('displayName') ?? '').trim()
    setIsEmpty(!name)
    if (!name) return
    edit.mutate(name, {
      onSuccess: () => toast({ text: t('saved'), tone: 'good' }),
      onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
    })
  }
  return (
    <Panel title={t('displayName')}>
      <form noValidate onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField
          label={t('displayName')}
          name="displayName"
          defaultValue={displayName}
          autoComplete="nickname"
          maxLength={40}
          className="min-w-56 flex-1"
          error={isEmpty ? t('displayNameError') : undefined}
        />
        <Button type="submit" tone="quiet" busy={edit.isPending}>
          {t('save')}
        </Button>
      </form>
    </Panel>
  )
}
