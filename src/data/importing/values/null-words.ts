/** Words that mean "no value", in lower case. */
export const nullWords: readonly string[] = [
  '',
  'null',
  '(null)',
  'n/a',
  '#n/a',
  '#n/v',
  'nan',
  '\\n',
  '<null>',
  'none',
  'nil',
  'undefined',
  '(blank)',
  '(leer)',
];

/** Signs that mean "no value" where a number or a date is expected, in lower case. */
export const nullSigns: readonly string[] = [
  'na',
  '-',
  '--',
  '.',
  '?',
  '—',
  '–',
  '#value!',
  '#ref!',
  '#div/0!',
  'k.a.',
];

/** Whether a cell has no value. */
export const isNullWord = (cell: string): boolean => nullWords.includes(cell.trim().toLowerCase());
