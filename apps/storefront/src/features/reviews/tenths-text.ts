/** `4.6`: tenths of a star as people write them. */
export function tenthsText(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
