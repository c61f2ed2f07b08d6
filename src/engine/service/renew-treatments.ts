import { dayFromMilliseconds } from '../../core/day.ts';
import type { AppliedTreatment } from '../../data/quality/finding.ts';
import type { Treatment } from '../../data/quality/treatment.ts';

/**
 * The treatments of the data before for data that are read from these files. Days that could not have come yet are counted from the
 * newest file: with an older limit, everything that is new would be set aside.
 */
export const renewTreatments = (
  applied: readonly AppliedTreatment[],
  files: readonly File[],
): readonly Treatment[] => {
  const newest = dayFromMilliseconds(Math.max(0, ...files.map(({ lastModified }) => lastModified)));
  return applied.map(({ treatment }) =>
    treatment.kind === 'set-impossible-dates-aside' && newest !== undefined && newest > treatment.after
      ? { ...treatment, after: newest }
      : treatment,
  );
};
