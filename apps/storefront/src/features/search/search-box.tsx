import { LiveRegion, SearchIcon, useMessages } from '@weibao/ui'
import { useState, type FocusEvent, type FormEvent, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { useRecentSearches } from './recent-searches'
import { searchAddress, useSearchOptions, type SearchOption } from './search-options'
import { LIST_ID, optionId, SearchPopup } from './search-popup'
import { searchMessages } from './search.messages'

/**
 * The search of the shop: a combobox (WAI-ARIA pattern, list autocomplete) that suggests while one
 * types and without script is a plain form. `searched` is what the page in view was searched by.
 */
export function SearchBox({ searched }: { searched: string }) {
  const t = useMessages(searchMessages)
  const box = useSearchBox(searched)
  return (
    <div className="min-w-0 flex-1 md:relative" onBlur={box.leave}>
      <form
        role="search"
        action="/products"
        onSubmit={box.submit}
        className="wb-input-frame overflow-hidden"
      >
        <label className="sr-only" htmlFor="search">
          {t('search')}
        </label>
        <input
          id="search"
          name="q"
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={box.options.length > 0}
          aria-controls={LIST_ID}
          aria-activedescendant={box.active >= 0 ? optionId(box.active) : undefined}
          maxLength={40}
          autoComplete="off"
          value={box.text}
          onChange={(event) => box.type(event.target.value)}
          onFocus={box.open}
          onClick={box.open}
          onKeyDown={box.press}
          placeholder={t('searchPlaceholder')}
          className="wb-input"
        />
        <button
          type="submit"
          aria-label={t('searchButton')}
          className="inline-flex min-h-11 w-12 shrink-0 items-center justify-center self-stretch bg-indigo text-on-indigo hover:bg-indigo-hover focus-visible:outline-offset-[-4px] focus-visible:outline-on-indigo"
        >
          <SearchIcon />
        </button>
      </form>
      {box.options.length > 0 && (
        <SearchPopup
          options={box.options}
          active={box.active}
          onChoose={box.choose}
          onClear={box.clearRecent}
        />
      )}
      <LiveRegion>
        {box.options.length > 0 ? t('found', { count: box.options.length }) : ''}
      </LiveRegion>
    </div>
  )
}

function useSearchBox(searched: string) {
  const navigate = useNavigate()
  const [text, setText] = useState(searched)
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const recent = useRecentSearches()
  const options = useSearchOptions(text, recent.texts, isOpen)
  // Rows may have become fewer since the arrow keys were on one.
  const active = chosen < options.length ? chosen : -1

  const go = (address: string, said: string) => {
    if (said) recent.add(said)
    close()
    void navigate(address)
  }
  const close = () => {
    setIsOpen(false)
    setChosen(-1)
  }
  const open = () => {
    recent.refresh()
    setIsOpen(true)
  }
  const choose = (option: SearchOption) => {
    setText(option.text)
    go(option.href, option.text)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // While a Chinese input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (isOpen) setChosen(nextOf(active, step, options.length))
      else open()
    } else if (event.key === 'Escape' && options.length > 0) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      choose(options[active]!)
    }
  }
  return {
    text,
    options,
    active,
    open,
    choose,
    press,
    type: (next: string) => {
      setText(next)
      setChosen(-1)
      if (!isOpen) open()
    },
    leave: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) close()
    },
    clearRecent: () => {
      recent.clear()
      document.getElementById('search')?.focus()
    },
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      go(searchAddress(text.trim()), text.trim())
    },
  }
}

/** Round and round, through the box itself (-1) as well. */
function nextOf(active: number, step: number, count: number): number {
  const places = count + 1
  return ((active + 1 + step + places) % places) - 1
}
