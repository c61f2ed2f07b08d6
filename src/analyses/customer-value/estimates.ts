import type { MaximumLikelihoodFit } from '../../models/maximum-likelihood/likelihood-problem.ts';
import type { CustomerValue } from './result.ts';

/** A wider interval tells nothing: its ends are this factor from the estimate. House rule. */
const widest = 100;

/** The estimates of a fit; intervals are symmetric in logarithms, since every parameter is above 0. */
export const estimatesOf = (model: string, fit: MaximumLikelihoodFit | null): CustomerValue['parameters'] =>
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
