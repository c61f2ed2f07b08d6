import { quoteLiteral } from '../../sql/quote-literal.ts';

const yes =
  'true|t|yes|y|1|1.0|on|ja|j|an|oui|o|vrai|si|sí|sì|s|verdadero|sim|verdadeiro|vero|wahr|x|✓|✔|☑|checked|active|enabled|subscribed|opted in|opt-in|opt in'.split(
    '|',
  );
const no =
  'false|f|no|n|0|0.0|off|nein|aus|non|faux|falso|não|nao|falsch|✗|✘|☐|unchecked|inactive|disabled|unsubscribed|opted out|opt-out|opt out|not_subscribed|not subscribed|never_subscribed|never subscribed'.split(
    '|',
  );

/** Marks that stand for yes where everything else is left blank. */
const checkMarks: readonly string[] = ['x', '✓', '✔', '☑'];

/** Words that on their own show that a column is a yes or no: no digits, no lone letters but the check mark. */
const telling: ReadonlySet<string> = new Set(
  [...yes, ...no]
    .filter((word) => word === 'x' || word === 'y' || word === 'n' || word.length > 1)
    .filter((word) => !/\d/.test(word)),
);

/** Whether a word is a yes or no in one of six languages. */
export const isBooleanWord = (text: string): boolean => telling.has(text.toLowerCase());

const readable: ReadonlySet<string> = new Set([...yes, ...no]);

/** Whether a word is read as yes or no where one is expected. */
export const readsAsBoolean = (text: string): boolean => readable.has(text.toLowerCase());

const list = (words: readonly string[]): string => words.map(quoteLiteral).join(', ');

/** SQL that reads a yes or no in six languages; null where it can't. */
export const booleanSql = (value: string): string =>
  `(case when lower(${value}) in (${list(yes)}) then true when lower(${value}) in (${list(no)}) then false end)`;

/** Whether a column ticks what is true and leaves the rest blank: all its values are check marks. */
export const isTickColumn = (different: readonly string[]): boolean =>
  different.length > 0 && different.every((word) => checkMarks.includes(word.toLowerCase()));
