import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Where what a demand asks for is delivered, for whoever lists what is allocated to it. */
export class DemandPlaces1780000001312 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view demand_place_facts as
        select d.id as demand_id, d.buyer_id, p.id as delivery_point_id, p.name as delivery_point_name, p.subdistrict_code
          from demands d join delivery_points p on p.id = d.delivery_point_id;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
