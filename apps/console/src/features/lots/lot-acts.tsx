import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Lot } from '@weibao/contracts/lot'
import {
  Button,
  ButtonLink,
  Dialog,
  FormErrorSummary,
  TextArea,
  TextField,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, problemText, type FieldErrors } from '../../lib/form'
import { lotsMessages } from './lots.messages'
import { useDeclareShortfall, useOpenLot, useWithdrawLot, useWriteOff } from './lots.queries'

type Asked = 'withdraw' | 'writeOff' | 'shortfall'

/** What can be done with a lot as it stands. */
export function LotActs({ lot, base }: { lot: Lot; base: string }) {
  const t = useMessages(lotsMessages)
  const toast = useToast()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [openKey] = useState(newIdempotencyKey)
  const open = useOpenLot()
  const isLive = ['draft', 'open', 'exhausted', 'short'].includes(lot.state)
  const canOpen = lot.state === 'draft' || lot.state === 'short'
  const startSale = () =>
    open.mutate(
      { cooperativeId: lot.cooperativeId, id: lot.id, idempotencyKey: `${openKey}-${lot.version}` },
      {
        onSuccess: () => toast({ text: t('openDone', { code: lot.code }), tone: 'good' }),
        onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
      },
    )
  return (
    <div className="flex flex-wrap gap-2">
      {canOpen && (
        <Button size="small" busy={open.isPending} onClick={startSale}>
          {t('openLot')}
        </Button>
      )}
      {isLive && (
        <ButtonLink tone="quiet" size="small" href={`${base}/lots/${lot.id}/edit`}>
          {t('edit')}
        </ButtonLink>
      )}
      {isLive && lot.available > 0 && (
        <Button tone="quiet" size="small" onClick={() => setAsked('writeOff')}>
          {t('writeOff')}
        </Button>
      )}
      {(lot.state === 'open' || lot.state === 'exhausted') && (
        <Button tone="quiet" size="small" onClick={() => setAsked('shortfall')}>
          {t('shortfall')}
        </Button>
      )}
      {isLive && lot.state !== 'exhausted' && (
        <Button tone="quiet" size="small" onClick={() => setAsked('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {asked && <ActDialog key={asked} act={asked} lot={lot} onClose={() => setAsked(null)} />}
    </div>
  )
}

function ActDialog({ act, lot, onClose }: { act: Asked; lot: Lot; onClose: () => void }) {
  const t = useMessages(lotsMessages)
  const { mutation, needsCount, words } = useAct(act, lot)
  const toast = useToast()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState<FieldErrors>({})
  const errors = { ...fieldErrors(mutation.error), ...missing }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = String(form.get('reason')).trim()
    const quantity = Number(String(form.get('quantity') ?? '1').normalize('NFKC'))
    const found: FieldErrors = {
      ...(needsCount && !(Number.isInteger(quantity) && quantity > 0)
        ? { quantity: t('needCount') }
        : {}),
      ...(reason.length < (act === 'shortfall' ? 4 : 2) ? { reason: t('needReason') } : {}),
    }
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const input = { cooperativeId: lot.cooperativeId, id: lot.id, idempotencyKey, quantity, reason }
    mutation.mutate(input, {
      onSuccess: () => {
        toast({ text: words.done, tone: 'good' })
        onClose()
      },
    })
  }
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <p>{words.text}</p>
        <FormErrorSummary
          problems={formProblems(errors, mutation.error, (name) => `act-${name}`)}
        />
        {needsCount && (
          <TextField
            id="act-quantity"
            name="quantity"
            label={t('count')}
            error={errors['quantity']}
            inputMode="numeric"
            align="end"
            maxLength={7}
          />
        )}
        <TextArea
          id="act-reason"
          name="reason"
          label={t('reason')}
          error={errors['reason']}
          maxLength={300}
          rows={3}
        />
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" tone="danger" busy={mutation.isPending}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useAct(act: Asked, lot: Lot) {
  const t = useMessages(lotsMessages)
  const withdraw = useWithdrawLot()
  const writeOff = useWriteOff()
  const shortfall = useDeclareShortfall()
  const code = lot.code
  if (act === 'writeOff')
    return {
      mutation: writeOff,
      needsCount: true,
      words: {
        title: t('writeOffTitle', { code }),
        text: t('writeOffText', { count: lot.available }),
        submit: t('writeOff'),
        done: t('writeOffDone'),
      },
    }
  if (act === 'shortfall')
    return {
      mutation: shortfall,
      needsCount: true,
      words: {
        title: t('shortfallTitle', { code }),
        text: t('shortfallText'),
        submit: t('shortfall'),
        done: t('shortfallDone'),
      },
    }
  return {
    mutation: withdraw,
    needsCount: false,
    words: {
      title: t('withdrawTitle', { code }),
      text: t('withdrawText'),
      submit: t('withdraw'),
      done: t('withdrawDone', { code }),
    },
  }
}
