import type { Formats } from '../../core/format/formats.ts';
import { counted } from '../counted.ts';
import type { RfmMigration } from './result.ts';

/** The finding above the flows: how many slipped away, and how many came back. */
export const movesFinding = (value: RfmMigration, formats: Formats): string => {
  const { slipped, wonBack } = value;
  if (value.customers === value.newCustomers) return 'Nobody had bought by the earlier day';
  const lost = `${counted(slipped.customers, 'customer', 'customers')} slipped away`;
  const worth = `, who had brought ${formats.compact(slipped.revenueBefore, 'money')}`;
  const back = `${counted(wonBack.customers, 'was', 'were')} won back`;
  return `${lost}${slipped.customers === 0 ? '' : worth}; ${back}`;
};

/** The finding above the grid: what became of the Champions, or of the largest state where there were none. */
export const gridFinding = (value: RfmMigration, formats: Formats): string => {
  const before = value.states.filter((state) => state.before > 0 && state.stayed !== null);
  const champions = before.find(({ name }) => name === 'Champions');
  const shown = champions ?? before.toSorted((one, other) => other.before - one.before)[0];
  return shown === undefined
    ? 'No moves to show'
    : `${formats.value(shown.stayed, 'share')} of “${shown.name}” still are`;
};
