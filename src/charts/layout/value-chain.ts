import { line, scaleBand } from 'd3';
import { round, type Point } from './geometry.ts';
import { textWidth, wrapText, type Face } from './text.ts';

/** The three phases of the chain, in order. */
export type Phase = 'analysis' | 'resources' | 'implementation';

/** One primary stage with the figures that say how it stands. */
export interface Stage {
  readonly key: string;
  readonly label: string;
  readonly phase: Phase;
  readonly headlines: readonly { readonly label: string; readonly text: string }[];
  /** False while the data for it are missing: drawn quietly, still leads to its pages. */
  readonly available: boolean;
  /** What is missing, in a few words. */
  readonly needs?: string;
}

/** A condition that supports the whole chain. */
export interface Enabler {
  readonly key: string;
  readonly label: string;
}

/** What the chain ends in: customer profitability, its trend, a detail. */
export interface Arrowhead {
  readonly label: string;
  readonly text: string;
  readonly detail: string;
}

/** Everything that the picture shows. */
export interface ValueChain {
  readonly stages: readonly Stage[];
  readonly enablers: readonly Enabler[];
  readonly arrowhead: Arrowhead;
}

/** A line of words: where it starts (or its middle) on the baseline, and how it is set. */
export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly role: 'name' | 'figure' | 'label';
}

/** A shape with its words. */
export interface ChainPart {
  readonly key: string;
  readonly path: string;
  readonly words: readonly Words[];
}

/** Where everything of the chain lies. */
export interface ValueChainGeometry {
  readonly width: number;
  readonly height: number;
  readonly isVertical: boolean;
  readonly phases: readonly {
    readonly phase: Phase;
    readonly x1: number;
    readonly x2: number;
    readonly y: number;
  }[];
  readonly stages: readonly ChainPart[];
  readonly enablers: readonly ChainPart[];
  readonly enablerTitle: Point;
  readonly arrowhead: ChainPart & { readonly anchor: 'start' | 'middle' };
}

const faceOf: Readonly<Record<Words['role'], Face>> = { name: 'serif', figure: 'strong', label: 'sans' };
const shape = line<readonly [number, number]>(
  (point) => round(point[0]),
  (point) => round(point[1]),
).digits(1);
const closed = (points: readonly (readonly [number, number])[]): string => `${shape(points) ?? ''}Z`;

/** Sets paragraphs below one another from `top`; gives their lines and where they end. */
const setWords = (
  paragraphs: readonly {
    readonly text: string;
    readonly role: Words['role'];
    readonly size: number;
    readonly space: number;
    readonly maxLines?: number;
  }[],
  x: number,
  top: number,
  width: number,
): { words: Words[]; bottom: number } => {
  const words: Words[] = [];
  let y = top;
  for (const { text, role, size, space, maxLines } of paragraphs) {
    y += words.length === 0 ? 0 : space;
    for (const each of wrapText(text, width, { size, face: faceOf[role] }, maxLines)) {
      words.push({ text: each, x: round(x), y: round(y + size * 0.95), size, role });
      y += Math.round(size * 1.25);
    }
  }
  return { words, bottom: y };
};

const stageParagraphs = (stage: Stage) =>
  stage.available
    ? stage.headlines.slice(0, 3).flatMap(({ label, text }, at) => [
        { text, role: 'figure' as const, size: at === 0 ? 22 : 16, space: 8, maxLines: 1 },
        { text: label, role: 'label' as const, size: 12, space: 0, maxLines: 2 },
      ])
    : [{ text: stage.needs ?? 'Needs more data', role: 'label' as const, size: 12, space: 0, maxLines: 4 }];

/** The largest size at which the figure fits. */
const figureSize = (text: string, width: number): number =>
  [48, 44, 38, 32, 28, 24, 20, 18].find((size) => textWidth(text, { size, face: 'serif' }) <= width) ?? 16;

const headParagraphs = ({ label, text, detail }: Arrowhead, width: number) => [
  { text: label, role: 'label' as const, size: 13, space: 0 },
  { text, role: 'name' as const, size: figureSize(text, width), space: 4, maxLines: 1 },
  { text: detail, role: 'label' as const, size: 13, space: 8, maxLines: 5 },
];

