import { cx } from '../cx'

export interface PictureProps {
  readonly src: string
  /** What is seen; empty when the words beside it already say so. */
  readonly alt: string
  /** The room it takes before it is there. */
  readonly ratio?: 'square' | 'wide'
  readonly srcSet?: string
  readonly sizes?: string
  /** The page's main picture: fetched at once. Others wait until they are near. */
  readonly priority?: boolean
  readonly className?: string
}

/** A picture that keeps its room while it loads, so nothing jumps. */
export function Picture(props: PictureProps) {
  const { src, alt, ratio = 'square', srcSet, sizes, priority, className } = props
  const [width, height] = ratio === 'square' ? [640, 640] : [960, 720]
  return (
    <img
      className={cx('wb-picture', className)}
      {...{ src, alt, srcSet, sizes, width, height }}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : undefined}
      decoding="async"
    />
  )
}
