import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** Whether a file's rows are activities on cases. */
export const hasEventLog = ({ targets }: TypedFile): boolean =>
  ['tickets.case_id', 'tickets.activity', 'tickets.event_at'].every((target) => targets.has(target));

const casesOf = ({ table }: TypedFile): string =>
  `insert into next_tickets (ticket_id, customer_id, opened_at, solved_at)
   select tickets__case_id, any_value(customer_key), min(tickets__event_at), max(tickets__event_at) from ${table}
   where tickets__case_id not in (select ticket_id from next_tickets) group by 1`;

const movesOf = (file: TypedFile): string => {
  const activity = columnOrNull(file, 'tickets.activity');
  const same = 'over (partition by tickets__case_id';
  return `insert into next_stage_events (customer_id, occurred_at, from_stage, to_stage)
     select any_value(customer_key) ${same}), tickets__event_at,
       lag(${activity}) ${same} order by tickets__event_at, row_no), ${activity}
     from ${file.table} where ${activity} is not null`;
};

/**
 * Adds to `next_tickets` one ticket a case, opened by its first activity and solved by its last, and to
 * `next_stage_events` its activities as moves from one to the next.
 */
export const buildEventLogs = (files: readonly TypedFile[]): readonly string[] =>
  files.filter(hasEventLog).flatMap((file) => [casesOf(file), movesOf(file)]);

/** What should be said of event logs: what became of their rows, and of cases without a customer. */
export const eventLogIssues = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
): Promise<Result<readonly ImportIssue[]>> => {
  const issues: ImportIssue[] = [];
  for (const { table, plan } of files.filter(hasEventLog)) {
    const counted = await database.rows(
      `select count(*)::integer as cases, (count(*) filter (who is null))::integer as nobodys
       from (select any_value(customer_key) as who from ${table} group by tickets__case_id)`,
    );
    if (!counted.ok) return counted;
    const { cases, nobodys } = counted.value[0] ?? {};
    issues.push({
      severity: 'info',
      code: 'event-log',
      message: `Cases of “${plan.file}” became tickets, opened by their first activity and solved by their last one, even where more may follow; each activity is a move between stages`,
      count: Number(cases),
    });
    if (Number(nobodys) > 0)
      issues.push({
        severity: 'warning',
        code: 'cases-without-customer',
        message: `Cases of “${plan.file}” name no customer: they count in totals, not in customer analyses`,
        count: Number(nobodys),
      });
  }
  return ok(issues);
};
