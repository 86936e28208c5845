import { useQuery } from '@tanstack/react-query'
import type { RecallLine, RecallReach } from '@weibao/contracts/recall'
import { newIdempotencyKey } from '@weibao/api-client/http'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Notice,
  SearchIcon,
  Skeleton,
  StatTile,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { useSearchParams } from 'react-router'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { recallMessages } from './recall.messages'
import { reachQuery, useRecall } from './recall.queries'

const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/

/** From the code on a package to everybody who has it. */
export function RecallPage() {
  const t = useMessages(recallMessages)
  useTitle(t('title'))
  const [search, setSearch] = useSearchParams()
  const code = search.get('code') ?? ''
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('code'))
      .normalize('NFKC')
      .trim()
      .toUpperCase()
    setIsWrong(!CODE.test(text))
    if (CODE.test(text)) setSearch({ code: text })
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <h1>{t('title')}</h1>
      <p className="text-ink-soft">{t('intro')}</p>
      <form role="search" onSubmit={submit} noValidate className="flex flex-wrap items-end gap-3">
        <TextField
          key={code}
          name="code"
          label={t('code')}
          defaultValue={code}
          error={isWrong ? t('codeWrong') : undefined}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          className="w-full sm:w-64"
        />
        <Button type="submit" icon={SearchIcon}>
          {t('find')}
        </Button>
      </form>
      {CODE.test(code) && <Reach key={code} code={code} />}
    </div>
  )
}

function Reach({ code }: { code: string }) {
  const t = useMessages(recallMessages)
  const say = useBilingual()
  const { dayTime, number } = useFormats()
  const { data, error, isPending } = useQuery(reachQuery(code))
  if (error) return <Notice tone="problem">{problemText(error)}</Notice>
  if (isPending) return <Skeleton height="12rem" />
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2>{t('reached', { product: say(data.lot.productName), code })}</h2>
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        <StatTile label={t('packages')} value={number(data.quantity)} />
        <StatTile label={t('orders')} value={number(data.orderCount)} />
        <StatTile label={t('lines')} value={number(data.lineCount)} />
        <StatTile
          label={t('left')}
          value={data.lot.state === 'open' ? number(data.lot.available) : t('withdrawn')}
        />
      </div>
      {data.recall ? (
        <Notice tone="problem">
          {t('made', {
            time: dayTime(data.recall.madeAt),
            reason: data.recall.reason,
            told: data.recall.toldCount,
            count: data.orderCount,
          })}
        </Notice>
      ) : (
        <RecallAct code={code} reach={data} />
      )}
      <Lines code={code} reach={data} />
    </section>
  )
}

function Lines({ code, reach }: { code: string; reach: RecallReach }) {
  const t = useMessages(recallMessages)
  const say = useBilingual()
  if (reach.lines.length === 0)
    return <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
  const columns: Column<RecallLine>[] = [
    { key: 'order', header: t('order'), primary: true, cell: (line) => line.orderNumber },
    { key: 'sku', header: t('sku'), cell: (line) => say(line.skuName) },
    { key: 'quantity', header: t('quantity'), align: 'end', cell: (line) => line.quantity },
    { key: 'recipient', header: t('recipient'), cell: (line) => line.recipient || t('erased') },
    {
      key: 'contact',
      header: t('contact'),
      cell: (line) => (
        <span>
          {line.phone && (
            <a className="wb-link" href={`tel:${line.phone}`}>
              {line.phone}
            </a>
          )}
          <span className="block text-sm text-ink-soft">{line.place}</span>
        </span>
      ),
    },
  ]
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-ink-soft">
          {reach.lineCount > reach.lines.length ? t('first') : ''}
        </p>
        <a className="wb-link" href={`/api/recalls/${code}/sheet`} download>
          {t('export')}
        </a>
      </div>
      <div className="wb-panel">
        <DataTable
          caption={t('lines')}
          columns={columns}
          rows={reach.lines}
          rowKey={(line) => `${line.orderId} ${line.skuName.zh}`}
        />
      </div>
    </>
  )
}

function RecallAct({ code, reach }: { code: string; reach: RecallReach }) {
  const t = useMessages(recallMessages)
  const toast = useToast()
  const recall = useRecall(code)
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const confirm = () => {
    setIsMissing(reason.trim().length < 4)
    if (reason.trim().length < 4) return
    recall.mutate(
      { reason: reason.trim(), idempotencyKey },
      {
        onSuccess: () => toast({ text: t('done'), tone: 'good' }),
        onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
        onSettled: () => setIsOpen(false),
      },
    )
  }
  return (
    <div>
      <Button tone="danger" onClick={() => setIsOpen(true)}>
        {t('recall')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('recallTitle', { code })}
        confirmLabel={t('confirm')}
        tone="danger"
        onConfirm={confirm}
        busy={recall.isPending}
      >
        <p className="mb-3">{t('recallText', { count: reach.orderCount })}</p>
        <TextField
          label={t('reason')}
          error={isMissing ? t('reasonNeeded') : undefined}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </ConfirmDialog>
    </div>
  )
}
