import type { PersonView } from '@weibao/contracts/person'
import { StateTag, useMessages } from '@weibao/ui'
import { peopleMessages } from './people.messages'

const tones = { active: 'done', suspended: 'problem', erased: 'ended' } as const

export function PersonStateTag({ state }: { state: PersonView['state'] }) {
  const t = useMessages(peopleMessages)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}

export function contactOf({ maskedEmail, maskedMobile }: PersonView): string {
  return [maskedEmail, maskedMobile].filter(Boolean).join(' · ') || '—'
}
