import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedDeliveryPointView } from '@weibao/contracts/demand'
import { subdistricts } from '@weibao/contracts/subdistricts'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Notice,
  StateTag,
  useBilingual,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { allDeliveryPointsQuery, useEditDeliveryPoint } from '../demands/demands.queries'
import { PointDialog } from '../demands/setup-dialogs'
import { budgetsMessages } from './budgets.messages'

type Point = ManagedDeliveryPointView
type Asked = { readonly act: 'add' } | { readonly act: 'edit' | 'stop'; readonly point: Point }

/** Where an organisation receives goods: those in use first, then those that were. */
export function DeliveryPointsPanel() {
  const t = useMessages(budgetsMessages)
  const { organisationId, can } = useActing()
  const { data } = useSuspenseQuery(allDeliveryPointsQuery(organisationId))
  const [asked, setAsked] = useState<Asked | null>(null)
  const mayManage = can('demand:manage')
  const close = () => setAsked(null)
  return (
    <section aria-labelledby="delivery-points" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="delivery-points">{t('points')}</h2>
        {mayManage && <Button onClick={() => setAsked({ act: 'add' })}>{t('addPoint')}</Button>}
      </div>
      <div className="wb-panel">
        <PointTable points={data.items} onAsk={mayManage ? setAsked : null} />
      </div>
      {asked?.act === 'add' && <PointDialog onClose={close} onMade={close} />}
      {asked?.act === 'edit' && <PointDialog point={asked.point} onClose={close} onMade={close} />}
      {asked?.act === 'stop' && <StopDialog point={asked.point} onClose={close} />}
    </section>
  )
}

function PointTable({
  points,
  onAsk,
}: {
  points: readonly Point[]
  onAsk: ((asked: Asked) => void) | null
}) {
  const t = useMessages(budgetsMessages)
  const say = useBilingual()
  const placeOf = (point: Point) => {
    const place = subdistricts.find(({ code }) => code === point.subdistrictCode)
    return place ? say(place.name) : point.subdistrictCode
  }
  const columns: Column<Point>[] = [
    { key: 'name', header: t('name'), primary: true, cell: ({ name }) => name },
    {
      key: 'address',
      header: t('address'),
      cell: (point) => `${placeOf(point)} ${point.street}`,
    },
    {
      key: 'contact',
      header: t('contact'),
      cell: ({ contact, phone }) => `${contact} ${phone}`,
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ isActive }) => (
        <StateTag tone={isActive ? 'active' : 'ended'}>
          {t(isActive ? 'inUse' : 'outOfUse')}
        </StateTag>
      ),
    },
  ]
  if (onAsk)
    columns.push({
      key: 'act',
      header: t('act'),
      headerHidden: true,
      align: 'end',
      cell: (point) => <PointActs point={point} onAsk={onAsk} />,
    })
  return (
    <DataTable
      caption={t('points')}
      columns={columns}
      rows={points}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noPoints')}>{t('noPointsText')}</EmptyState>}
    />
  )
}

function PointActs({ point, onAsk }: { point: Point; onAsk: (asked: Asked) => void }) {
  const t = useMessages(budgetsMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const { mutate, isPending } = useEditDeliveryPoint(organisationId)
  const { name } = point
  const resume = () =>
    mutate(
      { id: point.id, body: bodyOf(point, true) },
      {
        onSuccess: () => toast({ text: t('resumed'), tone: 'good' }),
        onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
      },
    )
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {point.isActive ? (
        <Button
          tone="quiet"
          size="small"
          aria-label={t('stopOf', { name })}
          onClick={() => onAsk({ act: 'stop', point })}
        >
          {t('stop')}
        </Button>
      ) : (
        <Button
          tone="quiet"
          size="small"
          aria-label={t('resumeOf', { name })}
          busy={isPending}
          onClick={resume}
        >
          {t('resume')}
        </Button>
      )}
      <Button
        tone="quiet"
        size="small"
        aria-label={t('editOf', { name })}
        onClick={() => onAsk({ act: 'edit', point })}
      >
        {t('edit')}
      </Button>
    </span>
  )
}

function StopDialog({ point, onClose }: { point: Point; onClose: () => void }) {
  const t = useMessages(budgetsMessages)
  const toast = useToast()
  const { organisationId } = useActing()
  const { mutate, isPending, error } = useEditDeliveryPoint(organisationId)
  const stop = () =>
    mutate(
      { id: point.id, body: bodyOf(point, false) },
      {
        onSuccess: () => {
          toast({ text: t('stopped'), tone: 'good' })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={stop}
      busy={isPending}
      title={t('stopTitle', { name: point.name })}
      confirmLabel={t('stop')}
    >
      <p>{t('stopText')}</p>
      {error && (
        <Notice tone="problem" className="mt-4">
          {problemText(error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}

function bodyOf({ name, street, contact, phone }: Point, isActive: boolean) {
  return { name, street, contact, phone, isActive }
}
