import { ClockIcon, SearchIcon, useMessages } from '@weibao/ui'
import type { SearchOption } from './search-options'
import { searchMessages } from './search.messages'

export const LIST_ID = 'search-options'
export const optionId = (index: number) => `search-option-${index}`

interface SearchPopupProps {
  readonly options: readonly SearchOption[]
  readonly active: number
  readonly onChoose: (option: SearchOption) => void
  readonly onClear: () => void
}

/**
 * What may be chosen below the box. The box keeps the focus: pressing a row must not take it away,
 * and the one that the arrow keys are on is told by `aria-activedescendant`.
 */
export function SearchPopup({ options, active, onChoose, onClear }: SearchPopupProps) {
  const t = useMessages(searchMessages)
  const isRecent = options[0]?.kind === 'recent'
  return (
    <div
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-2 top-full z-30 mt-1 max-h-[70dvh] overflow-y-auto rounded-card border border-line bg-paper-raised p-1 shadow-card md:inset-x-0"
    >
      {isRecent && (
        <div className="flex items-center justify-between ps-3 text-sm text-ink-soft">
          {t('recent')}
          <button
            type="button"
            onClick={onClear}
            className="min-h-11 rounded-control px-3 text-indigo hover:bg-paper-sunk"
          >
            {t('clearRecent')}
          </button>
        </div>
      )}
      <ul id={LIST_ID} role="listbox" aria-label={isRecent ? t('recent') : t('suggestions')}>
        {options.map((option, index) => (
          <li
            key={option.key}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            onClick={() => onChoose(option)}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 hover:bg-paper-sunk aria-selected:bg-paper-sunk aria-selected:text-indigo"
          >
            <span aria-hidden className="shrink-0 text-ink-soft">
              {option.kind === 'recent' ? <ClockIcon /> : <SearchIcon />}
            </span>
            <span className="min-w-0 flex-1 truncate">{option.text}</span>
            {option.kind !== 'recent' && (
              <span className="shrink-0 text-sm text-ink-soft">{t(option.kind)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
