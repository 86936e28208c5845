/** A place where content will stand, sized by classes: prerendered pages may hold no inline style. */
export function Bone({ className }: { className: string }) {
  return <span aria-hidden="true" className={`wb-skeleton ${className}`} />
}
