import type { MapTone, StrategyMap } from '../../charts/layout/strategy-map.ts';
import type { Formats } from '../../core/format/formats.ts';
import { scorecardPerspectives } from '../../strategy/templates/scorecard-measures.ts';
import type { BoundFigure } from '../../strategy/worksheets/judgement.ts';
import { scorecard } from '../../strategy/worksheets/kinds/scorecard.ts';
import { actualOf } from '../../strategy/worksheets/scorecard-light.ts';
import type { RowOf } from '../../strategy/worksheets/worksheet.ts';

type Measure = RowOf<typeof scorecard.fields>;

const figureOf = ({ values }: Measure, bound: BoundFigure | undefined, formats: Formats): string => {
  const unit = values.unit ?? bound?.unit ?? 'ratio';
  const actual = formats.value(actualOf(values, bound), bound?.unit ?? unit);
  return values.target === null ? actual : `${actual}, target ${formats.value(values.target, unit)}`;
};

/** The measures that have a perspective as a map. `boundOf` gives the pinned number of a row as it is now. */
export const mapOf = (
  rows: readonly Measure[],
  boundOf: (row: Measure) => BoundFigure | undefined,
  formats: Formats,
): StrategyMap => {
  const placed = rows.filter(({ values }) => values.perspective !== null);
  return {
    bands: scorecardPerspectives.map(({ value, label }) => ({ key: value, label })),
    nodes: placed.map((row) => {
      const bound = boundOf(row);
      const judgement = scorecard.judge?.(row.values, bound);
      return {
        key: row.id,
        band: row.values.perspective ?? '',
        label: row.values.measure.trim() || 'Unnamed measure',
        figure: figureOf(row, bound, formats),
        tone: judgement?.tone ?? 'open',
        state: judgement?.words ?? '',
      };
    }),
    links: placed.flatMap(({ id, values }) =>
      [...new Set([values.leadsTo, values.alsoLeadsTo])].flatMap((to) =>
        to === null ? [] : [{ from: id, to }],
      ),
    ),
  };
};

/** The finding above the map: what is behind, else how many measures can be told. */
export const mapTitle = ({ nodes }: Pick<StrategyMap, 'nodes'>): string => {
  const of = (tone: MapTone): StrategyMap['nodes'] => nodes.filter((node) => node.tone === tone);
  const [behind, near, open] = [of('bad'), of('near'), of('open')];
  const told = nodes.length - open.length;
  if (told === 0)
    return `${nodes.length} ${nodes.length === 1 ? 'measure' : 'measures'}: set targets and pin numbers`;
  const rest = open.length > 0 ? `; ${open.length} can’t be told yet` : '';
  if (behind.length === 1) return `“${behind[0]?.label ?? ''}” is behind${rest}`;
  if (behind.length > 1) return `${behind.length} of ${told} measures are behind${rest}`;
  return near.length > 0
    ? `None is behind, ${near.length} of ${told} only near${rest}`
    : `All ${told} that can be told are on target${rest}`;
};
