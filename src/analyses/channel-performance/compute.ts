import type { ChannelCategory } from '../../data/facts/channel-categories.ts';
import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { numberOf } from '../cells.ts';
import { channelsOf } from './channels.ts';
import { handoffsOf, mixesOf, usesOf } from './customers.ts';
import type { ChannelPerformanceParams } from './params.ts';
import type { ChannelPerformance } from './result.ts';
import { channelWarnings } from './warnings.ts';

type QueryName = 'sales' | 'won' | 'costs' | 'scores' | 'mixes' | 'handoffs' | 'stages' | 'names';

const nameOf = (row: Row): ChannelPerformance['names'][number] => ({
  name: String(row['name']),
  category: (row['category'] ?? null) as ChannelCategory | null,
  isOwn: row['is_own'] === true,
  uses: numberOf(row, 'uses'),
});

/** What each of the six categories of channels brings and costs, who uses several, and where matters change channel. */
export const computeChannelPerformance: Compute<QueryName, ChannelPerformanceParams, ChannelPerformance> = ({
  rows,
  params,
}) => {
  const value: ChannelPerformance = {
    ...channelsOf(rows),
    ...mixesOf(rows.mixes),
    ...handoffsOf(rows.handoffs),
    uses: usesOf(rows.stages),
    names: rows.names.map(nameOf),
  };
  return { value, warnings: channelWarnings(value, params) };
};
