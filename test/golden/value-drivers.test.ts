import { beforeAll, describe, expect, it } from 'vitest';
import type { Driver, ValueDrivers } from '../../src/analyses/value-drivers/result.ts';
import { valueOf } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

describe('the drivers find what was planted in the retailer', () => {
  let engine: SampleEngine;
  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
  });
  const drivers = async (outcome: string): Promise<ValueDrivers> =>
    valueOf(await engine.run('value-drivers', { params: { outcome } })).value as ValueDrivers;
  const driver = (value: ValueDrivers, label: string): Driver | undefined =>
    value.drivers.find((one) => one.label === label);

  it('customers bought by half price hardly come back, those without a choice do', async () => {
    const value = await drivers('again');
    const [promotion, isles] = [driver(value, 'Came by: promotion'), driver(value, 'Region: Northern Isles')];
    expect(promotion?.strength).toBe('strong');
    expect(promotion?.high).toBeLessThan(0.2);
    expect(isles?.low).toBeGreaterThan(3);
    expect(value.aucLow).toBeGreaterThan(0.6);
    expect(value.rules[0]?.conditions).toEqual([
      { field: 'region', values: ['Northern Isles'], hasUnknown: false, isExcept: false },
    ]);
    expect(value.leftOut).toEqual(['Campaign: C-2410-HALF']);
  });

  it('none of them becomes one of the best fifth, which is said instead of estimated', async () => {
    const value = await drivers('top-fifth');
    expect(value.basis).toBe('margin');
    expect(value.rate).toBeCloseTo(0.2, 2);
    expect(value.settled.map(({ label, events }) => [label, events])).toContainEqual([
      'Came by: promotion',
      0,
    ]);
    expect(driver(value, 'Early service requests')?.high).toBeLessThan(1);
    const [first, last] = [value.calibration[0], value.calibration.at(-1)];
    expect(last?.observed).toBeGreaterThan(3 * (first?.observed ?? 1));
    expect(value.isPenalised).toBe(false);
  });

  it('after the competitor opened, the Northern Isles fall silent', async () => {
    const value = await drivers('churned');
    expect(driver(value, 'Region: Northern Isles')?.low).toBeGreaterThan(2);
    expect(driver(value, 'Came by: promotion')?.low).toBeGreaterThan(10);
  });
});
