import type { LoadReport, TableChange } from '../data/importing/contract.ts';

const whole = new Intl.NumberFormat('en-GB');

/** The table that a sentence is about: orders if any came, else the one with most new rows. */
const tellingChange = (changes: readonly TableChange[]): TableChange | undefined => {
  const changed = changes.filter(({ added, updated }) => added + updated > 0);
  return (
    changed.find(({ table }) => table === 'orders') ??
    changed.toSorted((a, b) => b.added - a.added || b.updated - a.updated)[0]
  );
};

/** What a load did to the data that were there, as one sentence: “Added to your data: 12 new orders, 3 updated.” */
export const changeWords = ({ mode, changes }: LoadReport): string => {
  if (mode !== 'append') return 'The new data have taken the place of the earlier ones.';
  const change = tellingChange(changes ?? []);
  if (!change) return 'Nothing in the files was new to your data.';
  const rows = change.table.replaceAll('_', ' ');
  return `Added to your data: ${whole.format(change.added)} new ${rows}, ${whole.format(change.updated)} updated.`;
};
