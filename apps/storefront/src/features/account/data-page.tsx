import { useQueryClient } from '@tanstack/react-query'
import { account } from '@weibao/api-client/account'
import { useMutation } from '@weibao/api-client/mutation'
import { Button, Dialog, DownloadIcon, Panel, useMessages, useToast } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import { AccountSection } from './account-section'
import { accountMessages } from './account.messages'
import { changePerson } from './account.queries'
import { PasswordField } from './password-field'

/** Everything kept about the person: to take along, or to have erased. */
export function DataPage() {
  const t = useMessages(accountMessages)
  return (
    <AccountSection title={t('dataTitle')}>
      <ExportPanel />
      <ErasePanel />
    </AccountSection>
  )
}

function ExportPanel() {
  const t = useMessages(accountMessages)
  const toast = useToast()
  const exporting = useMutation({
    mutationFn: () => account.exportData(),
    onSuccess: (data) => {
      saveFile(`weibao-${data.madeAt.slice(0, 10)}.json`, JSON.stringify(data, null, 2))
      toast({ text: t('exported'), tone: 'good' })
    },
    onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
  })
  return (
    <Panel title={t('exportTitle')}>
      <p className="mb-4">{t('exportText')}</p>
      <Button
        tone="quiet"
        icon={DownloadIcon}
        busy={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('export')}
      </Button>
    </Panel>
  )
}

function ErasePanel() {
  const t = useMessages(accountMessages)
  const toast = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const erase = useMutation({
    mutationFn: (password: string) => account.erase({ body: { password } }),
    onSuccess: async () => {
      await changePerson(client, null)
      toast({ text: t('erased') })
      void navigate('/', { replace: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    erase.mutate(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  return (
    <Panel title={t('eraseTitle')}>
      <p className="mb-4">{t('eraseText')}</p>
      <Button tone="danger" onClick={() => setIsOpen(true)}>
        {t('erase')}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={t('eraseTitle')}>
        <form onSubmit={submit} className="grid gap-4">
          <p>{t('eraseText')}</p>
          <PasswordField
            name="password"
            label={t('currentPassword')}
            autoComplete="current-password"
            required
            error={erase.isError ? errorText(erase.error) : undefined}
          />
          <Button type="submit" tone="danger" wide busy={erase.isPending}>
            {t('eraseConfirm')}
          </Button>
        </form>
      </Dialog>
    </Panel>
  )
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
