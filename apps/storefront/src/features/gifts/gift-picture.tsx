import type { BundleCard } from '@weibao/contracts/bundle'

/** Of two, three or four pictures: the first large, the others beside it, as things lie in a box. */
const layouts = [
  '',
  '',
  'grid-cols-2',
  'grid-cols-[2fr_1fr] grid-rows-2 [&>:first-child]:row-span-2',
  'grid-cols-2 grid-rows-2',
]

interface GiftPictureProps {
  readonly components: BundleCard['components']
  readonly alt: string
  readonly large?: boolean
}

/** What is in a box, laid side by side in one frame. */
export function GiftPicture({ components, alt, large = false }: GiftPictureProps) {
  const shown = components.slice(0, 4)
  const size = large ? 640 : 320
  return (
    <div
      role="img"
      aria-label={alt}
      className={`grid aspect-square gap-0.5 overflow-hidden bg-paper-raised ${layouts[shown.length]}`}
    >
      {shown.map(({ skuId, picture }) => (
        <img
          key={skuId}
          src={`${picture.base}-square-${size}.webp`}
          alt=""
          width={size}
          height={size}
          loading={large ? 'eager' : 'lazy'}
          decoding="async"
          className="size-full min-h-0 bg-mist object-cover"
        />
      ))}
    </div>
  )
}
