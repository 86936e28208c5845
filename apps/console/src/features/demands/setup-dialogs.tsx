import { newIdempotencyKey } from '@weibao/api-client/http'
import type { BudgetKind } from '@weibao/contracts/demand'
import { subdistricts } from '@weibao/contracts/subdistricts'
import { localDay, parseYuan } from '@weibao/kernel'
import {
  Button,
  Dialog,
  FormErrorSummary,
  Select,
  TextField,
  useBilingual,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { demandsMessages } from './demands.messages'
import { useAddDeliveryPoint, useOpenBudgetLine } from './demands.queries'

interface SetupProps {
  readonly onClose: () => void
  /** The id of what was made. */
  readonly onMade: (id: string) => void
}

/** Sets up a budget line without leaving the demand. */
export function BudgetDialog({ onClose, onMade }: SetupProps) {
  const t = useMessages(demandsMessages)
  const { organisationId } = useActing()
  const open = useOpenBudgetLine(organisationId)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const thisYear = Number(localDay(new Date()).slice(0, 4))
  const save = async (read: (name: string) => string) => {
    const name = read('name')
    const ceiling = read('ceiling')
    const ceilingFen = ceiling === '' ? null : parseYuan(ceiling)
    if ([...name].length < 2) return t('needText')
    if (ceiling !== '' && !ceilingFen) return t('needPrice')
    const body = { year: Number(read('year')), kind: read('kind') as BudgetKind, name, ceilingFen }
    onMade((await open.mutateAsync({ body, idempotencyKey })).id)
    return null
  }
  return (
    <SetupDialog title={t('addBudget')} save={save} onClose={onClose} isBusy={open.isPending}>
      <Select
        name="year"
        label={t('year')}
        options={[thisYear, thisYear + 1].map((year) => ({
          value: String(year),
          label: String(year),
        }))}
      />
      <Select
        name="kind"
        label={t('kind')}
        options={(['canteen', 'trade-union', 'other'] as const).map((kind) => ({
          value: kind,
          label: t(kind),
        }))}
      />
      <TextField name="name" label={t('name')} maxLength={40} />
      <TextField
        name="ceiling"
        label={t('ceiling')}
        help={t('ceilingHelp')}
        optional
        prefix="¥"
        inputMode="decimal"
        align="end"
        maxLength={14}
      />
    </SetupDialog>
  )
}

/** Adds a door to deliver to without leaving the demand. */
export function PointDialog({ onClose, onMade }: SetupProps) {
  const t = useMessages(demandsMessages)
  const say = useBilingual()
  const { organisationId } = useActing()
  const add = useAddDeliveryPoint(organisationId)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const save = async (read: (name: string) => string) => {
    const body = {
      name: read('name'),
      subdistrictCode: read('subdistrict'),
      street: read('street'),
      contact: read('contact'),
      phone: read('phone').replace(/\s/g, ''),
    }
    if ([...body.name].length < 2 || [...body.street].length < 4 || !body.contact)
      return t('needText')
    if (!/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/.test(body.phone)) return t('needPhone')
    onMade((await add.mutateAsync({ body, idempotencyKey })).id)
    return null
  }
  return (
    <SetupDialog title={t('addPoint')} save={save} onClose={onClose} isBusy={add.isPending}>
      <TextField name="name" label={t('name')} maxLength={40} />
      <Select
        name="subdistrict"
        label={t('subdistrict')}
        options={subdistricts.map(({ code, name }) => ({ value: code, label: say(name) }))}
      />
      <TextField name="street" label={t('street')} maxLength={100} />
      <TextField name="contact" label={t('contact')} maxLength={40} />
      <TextField name="phone" label={t('phone')} inputMode="tel" maxLength={20} />
    </SetupDialog>
  )
}

interface SetupDialogProps {
  readonly title: string
  readonly isBusy: boolean
  readonly children: ReactNode
  /** What is wrong with what was entered; null when it is saved. */
  readonly save: (read: (name: string) => string) => Promise<string | null>
  readonly onClose: () => void
}

function SetupDialog({ title, isBusy, children, save, onClose }: SetupDialogProps) {
  const t = useMessages(demandsMessages)
  const toast = useToast()
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Inside the form of the demand, which must not be sent with it.
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const found = await save((name) => String(form.get(name) ?? '').trim()).catch(problemText)
    setFault(found)
    if (found !== null) return
    toast({ text: t('saved'), tone: 'good' })
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={title}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <FormErrorSummary problems={fault ? [{ fieldId: null, text: fault }] : []} />
        {children}
        <div className="flex justify-end gap-3">
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={isBusy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
