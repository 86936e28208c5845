/** The red edge of a figure that somebody has to act on: nothing to do is no alarm. */
export const whenWaiting = (count: number | undefined): string =>
  count ? 'border-l-4 border-l-madder' : ''
