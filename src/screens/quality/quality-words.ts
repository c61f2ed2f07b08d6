import { isDay } from '../../core/day.ts';
import type { Formats } from '../../core/format/formats.ts';
import type { Finding, QualityReport, Severity } from '../../data/quality/finding.ts';
import { canonicalTables, customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import { countWords } from '../../state/treatment-words.ts';

/** A table's name in words. */
export const tableTitle = (table: string): string =>
  table === customerAttributesTable
    ? 'Customer attributes'
    : (canonicalTables.find(({ name }) => name === table)?.title ?? table);

/** How grave a finding is, in words. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Wrong until dealt with',
  warning: 'May mislead',
  info: 'Good to know',
};

/** “3,710 of 25,900 orders, 14.3 %”; a share that isn't nothing never reads as 0 %. */
export const countOf = ({ count, population, share, unit }: Finding, formats: Formats): string => {
  const percent =
    share > 0 && share < 0.0005 ? `under ${formats.value(0.001, 'share')}` : formats.value(share, 'share');
  return `${formats.value(count, 'count')} of ${countWords(population, unit, formats)}, ${percent}`;
};

/** What hangs on it, such as “£1.4M, 14.9 % of revenue”; undefined where no revenue does. */
export const revenueWords = ({ effect }: Finding, formats: Formats): string | undefined => {
  const { revenue, revenueShare } = effect;
  if (revenue === null || Math.abs(revenue) < 0.005) return undefined;
  const share = revenueShare === null ? '' : formats.value(Math.abs(revenueShare), 'share');
  return formats.compact(revenue, 'money') + (share === '' ? '' : `, ${share} of revenue`);
};

/** Findings that change figures, and those that are good to know. */
export const inTwoParts = (
  findings: readonly Finding[],
): { readonly grave: readonly Finding[]; readonly notes: readonly Finding[] } => ({
  grave: findings.filter(({ severity }) => severity !== 'info'),
  notes: findings.filter(({ severity }) => severity === 'info'),
});

/** The page's statement: how many findings matter, and what the largest one concerns. */
export const reportStatement = ({ findings }: Pick<QualityReport, 'findings'>, formats: Formats): string => {
  const { grave } = inTwoParts(findings);
  const [largest] = grave;
  if (!largest) return findings.length === 0 ? 'Nothing to treat' : 'Nothing that changes your figures';
  const share = Math.abs(largest.effect.revenueShare ?? 0);
  const title = largest.title.charAt(0).toLowerCase() + largest.title.slice(1);
  const concerns = share >= 0.0005 ? `${title}, ${formats.value(share, 'share')} of revenue` : title;
  return grave.length === 1
    ? `One finding changes your figures: ${concerns}`
    : `${grave.length} findings change your figures, above all ${concerns}`;
};

/** What is said of a finding that was fine and is about more rows now; undefined where it isn't. */
export const grownWords = (
  { count, unit }: Pick<Finding, 'count' | 'unit'>,
  before: number,
  formats: Formats,
): string | undefined =>
  count > before
    ? `It was about ${countWords(before, unit, formats)} when it was said to be fine.`
    : undefined;

/** What is noticeable about an example, with its amounts and days as they are written elsewhere. */
export const exampleText = (text: string, formats: Formats): string =>
  text
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => (isDay(day) ? formats.day(day) : day))
    .replaceAll(/-?\d+\.\d{2}(?!\d)/g, (amount) => formats.value(Number(amount), 'money'));

/** An identifier that can be recognised by who knows it, and by nobody else: its last two characters. */
export const maskId = (id: string): string => (id.length <= 4 ? '••••' : `••••${id.slice(-2)}`);
