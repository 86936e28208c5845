import type { ProductCard } from '@weibao/contracts/product'
import { ProductTile } from './product-card'

/** Goods side by side: two on a phone, up to four on a desk. */
export function ProductGrid({
  cards,
  eagerCount = 0,
  level,
}: {
  cards: readonly ProductCard[]
  eagerCount?: number
  level?: 2 | 3
}) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4">
      {cards.map((card, index) => (
        <ProductTile key={card.id} card={card} eager={index < eagerCount} level={level} />
      ))}
    </ul>
  )
}
