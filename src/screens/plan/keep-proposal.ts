import type { Headline, Proposal } from '../../analyses/analysis.ts';
import type { Predicate } from '../../core/predicate.ts';
import type { App } from '../../state/app.svelte.ts';
import { newId } from '../../state/new-id.ts';
import { keepPlanLine } from '../../strategy/commands/plan-lines.ts';
import type { Segment } from '../../strategy/records/segment.ts';
import { blankPlanLine } from '../../strategy/templates/empty-plan.ts';
import { evidenceOf } from '../swot/pinned-number.ts';
import { proposedMonths } from './write-line.ts';

/** The run that a proposal rests on, and its headline number. */
interface Ground {
  readonly analysisId: string;
  readonly analysisTitle: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly headlines: readonly Headline[];
}

const isSameRule = (a: Predicate, b: Predicate): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The segment of those whom the proposal is for, within the focus: one with the same rule, else a new one. */
const segmentOf = (app: App, { meant }: Proposal): Segment | undefined => {
  const { focus } = app.workbook;
  if (!meant) return focus;
  const predicate: Predicate = focus
    ? { kind: 'all', of: [focus.predicate, meant.predicate] }
    : meant.predicate;
  const known = app.workbook.current.segments.find((one) => isSameRule(one.predicate, predicate));
  return (
    known ?? { id: newId(), name: focus ? `${meant.label}, ${focus.name}` : meant.label, note: '', predicate }
  );
};

/**
 * Keeps what was tried as a line of the open scenario, with its segment and its number, and says so with a way there. One
 * undo takes all of it back.
 */
export const keepProposal = (app: App, proposal: Proposal, ground: Ground): void => {
  const headline = ground.headlines.find(({ key }) => key === proposal.headlineKey);
  if (!headline) return;
  const segment = segmentOf(app, proposal);
  const evidence = evidenceOf(
    { ...ground, headline },
    {
      id: newId(),
      segment: app.workbook.focus,
      comparison: app.workbook.comparison,
      context: app.context,
      fingerprint: app.dataset.fingerprint,
      claim: null,
    },
  );
  const line = blankPlanLine({
    id: newId(),
    stage: proposal.stage,
    title: proposal.title,
    strategy: proposal.terms,
    segmentId: segment?.id ?? null,
    ...proposedMonths(app),
    profit: { low: null, likely: proposal.profit, high: null, source: proposal.source },
    evidenceIds: [evidence.id],
    assumptions: proposal.assumptions.map((text) => ({ id: newId(), text, evidenceId: null })),
  });
  const { scenario } = app.workbook.current.plan;
  app.workbook.execute(keepPlanLine(scenario, { line, segment, evidence }));
  app.notices.say(
    `“${line.title}” is in scenario ${scenario} of the plan. Undo (Ctrl Z) takes it out again.`,
    {
      tone: 'good',
      action: {
        label: 'Open the plan',
        run: () => {
          app.router.go('/plan', { line: line.id });
        },
      },
    },
  );
};
