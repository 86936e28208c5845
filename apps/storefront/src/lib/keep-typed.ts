/**
 * Replaces a page and keeps what a visitor has meanwhile typed into one of its fields, and where
 * they are typing: the prerendered page can be used before the script that takes its place.
 */
export function keepTyped(fieldId: string, replace: () => void): void {
  const before = field(fieldId)
  const text = before?.value ?? ''
  const isTyping = before !== null && document.activeElement === before
  replace()
  const after = field(fieldId)
  if (!after || after === before) return
  if (text !== '' && after.value !== text) {
    // As the browser sets it, past React's own bookkeeping, so that a controlled field hears of it.
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!
    set!.call(after, text)
    after.dispatchEvent(new Event('input', { bubbles: true }))
  }
  if (isTyping) after.focus()
}

function field(id: string): HTMLInputElement | null {
  const found = document.getElementById(id)
  return found instanceof HTMLInputElement ? found : null
}
