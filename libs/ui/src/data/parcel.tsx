import { useBilingual, type InBoth } from '../i18n/bilingual'
import { useFormats, useMessages } from '../i18n/i18n'
import { StateTag, type StateTone } from '../text/badge'
import { parcelMessages } from './parcel.messages'
import { Timeline, type TimelineStep } from './timeline'

const states = {
  packed: { text: 'statePacked', tone: 'waiting' },
  dispatched: { text: 'stateDispatched', tone: 'active' },
  delivered: { text: 'stateDelivered', tone: 'done' },
  accepted: { text: 'stateAccepted', tone: 'done' },
  lost: { text: 'stateLost', tone: 'ended' },
  returned: { text: 'stateReturned', tone: 'ended' },
} as const satisfies Record<string, { text: string; tone: StateTone }>

export function ParcelState({ state }: { readonly state: keyof typeof states }) {
  const t = useMessages(parcelMessages)
  const { text, tone } = states[state]
  return <StateTag tone={tone}>{t(text)}</StateTag>
}

type CourierCode =
  | 'picked-up'
  | 'sorted'
  | 'departed'
  | 'arrived'
  | 'at-station'
  | 'out-for-delivery'
  | 'delivered'
  | 'lost'
  | 'returned'

export interface CourierWayProps {
  readonly label: string
  readonly courier: string
  readonly dispatchedAt: string | null
  /** What the courier reported, oldest first. */
  readonly events: readonly {
    readonly code: CourierCode
    readonly place: InBoth
    readonly at: string
  }[]
}

/** From the cooperative's hand on, newest first, as one looks for where a parcel is now. */
export function CourierWay({ label, courier, dispatchedAt, events }: CourierWayProps) {
  const t = useMessages(parcelMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  const told = events.map(({ code, place, at }): TimelineStep => ({
    id: `${code}-${at}`,
    title: `${t(code)} · ${say(place)}`,
    meta: dayTime(at),
    state: code === 'lost' || code === 'returned' ? 'problem' : 'done',
  }))
  const handedOver: TimelineStep[] = dispatchedAt
    ? [
        {
          id: 'handed-over',
          title: t('handedOver', { courier }),
          meta: dayTime(dispatchedAt),
          state: 'done',
        },
      ]
    : []
  return <Timeline label={label} steps={[...handedOver, ...told].reverse()} />
}
