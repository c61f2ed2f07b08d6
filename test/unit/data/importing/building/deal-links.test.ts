import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll } from '../../../../support/importing.ts';

const deals = `deal_id,property_dealname,property_amount,property_closedate,property_createdate,deal_pipeline_stage_id
9000001,One,10.50,2024-02-01,2024-01-01,closedwon
9000002,Two,20.50,2024-02-02,2024-01-02,closedwon
9000003,Three,30.50,2024-02-03,2024-01-03,closedlost
9000004,Four,40.50,2024-02-04,2024-01-04,closedwon
`;
const contacts = `id,property_email,property_firstname,property_lastname
71001,ana@example.com,Ana,Rao
71002,ben@example.com,Ben,Das
`;
const companies = `id,property_name,property_city
81001,Lamps & Co,Pune
`;
const ofContacts = `contact_id,deal_id,type_id
71001,9000001,3
71002,9000001,3
71002,9000002,3
71002,9999999,3
`;
const ofCompanies = `company_id,deal_id,type_id
81001,9000003,5
`;
const ofNone = `contact_id,ticket_id,category
71001,5550001,X
`;

describe('deals and their associations', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('take their customer from all files that say it, and the others are counted', async () => {
    const report = await importAll(
      engine,
      fileOf('deal.csv', deals),
      fileOf('contact.csv', contacts),
      fileOf('company.csv', companies),
      fileOf('deal_contact.csv', ofContacts),
      fileOf('deal_company.csv', ofCompanies),
      fileOf('ticket_contact.csv', ofNone),
    );
    expect(await engine.rows('select deal_id, customer_id from next_deals order by deal_id')).toEqual([
      { deal_id: '9000001', customer_id: '71001' },
      { deal_id: '9000002', customer_id: '71002' },
      { deal_id: '9000003', customer_id: '81001' },
      { deal_id: '9000004', customer_id: null },
    ]);
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'deals-without-customer', severity: 'warning', count: 1 }),
    );
    const said = report.files.map(({ issues }) => issues[0]?.message ?? '');
    expect(said[3]).toContain('of the 4 rows of “deal.csv” it names 2');
    expect(said[4]).toContain('of the 4 rows of “deal.csv” it names 1');
  });
});
