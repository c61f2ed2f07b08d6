import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import { buildDeals } from './build-deals.ts';
import { buildLines } from './build-lines.ts';
import { buildOrders } from './build-orders.ts';
import { areOrdersTorn, areRowsGrouped, isInRange, rangesOfOrders, type RowRange } from './grouped-rows.ts';
import { areOrdersOfOneFile, hasOrders } from './orders-of-file.ts';
import type { RunAll } from './run-all.ts';
import type { TypedFile } from './typed-file.ts';

/**
 * Fills `next_orders` from the one file that says them whole, range by range, as the rows of an order mostly follow each
 * other; where some don't, once more by their numbers. Gives the ranges if all do.
 */
const buildWhole = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
  file: TypedFile,
  run: RunAll,
): Promise<Result<readonly RowRange[] | undefined>> => {
  const ranges = await rangesOfOrders(database, file);
  if (!ranges.ok) return ranges;
  const isOne = ranges.value.length === 1;
  const built = await run(
    buildOrders(
      files,
      ranges.value.map((range) => () => (isOne ? 'true' : isInRange(range))),
    ),
  );
  if (!built.ok) return built;
  const torn = isOne ? ok(false) : await areOrdersTorn(database, file);
  if (!torn.ok) return torn;
  if (torn.value) {
    const again = await run(['truncate next_orders', ...buildOrders(files)]);
    return again.ok ? ok(undefined) : again;
  }
  const isGrouped = await areRowsGrouped(database, file);
  return isGrouped.ok ? ok(isGrouped.value ? ranges.value : undefined) : isGrouped;
};

/** Orders, their lines, and deals. Orders that one file says whole don't need their lines, and tell how these lie. */
export const buildSales = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
  run: RunAll,
): Promise<Result<void>> => {
  const whole = areOrdersOfOneFile(files) ? files.find(hasOrders) : undefined;
  if (whole === undefined)
    return run([...buildLines(files, undefined), ...buildDeals(files), ...buildOrders(files)]);
  const ranges = await buildWhole(database, files, whole, run);
  if (!ranges.ok) return ranges;
  return run([...buildLines(files, ranges.value), ...buildDeals(files)]);
};
