/** SQL: whether the cooperative of this id sells at present. One that is suspended could not send what it sold. */
export const maySell = (cooperativeId: string) =>
  `not exists (select from suspended_facts x where x.organisation_id = ${cooperativeId})`
