import { useQuery } from '@tanstack/react-query'
import { cartQuery } from '../cart/cart.queries'

export function CountDot({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span
      aria-hidden="true"
      className="min-w-5 rounded-full bg-madder px-1.5 text-center text-xs leading-5 font-semibold text-on-madder tabular-nums"
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}

export function useCartCount(): number {
  return useQuery(cartQuery).data?.quantity ?? 0
}
