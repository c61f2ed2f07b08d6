import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { addAt, numberAt } from '../estimation/number-at.ts';

/** People and equipment that serve customers, such as a service desk, over the period counted. */
export interface CapacityPool {
  readonly name: string;
  /** Cost of the capacity supplied, in money. */
  readonly costSupplied: number;
  /** Minutes that can really be worked. */
  readonly practicalMinutes: number;
}

/** What customers cause, such as an order or a call, and how long one takes. */
export interface Activity {
  readonly name: string;
  /** Name of the pool that does it. */
  readonly pool: string;
  readonly minutesEach: number;
}

/** How often a customer caused each activity in the period, in the order of the activities. */
export interface CustomerVolumes {
  readonly customer: string;
  readonly volumes: readonly number[];
}

/** What serving a customer cost. */
export interface ServedCustomer {
  readonly customer: string;
  readonly minutes: number;
  readonly cost: number;
  /** Cost of each activity, in the order of the activities. */
  readonly costs: readonly number[];
}

/** How a pool's capacity was used. */
export interface UsedPool {
  readonly name: string;
  /** Money a minute. */
  readonly rate: number;
  readonly usedMinutes: number;
  /** Below 0: customers took more minutes than there are. */
  readonly unusedMinutes: number;
  readonly usedCost: number;
  readonly unusedCost: number;
}

/** Cost to serve of all customers. */
export interface CostToServe {
  readonly customers: readonly ServedCustomer[];
  readonly pools: readonly UsedPool[];
  readonly supplied: number;
  readonly allocated: number;
  /** supplied − allocated: the cost of capacity that nobody used. */
  readonly unallocated: number;
  /** unallocated ÷ supplied; null when nothing was supplied. */
  readonly unallocatedShare: number | null;
}

/**
 * Practical capacity from theoretical minutes: what is left after breaks, training and the like. 80 to 85 % is usual
 * (Kaplan & Anderson 2004); 80 % unless said otherwise.
 */
export const practicalMinutes = (theoreticalMinutes: number, share = 0.8): number =>
  theoreticalMinutes * share;

const check = (
  pools: readonly CapacityPool[],
  activities: readonly Activity[],
  customers: readonly CustomerVolumes[],
): EstimationFailure | null => {
  const pool = pools.find(
    ({ practicalMinutes: minutes, costSupplied }) => !(minutes > 0 && costSupplied >= 0),
  );
  if (pool !== undefined) {
    const value = `${pool.costSupplied} for ${pool.practicalMinutes} minutes`;
    return { kind: 'setting-invalid', name: pool.name, value, expected: 'minutes above 0, cost 0 or more' };
  }
  const lost = activities.find((activity) => !pools.some(({ name }) => name === activity.pool));
  if (lost !== undefined)
    return { kind: 'setting-invalid', name: lost.name, value: lost.pool, expected: 'the name of a pool' };
  const index = customers.findIndex(
    ({ volumes }) => volumes.length !== activities.length || !volumes.every((volume) => volume >= 0),
  );
  if (index < 0) return null;
  return { kind: 'value-invalid', name: 'volumes', index, value: String(customers[index]?.volumes) };
};

/**
 * Time-driven activity-based costing (Kaplan & Anderson 2004; F8): a pool's rate is cost supplied ÷ practical capacity, a
 * customer costs Σ rate × minutes × volume, and what is left of the capacity is said instead of spread. Fails on a pool
 * without minutes, an activity without a pool, and volumes that are missing or below 0.
 */
export const costToServe = (
  pools: readonly CapacityPool[],
  activities: readonly Activity[],
  customers: readonly CustomerVolumes[],
): Result<CostToServe, EstimationFailure> => {
  const failure = check(pools, activities, customers);
  if (failure !== null) return err(failure);
  const rates = pools.map((pool) => pool.costSupplied / pool.practicalMinutes);
  const poolOf = activities.map((activity) => pools.findIndex(({ name }) => name === activity.pool));
  const used = pools.map(() => 0);
  const served = customers.map(({ customer, volumes }): ServedCustomer => {
    const minutes = activities.map(({ minutesEach }, place) => minutesEach * numberAt(volumes, place));
    minutes.forEach((time, place) => addAt(used, numberAt(poolOf, place), time));
    const costs = minutes.map((time, place) => time * numberAt(rates, numberAt(poolOf, place)));
    return {
      customer,
      minutes: minutes.reduce((sum, time) => sum + time, 0),
      cost: costs.reduce((sum, cost) => sum + cost, 0),
      costs,
    };
  });
  const usedPools = pools.map(({ name, practicalMinutes: minutes, costSupplied }, place): UsedPool => {
    const usedMinutes = numberAt(used, place);
    const rate = numberAt(rates, place);
    const usedCost = rate * usedMinutes;
    const unusedMinutes = minutes - usedMinutes;
    return { name, rate, usedMinutes, unusedMinutes, usedCost, unusedCost: costSupplied - usedCost };
  });
  const supplied = pools.reduce((sum, { costSupplied }) => sum + costSupplied, 0);
  const allocated = usedPools.reduce((sum, { usedCost }) => sum + usedCost, 0);
  const unallocated = supplied - allocated;
  return ok({
    customers: served,
    pools: usedPools,
    supplied,
    allocated,
    unallocated,
    unallocatedShare: supplied > 0 ? unallocated / supplied : null,
  });
};
