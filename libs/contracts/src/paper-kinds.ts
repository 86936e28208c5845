/** Kinds of papers that a cooperative files. No zod here: browsers read it too. */
export const paperKinds = [
  'business-licence',
  'food-production-licence',
  'workshop-registration',
  'conformity-promise',
  'test-report',
  'quarantine-certificate',
  'cultivation-proof',
  'liquor-licence',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Made for a batch: a new one comes with the next. Every other kind must be in force to sell. */
export const batchPaperKinds: readonly PaperKind[] = ['test-report', 'quarantine-certificate']
