/** The list under a key, made where there is none. */
export function listOf(lists: Map<number, number[]>, key: number): number[] {
  let list = lists.get(key)
  if (!list) lists.set(key, (list = []))
  return list
}

/** Takes a number out of a list that holds it; the order of the others is not kept. */
export function strike(list: number[], each: number): void {
  const at = list.indexOf(each)
  if (at < 0) return
  list[at] = list[list.length - 1]!
  list.pop()
}
