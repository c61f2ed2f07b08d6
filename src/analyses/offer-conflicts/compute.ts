import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { counted } from '../counted.ts';
import type { OfferConflictsParams } from './params.ts';
import { conflictKeys } from './result.ts';
import type { ConflictKey, OfferConflicts } from './result.ts';
import { conflictWords } from './words.ts';

const columnOf: Readonly<Record<ConflictKey, string>> = {
  openComplaint: 'open_complaint',
  openTicket: 'open_ticket',
  promiseBroken: 'broken',
  contactedOften: 'contacted',
  boughtRecently: 'recent',
  divest: 'divest',
};

const missingOf = (
  row: Row | undefined,
  conflicts: OfferConflicts['conflicts'],
): OfferConflicts['missing'] => [
  ...(knownNumberOf(row, 'agreed') === null
    ? [{ what: 'Reachable', needs: 'customers with their consent' }]
    : []),
  ...conflicts
    .filter(({ customers }) => customers === null)
    .map(({ key }) => ({ what: conflictWords[key].label, needs: conflictWords[key].needs })),
];

/** Counts whom an offer should not go to now, by reason; what the data can't tell stays unknown. */
export const computeOfferConflicts: Compute<'conflicts', OfferConflictsParams, OfferConflicts> = ({
  rows,
}) => {
  const row = rows.conflicts[0];
  const customers = numberOf(row, 'customers');
  const conflicts = conflictKeys.map((key) => {
    const found = knownNumberOf(row, columnOf[key]);
    return { key, customers: found, share: ratioOf(found, customers) };
  });
  const any = numberOf(row, 'any_conflict');
  const missing = missingOf(row, conflicts);
  const value: OfferConflicts = {
    customers,
    reachable: knownNumberOf(row, 'agreed'),
    refused: knownNumberOf(row, 'refused'),
    unasked: knownNumberOf(row, 'unasked'),
    conflicts,
    any,
    anyShare: ratioOf(any, customers),
    free: numberOf(row, 'free'),
    missing,
  };
  return {
    value,
    warnings:
      missing.length === 0
        ? []
        : [
            {
              code: 'not-told',
              message: `${counted(missing.length, 'check is', 'checks are')} not possible with these data: ${missing
                .map(({ what, needs }) => `${what.toLowerCase()} (needs ${needs})`)
                .join(', ')}. Nobody is known to be free of them.`,
            },
          ],
  };
};
