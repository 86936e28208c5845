/** A contact as somebody else may see it: enough to recognise, too little to use. */
export function maskContact(contact: string): string
export function maskContact(contact: string | null): string | null
export function maskContact(contact: string | null): string | null {
  if (contact === null) return null
  const at = contact.lastIndexOf('@')
  if (at < 0) return contact.replace(/^(\+86)?(\d{3})\d{4}(\d{4})$/, '$2****$3')
  const [name, host] = [contact.slice(0, at), contact.slice(at + 1)]
  const hostEnd = host.slice(host.indexOf('.'))
  return `${name.slice(0, name.length > 2 ? 2 : 1)}***@${host.slice(0, 1)}***${hostEnd}`
}
