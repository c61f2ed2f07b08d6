import type { ConflictKey } from './result.ts';

interface ConflictWords {
  readonly label: string;
  /** What it takes for it to be known. */
  readonly needs: string;
}

/** The reasons against an offer in words. */
export const conflictWords: Readonly<Record<ConflictKey, ConflictWords>> = {
  openComplaint: { label: 'Open complaint', needs: 'tickets marked as complaints' },
  openTicket: { label: 'Open ticket', needs: 'tickets' },
  promiseBroken: { label: 'Last order came late', needs: 'orders with promised and actual delivery' },
  contactedOften: { label: 'Contacted often', needs: 'interactions that say they were outgoing' },
  boughtRecently: { label: 'Has just bought', needs: 'orders' },
  divest: {
    label: 'Loses money, now and ahead',
    needs: 'cost of goods, and enough repeat purchases for a forecast',
  },
};
