import type { GiftWish } from '@weibao/contracts/gift-proposal'
import { localDay, parseYuan } from '@weibao/kernel'
import { Button, TextField, useMessages } from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import type { FieldErrors } from '../../lib/form'
import { useFaults } from '../../lib/use-faults'
import { giftsMessages } from './gifts.messages'

interface WishDraft {
  readonly perHead: string
  readonly heads: string
  readonly day: string
}

/** For whom, by when, for how much. */
export function GiftWishForm({
  wish,
  onAsk,
}: {
  readonly wish: GiftWish | null
  readonly onAsk: (wish: GiftWish) => void
}) {
  const t = useMessages(giftsMessages)
  const [draft, setDraft] = useState<WishDraft>({
    perHead: wish ? (wish.perHeadFen / 100).toFixed(2).replace('.00', '') : '',
    heads: wish ? String(wish.headcount) : '',
    day: wish?.deliverOn ?? '',
  })
  const { asked, found } = check(draft, {
    perHead: t('needPerHead'),
    heads: t('needHeads'),
    day: t('needDay'),
  })
  const { faults, settle } = useFaults(() => found)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (settle()) onAsk(asked)
  }
  const field = (name: keyof WishDraft) => ({
    id: `gift-${name}`,
    label: t(name),
    error: faults[name],
    value: draft[name],
    onChange: (event: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: event.target.value }),
  })
  return (
    <form
      noValidate
      onSubmit={submit}
      className="wb-panel grid items-start gap-4 p-4 sm:grid-cols-3 lg:grid-cols-[1fr_1fr_1fr_auto] print:hidden"
    >
      <TextField {...field('perHead')} inputMode="decimal" prefix="¥" />
      <TextField {...field('heads')} inputMode="numeric" />
      <TextField {...field('day')} type="date" />
      <Button type="submit" className="lg:mt-7">
        {t('find')}
      </Button>
    </form>
  )
}

function check(draft: WishDraft, say: WishDraft): { asked: GiftWish; found: FieldErrors } {
  const perHeadFen = parseYuan(draft.perHead) ?? 0
  const plain = draft.heads.normalize('NFKC').trim()
  const headcount = /^\d{1,6}$/.test(plain) ? Number(plain) : 0
  const found: Record<string, string> = {}
  if (perHeadFen < 1000 || perHeadFen > 10_000_000) found['perHead'] = say.perHead
  if (headcount < 1 || headcount > 100_000) found['heads'] = say.heads
  if (draft.day <= localDay(new Date())) found['day'] = say.day
  return { asked: { perHeadFen, headcount, deliverOn: draft.day }, found }
}
