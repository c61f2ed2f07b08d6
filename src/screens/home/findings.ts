import { eightyFinding, whaleFinding } from '../../analyses/concentration/findings.ts';
import type { Concentration } from '../../analyses/concentration/result.ts';
import { customersFinding, revenueFinding } from '../../analyses/overview/findings.ts';
import type { Overview } from '../../analyses/overview/result.ts';
import type { Rfm } from '../../analyses/rfm/result.ts';
import { findAnalysis, type AnalysisId } from '../../analyses/registry.ts';
import type { Formats } from '../../core/format/formats.ts';

/** A sentence that the data support, and the page that shows it. */
export interface Finding {
  readonly text: string;
  readonly path: string;
  readonly page: string;
}

/** Values of the home analyses, by id; an analysis that gave none is absent. */
export type HomeValues = ReadonlyMap<AnalysisId, unknown>;

const numberOf = (values: HomeValues, id: AnalysisId, key: string): number | null =>
  values.has(id)
    ? (findAnalysis(id)
        ?.headlines(values.get(id) as never)
        .find((headline) => headline.key === key)?.value ?? null)
    : null;

const sum = (...parts: readonly (number | null)[]): number | null =>
  parts.every((part) => part === null) ? null : parts.reduce<number>((total, part) => total + (part ?? 0), 0);

const missFinding = (values: HomeValues, formats: Formats): string => {
  const customers = sum(
    numberOf(values, 'rfm', 'at-risk-customers'),
    numberOf(values, 'rfm', 'cant-lose-them-customers'),
  );
  const share = sum(
    numberOf(values, 'rfm', 'at-risk-revenue-share'),
    numberOf(values, 'rfm', 'cant-lose-them-revenue-share'),
  );
  if (customers === null || customers === 0 || share === null) return '';
  const days = (values.get('rfm') as Rfm).windowDays;
  const period = days === null ? 'all revenue' : `the revenue of the last ${days} days`;
  const who = customers === 1 ? 'customer you would miss has' : 'customers you would miss have';
  return `${formats.value(customers, 'count')} ${who} gone quiet; they brought ${formats.value(share, 'share')} of ${period}`;
};

const repeatFinding = (values: HomeValues, formats: Formats): string => {
  const repeat = numberOf(values, 'overview', 'repeatRate');
  const year = numberOf(values, 'cohort-retention', 'retention12');
  if (repeat === null) return '';
  const later = year === null ? '' : `; ${formats.value(year, 'share')} buy in the same month a year on`;
  return `${formats.value(repeat, 'share')} of customers have bought more than once${later}`;
};

/** What the data say at a glance, most weighty first; a sentence without its figures is left out. */
export const homeFindings = (values: HomeValues, formats: Formats): readonly Finding[] => {
  const overview = values.get('overview') as Overview | undefined;
  const concentration = values.get('concentration') as Concentration | undefined;
  const portfolio = { path: '/portfolio', page: 'Portfolio' };
  return [
    { text: overview ? revenueFinding(overview, formats) : '', ...portfolio },
    { text: concentration ? whaleFinding(concentration, formats) : '', ...portfolio },
    { text: concentration ? eightyFinding(concentration, formats).replace(/\.$/, '') : '', ...portfolio },
    { text: missFinding(values, formats), path: '/rfm', page: 'RFM' },
    { text: repeatFinding(values, formats), path: '/journey', page: 'Journey' },
    { text: overview ? customersFinding(overview, formats) : '', ...portfolio },
  ].filter((finding) => finding.text !== '');
};
