const amount = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })
/** As screens write it, in both languages. */
export const yuan = (fen: number) => amount.format(fen / 100)

const zhFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const enFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
/** Instants in Beijing time, and local days, as people read them. */
export const zhTime = (instant: string) => zhFormat.format(new Date(instant))
export const enTime = (instant: string) => `${enFormat.format(new Date(instant))} (Beijing time)`
export const zhDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