const shiftDown = (words: readonly Words[], by: number): Words[] =>
  words.map((each) => ({ ...each, y: round(each.y + by) }));

const layoutHorizontal = ({ stages, enablers, arrowhead }: ValueChain, width: number): ValueChainGeometry => {
  const headWidth = Math.min(260, Math.max(190, width * 0.2));
  const tip = headWidth * 0.3;
  const bodyEnd = width - headWidth;
  const notch = width < 1000 ? 14 : 20;
  const gap = 4;
  const pad = width < 1000 ? 8 : 12;
  const top = 34;
  const band = scaleBand(
    stages.map(({ key }) => key),
    [0, bodyEnd],
  );
  const nameSize = width < 1000 ? 15 : 17;
  const places = stages.map((stage, at) => {
    const inset = at === 0 ? pad + 2 : notch + pad;
    return { x: (band(stage.key) ?? 0) + inset, room: band.bandwidth() - inset - 6 };
  });
  const names = stages.map((stage, at) =>
    setWords(
      [{ text: stage.label, role: 'name', size: nameSize, space: 0 }],
      places[at]?.x ?? 0,
      top + 18,
      places[at]?.room ?? 0,
    ),
  );
  const figuresTop = Math.max(...names.map((each) => each.bottom)) + 10;
  const figures = stages.map((stage, at) =>
    setWords(stageParagraphs(stage), places[at]?.x ?? 0, figuresTop, places[at]?.room ?? 0),
  );
  const bottom = Math.max(top + 200, ...figures.map((each) => each.bottom + 20));
  const middle = (top + bottom) / 2;
  const drawnStages = stages.map((stage, at): ChainPart => {
    const x0 = band(stage.key) ?? 0;
    const x1 = x0 + band.bandwidth() - gap;
    return {
      key: stage.key,
      words: [...(names[at]?.words ?? []), ...(figures[at]?.words ?? [])],
      path: closed([
        [x0, top],
        [x1, top],
        [x1 + notch, middle],
        [x1, bottom],
        [x0, bottom],
        ...(at === 0 ? [] : [[x0 + notch, middle] as const]),
      ]),
    };
  });

  const slabTop = bottom + 34;
  const slabs = scaleBand(
    enablers.map(({ key }) => key),
    [0, bodyEnd - gap],
  );
  const lines = enablers.map(({ label }) => wrapText(label, slabs.bandwidth() - 16, { size: 13 }, 2));
  const slabHeight = Math.max(1, ...lines.map(({ length }) => length)) * 17 + 17;
  const drawnEnablers = enablers.map(({ key }, at): ChainPart => {
    const x0 = slabs(key) ?? 0;
    const x1 = x0 + slabs.bandwidth() - (at === enablers.length - 1 ? 0 : gap);
    const own = lines[at] ?? [];
    const first = slabTop + slabHeight / 2 - ((own.length - 1) * 17) / 2 + 4.5;
    return {
      key,
      words: own.map((text, row) => ({
        text,
        x: round((x0 + x1) / 2),
        y: round(first + row * 17),
        size: 13,
        role: 'label',
      })),
      path: closed([
        [x0, slabTop],
        [x1, slabTop],
        [x1, slabTop + slabHeight],
        [x0, slabTop + slabHeight],
      ]),
    };
  });
  const height = slabTop + slabHeight + 1;

  const headX = bodyEnd + notch + pad + 4;
  const headRoom = headWidth - notch - pad - 8 - tip * 0.45;
  const headSet = setWords(headParagraphs(arrowhead, headRoom), headX, 0, headRoom);
  return {
    width,
    height: round(height),
    isVertical: false,
    phases: (['analysis', 'resources', 'implementation'] as const).flatMap((phase) => {
      const own = stages.filter((stage) => stage.phase === phase);
      const first = own[0];
      const last = own.at(-1);
      if (!first || !last) return [];
      return [
        {
          phase,
          x1: round(band(first.key) ?? 0),
          x2: round((band(last.key) ?? 0) + band.bandwidth() - gap - 8),
          y: 16,
        },
      ];
    }),
    stages: drawnStages,
    enablers: drawnEnablers,
    enablerTitle: { x: 0, y: round(bottom + 24) },
    arrowhead: {
      key: 'arrowhead',
      anchor: 'start',
      words: shiftDown(headSet.words, middle - headSet.bottom / 2),
      path: closed([
        [bodyEnd, 2],
        [width - tip, 2],
        [width, middle],
        [width - tip, height - 1],
        [bodyEnd, height - 1],
        [bodyEnd, bottom],
        [bodyEnd + notch, middle],
        [bodyEnd, top],
      ]),
    },
  };
};

