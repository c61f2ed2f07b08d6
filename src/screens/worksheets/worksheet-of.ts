import type { Fields } from '../../strategy/worksheets/field.ts';
import { findWorksheet } from '../../strategy/worksheets/registry.ts';
import type { Worksheet } from '../../strategy/worksheets/worksheet.ts';

/** A worksheet as the pages handle all of them, whatever its fields. It is registered: whoever asks has it in hand. */
export const worksheetOf = <F extends Fields>({ id }: Worksheet<F>): Worksheet =>
  findWorksheet(id) as Worksheet;
