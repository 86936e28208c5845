/** The mark: two ridges over the river, in a lozenge of the cloth. The same as the favicon. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className="shrink-0">
      <path d="M16 1 31 16 16 31 1 16Z" className="fill-indigo" />
      <path d="M16 5.5 26.5 16H23l-4-4.5-3 3-4.5-5Z" className="fill-paper" opacity="0.35" />
      <path
        d="M7 18.5 12.5 12l3.5 4 3-3 5.5 5.5"
        className="stroke-paper"
        strokeWidth="1.8"
        strokeLinejoin="round"
        fill="none"
      />
      <path
        d="M10.5 21.5c2-1.4 3.6 1.4 5.5 0s3.6 1.4 5.5 0"
        className="stroke-honey"
        strokeWidth="1.8"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  )
}
