import { useMessages } from '../i18n/i18n'
import { LeafIcon, SnowflakeIcon } from '../icons/icons'
import { Logo } from '../ornament/logo'
import { Monogram } from '../ornament/monogram'
import { MountainLine } from '../ornament/mountain-line'
import { Seal } from '../ornament/seal'
import { TownshipMark, townshipNames } from '../ornament/township-mark'
import { WovenBand } from '../ornament/woven-band'
import { Card, Panel } from '../surfaces/card'
import { Badge, StateTag } from '../text/badge'
import { DateText } from '../text/date-text'
import { Money, Price, Quantity, UnitPrice, Weight } from '../text/money'
import { partsMessages } from './parts.messages'

const NOW = new Date('2026-06-13T06:00:00Z')

/** Prices, quantities, dates, badges, states. */
export function TextsPart() {
  const t = useMessages(partsMessages)
  return (
    <Panel title={t('texts')}>
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-3">
        <span className="inline-grid gap-1">
          <Price fen={5800} size="large" wasFen={6800} />
          <UnitPrice fen={1160} />
        </span>
        <Price fen={12850} />
        <Price fen={9900} size="small" muted />
        <Money fen={105800} />
        <span>
          <Weight grams={2500} /> · <Weight grams={500} />
        </span>
        <Quantity count={1240} unit={t('bags')} />
        <DateText value="2026-06-13" now={NOW} />
        <DateText value="2026-06-13T05:30:00Z" as="dayTime" now={NOW} />
        <DateText value="2026-06-13T05:30:00Z" as="relative" now={NOW} />
        <DateText value="2026-06-01" as="month" />
      </div>
      <div className="mt-5 flex flex-wrap gap-3">
        <Badge tone="pine">{t('recognised')}</Badge>
        <Badge tone="honey" icon={LeafIcon}>
          {t('presale')}
        </Badge>
        <Badge tone="indigo" icon={SnowflakeIcon}>
          {t('cold')}
        </Badge>
        <Badge tone="madder">{t('lastFew')}</Badge>
        <Badge>{t('newLot')}</Badge>
      </div>
      <div className="mt-5 flex flex-wrap gap-x-6 gap-y-3">
        {(['waiting', 'active', 'done', 'problem', 'ended'] as const).map((tone) => (
          <StateTag key={tone} tone={tone}>
            {t(tone)}
          </StateTag>
        ))}
      </div>
    </Panel>
  )
}

/** Bands, mountains, monograms, township marks, the logo. */
export function OrnamentPart() {
  const t = useMessages(partsMessages)
  return (
    <Panel title={t('ornament')}>
      <div className="grid gap-5">
        <Logo name={t('brand')} size={48} />
        <WovenBand />
        <WovenBand size="wide" />
        <Card className="bg-mist">
          <MountainLine className="mx-auto max-w-md" />
        </Card>
        <Seal text={t('seal')} label={t('sealLabel')} />
        <h3>{t('monograms')}</h3>
        <div className="flex flex-wrap gap-3">
          {['同', '塔', '叶', '维', '兰', '攀', '白', '康'].map((letter, index) => (
            <Monogram key={letter} seed={`cooperative-${index}`} letter={letter} size={56} />
          ))}
          <Monogram seed="plain" size={56} />
        </div>
        <h3>{t('marks')}</h3>
        <ul className="flex flex-wrap gap-4 text-pine">
          {townshipNames.map((name) => (
            <li key={name} className="grid justify-items-center gap-1 text-sm">
              <TownshipMark name={name} />
              <span className="text-ink" lang="zh-CN">
                {name}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
