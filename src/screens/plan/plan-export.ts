import type { ExportTable } from '../../storage/export/export-table.ts';
import { lineBudget } from '../../strategy/plan/plan-budget.ts';
import { gateWords, needsOf, type Condition } from '../../strategy/plan/plan-gates.ts';
import { planStages, type PlanLine } from '../../strategy/records/plan.ts';
import type { Workbook } from '../../strategy/workbook.ts';
import { evidenceWords } from '../swot/evidence-words.ts';
import { channelWords, phaseWords, stageWords } from './plan-words.ts';

/** The lines of a scenario as a table, one row a line, in the order of the stages. The workbook names their segments and numbers. */
export const planTable = (
  lines: readonly PlanLine[],
  workbook: Pick<Workbook, 'segments' | 'evidence'>,
  conditions: readonly Condition[] = [],
): ExportTable => ({
  columns: [
    { key: 'stage', label: 'Stage' },
    { key: 'title', label: 'What we do' },
    { key: 'objective', label: 'Objective' },
    { key: 'segment', label: 'Segment' },
    { key: 'strategy', label: 'Strategy' },
    { key: 'offer', label: 'Offer' },
    { key: 'channel', label: 'Channel' },
    { key: 'tool', label: 'Tool' },
    { key: 'owner', label: 'Owner' },
    { key: 'phase', label: 'Phase' },
    { key: 'start', label: 'First month' },
    { key: 'end', label: 'Last month' },
    { key: 'oneOff', label: 'Spent once', unit: 'money' },
    { key: 'monthly', label: 'Spent every month', unit: 'money' },
    { key: 'budget', label: 'Budget', unit: 'money' },
    { key: 'low', label: 'Expected profit, low', unit: 'money' },
    { key: 'likely', label: 'Expected profit, likely', unit: 'money' },
    { key: 'high', label: 'Expected profit, high', unit: 'money' },
    { key: 'source', label: 'Where the profit comes from' },
    { key: 'kpi', label: 'KPI' },
    { key: 'target', label: 'Target' },
    { key: 'unit', label: 'Unit of the target' },
    { key: 'assumptions', label: 'What must be true' },
    { key: 'evidence', label: 'Evidence when pinned' },
    { key: 'needs', label: 'Conditions that it needs' },
    { key: 'held', label: 'Held back by' },
  ],
  rows: planStages
    .flatMap((stage) => lines.filter((line) => line.stage === stage))
    .map((line) => ({
      ...line,
      stage: stageWords[line.stage],
      segment: workbook.segments.find(({ id }) => id === line.segmentId)?.name ?? '',
      channel: line.channel === null ? '' : channelWords[line.channel],
      phase: `${line.phase} ${phaseWords[line.phase]}`,
      budget: lineBudget(line),
      low: line.profit.low,
      likely: line.profit.likely,
      high: line.profit.high,
      source: line.profit.source,
      kpi: line.kpi.name,
      target: line.kpi.target,
      unit: line.kpi.target === null ? '' : line.kpi.unit,
      assumptions: line.assumptions
        .map(({ text }) => text.trim())
        .filter(Boolean)
        .join('; '),
      needs: needsOf(line, conditions)
        .map(({ name }) => name)
        .join('; '),
      held: gateWords(line, conditions).join('; '),
      evidence: evidenceWords(workbook.evidence, line.evidenceIds),
      profit: null,
      evidenceIds: null,
    })),
});
