import { Pager } from '@weibao/ui'
import { useLocation, useNavigate, useSearchParams } from 'react-router'

/** Pages of a keyset list: on by its cursor in the address, back the way one came. */
export function KeysetPager({ nextCursor }: { nextCursor: string | null }) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { state } = useLocation() as { state: { turned?: number } | null }
  const turned = state?.turned ?? 0
  if (!nextCursor && !search.get('cursor')) return null
  const goTo = (cursor: string | null) => {
    const next = new URLSearchParams(search)
    if (cursor) next.set('cursor', cursor)
    else next.delete('cursor')
    void navigate({ search: next.toString() }, { state: { turned: turned + 1 } })
  }
  const back = () => (turned > 0 ? void navigate(-1) : goTo(null))
  return (
    <div className="px-4">
      <Pager
        previous={search.get('cursor') ? { onPress: back } : null}
        next={nextCursor ? { onPress: () => goTo(nextCursor) } : null}
      />
    </div>
  )
}
