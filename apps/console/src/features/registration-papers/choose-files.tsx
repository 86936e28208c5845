import { Button, PlusIcon } from '@weibao/ui'
import { useRef } from 'react'
import { paperTypes } from './registration-papers.queries'

/** A button that opens the file chooser; its input stays out of the way of keyboard and reader. */
export function ChooseFiles({
  id,
  label,
  busy,
  disabled,
  describedBy,
  onChoose,
}: {
  id?: string
  label: string
  busy?: boolean
  disabled?: boolean
  describedBy?: string
  onChoose: (files: readonly File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={paperTypes}
        multiple
        className="wb-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          if (files.length > 0) onChoose(files)
        }}
      />
      <Button
        id={id}
        tone="quiet"
        icon={PlusIcon}
        className="justify-self-start"
        aria-describedby={describedBy}
        busy={busy}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  )
}
