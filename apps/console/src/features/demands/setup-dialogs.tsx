import { newIdempotencyKey } from '@weibao/api-client/http'
import type {
  BudgetKind,
  ManagedBudgetLineView,
  ManagedDeliveryPointView,
} from '@weibao/contracts/demand'
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
import {
  useAddDeliveryPoint,
  useEditBudgetLine,
  useEditDeliveryPoint,
  useOpenBudgetLine,
} from './demands.queries'

interface SetupProps {
  readonly onClose: () => void
  /** The id of what was made. */
  readonly onMade: (id: string) => void
}

/** Sets up a budget line without leaving the page, or changes one. */
export function BudgetDialog({
  line,
  onClose,
  onMade,
}: SetupProps & { readonly line?: ManagedBudgetLineView | undefined }) {
  const t = useMessages(demandsMessages)
  const { organisationId } = useActing()
  const open = useOpenBudgetLine(organisationId)
  const edit = useEditBudgetLine(organisationId)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const save = async (read: (name: string) => string) => {
    const name = read('name')
    const [ceilingFen, approvalLimitFen] = [fenOrNone(read('ceiling')), fenOrNone(read('limit'))]
    if ([...name].length < 2) return t('needText')
    if (ceilingFen === undefined || approvalLimitFen === undefined) return t('needBudgetPrice')
    const terms = { name, ceilingFen, approvalLimitFen }
    if (line) {
      await edit.mutateAsync({ id: line.id, body: { ...terms, version: line.version } })
      onMade(line.id)
    } else {
      const body = { ...terms, year: Number(read('year')), kind: read('kind') as BudgetKind }
      onMade((await open.mutateAsync({ body, idempotencyKey })).id)
    }
    return null
  }
  return (
    <SetupDialog
      title={t(line ? 'editBudget' : 'addBudget')}
      save={save}
      onClose={onClose}
      isBusy={open.isPending || edit.isPending}
    >
      {!line && <YearAndKind />}
      <TextField name="name" label={t('name')} maxLength={40} defaultValue={line?.name} />
      <YuanField name="ceiling" fen={line?.ceilingFen} />
      <YuanField name="limit" fen={line?.approvalLimitFen} />
    </SetupDialog>
  )
}

/** Null when nothing is entered, undefined when it is not an amount of ¥1 or more. */
function fenOrNone(text: string): number | null | undefined {
  if (text === '') return null
  const fen = parseYuan(text)
  return fen !== null && fen >= 100 ? fen : undefined
}

function YearAndKind() {
  const t = useMessages(demandsMessages)
  const thisYear = Number(localDay(new Date()).slice(0, 4))
  return (
    <>
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
    </>
  )
}

function YuanField({ name, fen }: { name: 'ceiling' | 'limit'; fen: number | null | undefined }) {
  const t = useMessages(demandsMessages)
  return (
    <TextField
      name={name}
      label={t(name)}
      help={t(`${name}Help`)}
      optional
      prefix="¥"
      inputMode="decimal"
      align="end"
      maxLength={14}
      defaultValue={fen ? (fen / 100).toFixed(2) : ''}
    />
  )
}

/** Adds a door to deliver to without leaving the page, or changes one. */
export function PointDialog({
  point,
  onClose,
  onMade,
}: SetupProps & { readonly point?: ManagedDeliveryPointView | undefined }) {
  const t = useMessages(demandsMessages)
  const say = useBilingual()
  const { organisationId } = useActing()
  const add = useAddDeliveryPoint(organisationId)
  const edit = useEditDeliveryPoint(organisationId)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const save = async (read: (name: string) => string) => {
    const door = {
      name: read('name'),
      street: read('street'),
      contact: read('contact'),
      phone: read('phone').replace(/\s/g, ''),
    }
    if ([...door.name].length < 2 || [...door.street].length < 4 || !door.contact)
      return t('needText')
    if (!/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/.test(door.phone)) return t('needPhone')
    if (point) {
      await edit.mutateAsync({ id: point.id, body: { ...door, isActive: point.isActive } })
      onMade(point.id)
    } else {
      const body = { ...door, subdistrictCode: read('subdistrict') }
      onMade((await add.mutateAsync({ body, idempotencyKey })).id)
    }
    return null
  }
  return (
    <SetupDialog
      title={t(point ? 'editPoint' : 'addPoint')}
      save={save}
      onClose={onClose}
      isBusy={add.isPending || edit.isPending}
    >
      <TextField name="name" label={t('name')} maxLength={40} defaultValue={point?.name} />
      {!point && (
        <Select
          name="subdistrict"
          label={t('subdistrict')}
          options={subdistricts.map(({ code, name }) => ({ value: code, label: say(name) }))}
        />
      )}
      <TextField name="street" label={t('street')} maxLength={100} defaultValue={point?.street} />
      <TextField name="contact" label={t('contact')} maxLength={40} defaultValue={point?.contact} />
      <TextField
        name="phone"
        label={t('phone')}
        inputMode="tel"
        maxLength={20}
        defaultValue={point?.phone}
      />
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
