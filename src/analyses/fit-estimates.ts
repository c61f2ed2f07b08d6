import * as v from 'valibot';
import type { MaximumLikelihoodFit } from '../models/maximum-likelihood/likelihood-problem.ts';
import { described, numberOrUnknown } from './result-fields.ts';

/** A wider interval tells nothing: its ends are this factor from the estimate. House rule. */
const widest = 100;

/** One estimate of a fitted model, as results document it. */
export const estimateSchema = v.object({
  model: described(v.string(), 'Model that it belongs to'),
  name: described(v.string(), 'Name as in the publication'),
  value: described(v.number(), 'Estimate'),
  standardError: numberOrUnknown('Standard error; null without a maximum inside'),
  low: numberOrUnknown('Lower end of the 95 % interval (in logarithms); null when it is too wide to tell'),
  high: numberOrUnknown('Upper end of the 95 % interval'),
});

/** {@link estimateSchema}'s type. */
export type FitEstimate = v.InferOutput<typeof estimateSchema>;

/** The estimates of a fit; intervals are symmetric in logarithms, since every parameter is above 0. */
export const estimatesOf = (model: string, fit: MaximumLikelihoodFit | null): FitEstimate[] =>
  (fit?.names ?? []).map((name) => {
    const value = fit?.parameters[name] ?? NaN;
    const standardError = fit?.standardErrors?.[name] ?? null;
    const factor = standardError === null ? null : Math.exp((1.96 * standardError) / value);
    const isKnown = factor !== null && factor < widest;
    return {
      model,
      name,
      value,
      standardError,
      low: isKnown ? value / factor : null,
      high: isKnown ? value * factor : null,
    };
  });
