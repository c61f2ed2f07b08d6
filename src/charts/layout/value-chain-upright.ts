import { round } from './geometry.ts';
import type { ChainPart, Stage, ValueChain, ValueChainGeometry } from './value-chain-model.ts';
import { closed, headParagraphs, setWords } from './value-chain-words.ts';

const verticalHeadlines = (stage: Stage, x: number, top: number, width: number) => {
  const shown = stage.headlines.slice(0, 4);
  const column = width / Math.max(1, shown.length);
  const sets = shown.map(({ label, text }, at) =>
    setWords(
      [
        { text, role: 'figure', size: 18, space: 0, maxLines: 1 },
        { text: label, role: 'label', size: 12, space: 0, maxLines: text ? 3 : 8 },
      ],
      x + at * column,
      top,
      column - 10,
    ),
  );
  return { words: sets.flatMap((set) => set.words), bottom: Math.max(top, ...sets.map((set) => set.bottom)) };
};

/** The chain upright: stages below one another, then the arrowhead pointing down, then the conditions. */
export const layoutUpright = (
  { stages, enablers, arrowhead }: ValueChain,
  width: number,
): ValueChainGeometry => {
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
