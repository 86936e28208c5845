import { cx } from '../cx'

/** Layered ridges with the river between them: heroes and empty states. Decoration only. */
export function MountainLine({ className }: { readonly className?: string }) {
  return (
    <svg
      className={cx('wb-mountain', className)}
      viewBox="0 0 320 96"
      fill="none"
      aria-hidden="true"
    >
      <circle cx="236" cy="24" r="11" className="fill-honey" opacity="0.55" />
      <path
        d="M0 70 34 44l18 12 36-38 26 30 16-12 34 30 30-22 22 14 34-34 36 38 34-22v48H0Z"
        className="fill-mist-deep"
        opacity="0.55"
      />
      <path
        d="M0 82 40 60l22 10 34-24 30 26 26-12 30 18 34-26 26 14 30-16 48 26v20H0Z"
        className="fill-mist-deep"
      />
      <path
        d="M0 96V86l46-14 40 10 44-16 36 16 40-12 46 14 68-14v26Z"
        fill="var(--cloth-indigo)"
        opacity="0.9"
      />
      <path
        d="M176 96c-14-5-30-4-38-9s8-7 22-7 16-4 6-8"
        stroke="var(--cloth-white)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
}
