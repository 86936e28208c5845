import type { Bilingual } from '@weibao/contracts/basics'
import type { BreakdownBy, VolumeRow } from '@weibao/contracts/report'
import { useBilingual, useFormats, useMessages } from '@weibao/ui'
import { useNames } from '../names/names.queries'
import { volumeMessages } from './volume.messages'

/** What a part of a split is called: its own label, else the name that another list gives its code. */
export function usePartNames(by: BreakdownBy) {
  const t = useMessages(volumeMessages)
  const say = useBilingual()
  const names = useNames()
  const { month } = useFormats()
  return ({ key, label }: { key: string; label: Bilingual | null }): string => {
    if (label) return say(label)
    if (by === 'month') return month(`${key}-15`)
    if (by === 'township') return names.township(key)
    if (by === 'category') return names.category(key)
    if (by === 'subdistrict') return key === 'none' ? t('noSubdistrict') : names.subdistrict(key)
    if (key === 'organisation' || key === 'person' || key === 'direct' || key === 'assisted')
      return t(key)
    return key
  }
}

/** The one unit or place to which an entry is attributed, or that it is shared. */
export function useAttributionName() {
  const t = useMessages(volumeMessages)
  const say = useBilingual()
  const names = useNames()
  return ({ attribution, attributionName }: VolumeRow): string => {
    if (attributionName) return say(attributionName)
    if (attribution === 'shared') return t('attributionShared')
    return attribution === 'retail' ? t('attributionRetail') : names.subdistrict(attribution)
  }
}
