import { Button, ButtonLink, IconButton } from '../actions/button'
import { TextLink } from '../actions/link'
import { useMessages } from '../i18n/i18n'
import * as icons from '../icons/icons'
import { Panel } from '../surfaces/card'
import { partsMessages } from './parts.messages'

const swatches = [
  ['paper', 'bg-paper text-ink'],
  ['paper-raised', 'bg-paper-raised text-ink'],
  ['mist', 'bg-mist text-ink'],
  ['indigo', 'bg-indigo text-on-indigo'],
  ['madder', 'bg-madder text-on-madder'],
  ['pine', 'bg-pine text-on-pine'],
  ['indigo-soft', 'bg-indigo-soft text-indigo'],
  ['madder-soft', 'bg-madder-soft text-madder'],
  ['pine-soft', 'bg-pine-soft text-pine'],
  ['honey-soft', 'bg-honey-soft text-honey-ink'],
] as const

/** Colours and the scale of type. */
export function ColoursPart() {
  const t = useMessages(partsMessages)
  return (
    <Panel title={t('colours')}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        {swatches.map(([name, look]) => (
          <li key={name} className={`rounded-control border border-line px-3 py-4 text-sm ${look}`}>
            {name}
          </li>
        ))}
      </ul>
      <div className="mt-6 grid gap-2">
        <p className="font-display text-2xl font-bold">{t('sample')}</p>
        <p className="font-display text-xl font-bold">{t('sample')}</p>
        <p className="text-lg">{t('sample')}</p>
        <p className="text-base">{t('sample')}</p>
        <p className="text-sm text-ink-soft">{t('sample')}</p>
        <p className="text-xs text-ink-soft">{t('sample')}</p>
      </div>
    </Panel>
  )
}

/** Buttons in all tones and states, links, icons. */
export function ActionsPart() {
  const t = useMessages(partsMessages)
  return (
    <Panel title={t('actions')}>
      <div className="flex flex-wrap gap-3">
        <Button icon={icons.CheckIcon}>{t('save')}</Button>
        <Button tone="buy">{t('buyNow')}</Button>
        <Button tone="quiet" icon={icons.CartIcon}>
          {t('addToCart')}
        </Button>
        <Button tone="plain">{t('details')}</Button>
        <Button tone="danger" icon={icons.TrashIcon}>
          {t('remove')}
        </Button>
        <Button busy>{t('saving')}</Button>
        <Button disabled>{t('soldOut')}</Button>
        <Button size="small" tone="quiet" icon={icons.FilterIcon}>
          {t('filter')}
        </Button>
        <ButtonLink href="#actions" tone="quiet">
          {t('details')}
        </ButtonLink>
        <IconButton icon={icons.CartIcon} label={t('cart')} count={3} />
        <IconButton icon={icons.SearchIcon} label={t('search')} />
        <TextLink href="#actions" className="inline-flex min-h-11 items-center">
          {t('details')}
        </TextLink>
      </div>
      <h3 className="mt-6">{t('icons')}</h3>
      <div className="mt-2 flex flex-wrap gap-3 text-[1.25rem]">
        {Object.entries(icons).map(([name, Icon]) => (
          <Icon key={name} />
        ))}
      </div>
    </Panel>
  )
}
