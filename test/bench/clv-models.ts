import { at } from '../../src/core/numeric/at.ts';
import { logGamma } from '../../src/core/numeric/log-gamma.ts';
import { minimizeNelderMead } from '../../src/core/numeric/minimize-nelder-mead.ts';
import { createRandom } from '../../src/core/numeric/random.ts';
import { fitPurchases } from '../../src/models/buy-till-you-die/fit-purchases.ts';
import type { PurchaseModelName } from '../../src/models/buy-till-you-die/fit-purchases.ts';
import { groupHistories } from '../../src/models/buy-till-you-die/group-histories.ts';
import type { PurchaseHistories } from '../../src/models/buy-till-you-die/purchase-histories.ts';
import { months } from '../../src/core/duration.ts';
import { lifetimeValues } from '../../src/models/customer-lifetime-value/lifetime-value.ts';
import { expectedSpend, fitGammaGamma } from '../../src/models/gamma-gamma/gamma-gamma.ts';
import { valueOf } from '../support/value-of.ts';

const longestDays = 730;

interface Simulated extends PurchaseHistories<'day'> {
  readonly repeatCount: Uint32Array;
  readonly lastRepeatAge: Float64Array;
  readonly observationAge: Float64Array;
  readonly meanSpend: Float64Array;
}

/** Customers who behave as BG/NBD and gamma-gamma say, observed for up to two years, with ages in whole days. */
const simulate = (customers: number, seed: number): Simulated => {
  const random = createRandom(seed);
  const result: Simulated = {
    unit: 'day',
    repeatCount: new Uint32Array(customers),
    lastRepeatAge: new Float64Array(customers),
    observationAge: new Float64Array(customers),
    meanSpend: new Float64Array(customers),
  };
  for (let row = 0; row < customers; row += 1) {
    const age = random.whole(30, longestDays);
    const rate = random.gamma(0.5, 1 / 60);
    const one = random.gamma(0.8, 1);
    const leaving = one / (one + random.gamma(2.5, 1));
    let [x, last, time] = [0, 0, 0];
    for (;;) {
      time += random.exponential(1 / rate);
      if (!(time <= age) || x > 2_000) break;
      x += 1;
      last = Math.ceil(time);
      if (random.next() < leaving) break;
    }
    result.repeatCount[row] = x;
    result.lastRepeatAge[row] = Math.min(last, age);
    result.observationAge[row] = age;
    if (x > 0) result.meanSpend[row] = random.gamma(6 * x, 1 / (x * random.gamma(4, 1 / 15)));
  }
  return result;
};

/** The usual way: BG/NBD customer by customer with log-gammas, Nelder–Mead from zeros. Gives the best ln L met. */
const fitPlainly = ({ repeatCount, lastRepeatAge, observationAge }: Simulated) => {
  const { value, evaluations } = minimizeNelderMead(
    (logs) => {
      const [r, alpha, a, b] = [...logs].map(Math.exp) as [number, number, number, number];
      const scaled = alpha * longestDays;
      let sum = 0;
      for (let row = 0; row < repeatCount.length; row += 1) {
        const x = at(repeatCount, row);
        const alive = -(r + x) * Math.log(scaled + at(observationAge, row));
        const left =
          x === 0
            ? -Infinity
            : Math.log(a / (b + x - 1)) - (r + x) * Math.log(scaled + at(lastRepeatAge, row));
        const high = Math.max(alive, left);
        sum +=
          logGamma(r + x) -
          logGamma(r) +
          r * Math.log(scaled) +
          logGamma(a + b) +
          logGamma(b + x) -
          logGamma(b) -
          logGamma(a + b + x) +
          high +
          Math.log(Math.exp(alive - high) + Math.exp(left - high));
      }
      return -sum / repeatCount.length;
    },
    new Float64Array(4),
    1e-8,
    1_000,
  );
  return { logLikelihood: -value * repeatCount.length, evaluations, customers: repeatCount.length };
};

const timed = <T>(action: () => T): readonly [T, number] => {
  const started = performance.now();
  const value = action();
  return [value, Math.round(performance.now() - started)];
};

interface Row {
  readonly what: string;
  readonly customers: number;
  readonly ms: number;
  readonly target: string;
  readonly 'ln L': number | string;
  readonly note: string;
}

const fitRow = (
  model: PurchaseModelName,
  histories: PurchaseHistories<'day'>,
  target: string,
  plain?: number,
): Row => {
  const [fit, ms] = timed(() => valueOf(fitPurchases(model, valueOf(groupHistories(histories)))));
  return {
    what: `${model}, grouped, quasi-Newton`,
    customers: fit.customers,
    ms,
    target,
    'ln L': Number(fit.logLikelihood.toFixed(2)),
    note: `${fit.status.kind}, ${fit.evaluations} last evaluations${plain === undefined ? '' : `, ×${(plain / ms).toFixed(0)} faster`}`,
  };
};

/** Fits of the value models to simulated customer bases: ours, and the usual way in the same run. */
export default async (): Promise<{ title: string; rows: readonly Row[] }> => {
  const small = simulate(2_357, 1);
  for (let round = 0; round < 3; round += 1) fitRow('pareto-nbd', small, '');
  const base = simulate(1_000_000, 2);
  const [grouped, groupMs] = timed(() => valueOf(groupHistories(base)));
  // The usual way takes as long for each customer however many there are: both are timed on a part of them.
  const part = simulate(20_000, 3);
  const [plain, plainMs] = timed(() => fitPlainly(part));
  const plainRow: Row = {
    what: 'bg-nbd, customer by customer, Nelder–Mead',
    customers: plain.customers,
    ms: plainMs,
    target: '',
    'ln L': Number(plain.logLikelihood.toFixed(2)),
    note: `${plain.evaluations} evaluations`,
  };
  const models = ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const;
  const [spend, spendMs] = timed(() => valueOf(fitGammaGamma(base)));
  const purchases = valueOf(fitPurchases('mbg-nbd', grouped));
  const [total, valueMs] = timed(() => {
    const each = Float64Array.from(
      base.repeatCount,
      (x, row) => expectedSpend(spend.parameters, x, at(base.meanSpend, row)) ?? 0,
    );
    const terms = { horizon: months(36), monthlyDiscount: 0.008, margin: 0.3 };
    return lifetimeValues(purchases, grouped, each, terms).reduce((sum, value) => sum + value, 0);
  });
  const customers = base.repeatCount.length;
  const row = (what: string, ms: number, logLikelihood: number | string, note: string): Row => ({
    what,
    customers,
    ms,
    target: '',
    'ln L': logLikelihood,
    note,
  });
  return Promise.resolve({
    title: 'Customer value models on simulated customers (ms)',
    rows: [
      ...models.map((model) => fitRow(model, small, '≤ 100')),
      row('grouping alone', groupMs, '', `${grouped.counts.length} groups`),
      plainRow,
      fitRow('bg-nbd', part, '', plainRow.ms),
      fitRow('bg-nbd', base, '≤ 1,000'),
      fitRow('mbg-nbd', base, '≤ 1,000'),
      fitRow('pareto-nbd', part, ''),
      row('gamma-gamma, quasi-Newton', spendMs, Number(spend.logLikelihood.toFixed(2)), spend.status.kind),
      row('lifetime values, 36 months', valueMs, '', `Σ ${Math.round(total)}`),
    ],
  });
};
