import { useEffect } from 'react'

const SUFFIX = ' · 维宝工作台 Weibao'

/** The title of the document while the page is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title + SUFFIX
  }, [title])
}
