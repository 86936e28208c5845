import { Button, MountainLine, TextField, useMessages } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { traceMessages } from './trace.messages'

/** Where the code on a label leads on from. */
export function TraceSearchPage() {
  const t = useMessages(traceMessages)
  const navigate = useNavigate()
  const [isWrong, setIsWrong] = useState(false)
  useTitle(t('trace'))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = lotCode(String(new FormData(event.currentTarget).get('code') ?? ''))
    setIsWrong(code === null)
    if (code) void navigate(`/trace/${code}`)
    else event.currentTarget.querySelector('input')?.focus()
  }
  return (
    <div className="mx-auto grid max-w-xl gap-5 py-6">
      <MountainLine className="max-w-48" />
      <h1>{t('searchTitle')}</h1>
      <p>{t('searchText')}</p>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <TextField
          label={t('code')}
          help={t('codeHelp')}
          name="code"
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={isWrong ? t('codeError') : undefined}
        />
        <Button type="submit" className="justify-self-start">
          {t('search')}
        </Button>
      </form>
    </div>
  )
}

/** The code as it is stored, from what people type: spaces, dashes, full-width, small letters. */
export function lotCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : null
}
