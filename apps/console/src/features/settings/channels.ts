import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '@weibao/contracts/basics'
import { settingsQuery } from './settings.queries'

interface Channel {
  readonly code: string
  readonly name: Bilingual
}

/** The channels in force, for filters and for naming rows. */
export function useChannels(): readonly Channel[] {
  const settings = useQuery(settingsQuery).data?.items ?? []
  const value = settings.find(({ key }) => key === 'programme.channels')?.current.value
  return Array.isArray(value) ? (value as Channel[]) : []
}
