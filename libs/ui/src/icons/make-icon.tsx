import type { ReactNode, SVGProps } from 'react'
import { cx } from '../cx'

/** `label` names an icon that stands alone; without it the icon is decoration. */
export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'children'> {
  readonly label?: string
}

export type IconType = (props: IconProps) => ReactNode

/** One stroke family: 24-px grid, 1.75-px round stroke, no fills. */
export function makeIcon(path: string): IconType {
  return function Icon({ label, className, ...rest }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={cx('wb-icon', className)}
        role={label ? 'img' : undefined}
        aria-label={label}
        aria-hidden={label ? undefined : true}
        focusable="false"
        {...rest}
      >
        <path d={path} />
      </svg>
    )
  }
}