const verticalHeadlines = (stage: Stage, x: number, top: number, width: number) => {
  const shown = stage.headlines.slice(0, 3);
  const column = width / Math.max(1, shown.length);
  const sets = shown.map(({ label, text }, at) =>
    setWords(
      [
        { text, role: 'figure', size: 18, space: 0, maxLines: 1 },
        { text: label, role: 'label', size: 12, space: 0, maxLines: 3 },
      ],
      x + at * column,
      top,
      column - 10,
    ),
  );
  return { words: sets.flatMap((set) => set.words), bottom: Math.max(top, ...sets.map((set) => set.bottom)) };
};

const layoutVertical = ({ stages, enablers, arrowhead }: ValueChain, width: number): ValueChainGeometry => {
  const notch = 12;
  const gap = 4;
  const pad = 16;
  const phases: ValueChainGeometry['phases'][number][] = [];
  const centre = width / 2;
  const downward = (top: number, bottom: number, point: number, isFirst: boolean): string =>
    closed([
      [0, top],
      ...(isFirst ? [] : [[centre, top + notch] as const]),
      [width, top],
      [width, bottom],
      [centre, bottom + point],
      [0, bottom],
    ]);
  let y = 0;
  const drawnStages = stages.map((stage, at): ChainPart => {
    const isNewPhase = stage.phase !== stages[at - 1]?.phase;
    if (isNewPhase) {
      y += at === 0 ? 0 : notch + 10;
      phases.push({ phase: stage.phase, x1: 0, x2: round(width), y: round(y + 16) });
      y += 28;
    }
    const top = y;
    const name = setWords(
      [{ text: stage.label, role: 'name', size: 18, space: 0 }],
      pad,
      top + (isNewPhase ? 14 : notch + 12),
      width - 2 * pad,
    );
    const rest = stage.available
      ? verticalHeadlines(stage, pad, name.bottom + 8, width - 2 * pad)
      : setWords(
          [{ text: stage.needs ?? 'Needs more data', role: 'label', size: 12, space: 0 }],
          pad,
          name.bottom + 4,
          width - 2 * pad,
        );
    const bottom = rest.bottom + 12;
    y = bottom + gap;
    return {
      key: stage.key,
      words: [...name.words, ...rest.words],
      path: downward(top, bottom, notch, isNewPhase),
    };
  });

  const headTop = y;
  const room = width - 2 * pad - 24;
  const set = setWords(headParagraphs(arrowhead, room), centre, headTop + notch + 18, room);
  const headBottom = set.bottom + 10;
  y = headBottom + 44;
  const enablerTitle = { x: 0, y: round(y + 24) };
  y += 36;
  const drawnEnablers = enablers.map(({ key, label }): ChainPart => {
    const words = setWords(
      [{ text: label, role: 'label', size: 13, space: 0 }],
      centre,
      y + 9,
      width - 2 * pad,
    );
    const bottom = Math.max(words.bottom + 9, y + 34);
    const path = closed([
      [0, y],
      [width, y],
      [width, bottom],
      [0, bottom],
    ]);
    y = bottom + gap;
    return { key, words: words.words, path };
  });
  return {
    width,
    height: round(y),
    isVertical: true,
    phases,
    stages: drawnStages,
    enablers: drawnEnablers,
    enablerTitle,
    arrowhead: {
      key: 'arrowhead',
      anchor: 'middle',
      words: set.words,
      path: downward(headTop, headBottom, 40, false),
    },
  };
};

/** Below this width (px) the chain stands upright. */
export const uprightBelow = 760;

/**
 * The CRM value chain: stages as chevrons under their phases, supporting conditions as a slab below, and the arrowhead
 * at the right over the full height; upright in a narrow place. Shapes grow with their words, so that none is clipped.
 */
export const layoutValueChain = (chain: ValueChain, width: number): ValueChainGeometry =>
  width < uprightBelow ? layoutVertical(chain, width) : layoutHorizontal(chain, width);
