import { quoteLiteral } from '../../sql/quote-literal.ts';
import { stageOfColumn } from '../mapping/stage-column.ts';
import { placeColumns } from './place-columns.ts';
import { customerTarget } from './row-keys.ts';
import { typedName, type TypedFile } from './typed-file.ts';

/** Columns of a file that each hold the moment when one stage was entered. */
const stageColumns = (file: TypedFile): readonly { readonly stage: string; readonly column: string }[] =>
  placeColumns(file.plan, file.staged.source.names)
    .sources.filter(({ target }) => target.target.startsWith('stage_events.entered_at'))
    .map(({ name, target }) => ({ stage: stageOfColumn(name) ?? name, column: typedName(target.target) }));

/** Whether a file has dates of entering stages, and says whose. */
export const hasStageColumns = (file: TypedFile): boolean =>
  file.targets.has('stage_events.entered_at') && customerTarget(file.targets) !== undefined;

const eventsOf = (file: TypedFile): readonly string[] => {
  if (!hasStageColumns(file)) return [];
  const columns = stageColumns(file);
  const moves = columns.map(
    ({ stage, column }, place) =>
      `select row_no, customer_key, ${column} as moved_at, ${quoteLiteral(stage)} as stage, ${place} as place from ${file.table}`,
  );
  return [
    `insert into next_stage_events (customer_id, occurred_at, from_stage, to_stage)
     select customer_key, moved_at, lag(stage) over (partition by row_no order by moved_at, place), stage
     from (${moves.join('\nunion all\n')}) where moved_at is not null and customer_key is not null`,
  ];
};

/** Adds to `next_stage_events` what stands in one column a stage, such as “Date entered Customer”: one move for each date. */
export const buildStageEvents = (files: readonly TypedFile[]): readonly string[] => files.flatMap(eventsOf);
