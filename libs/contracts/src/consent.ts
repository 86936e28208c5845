/** The texts in force; a registration agrees to exactly these. No zod: browsers read it too. */
export const consentVersions = { terms: '2026-11', privacy: '2026-11' } as const
