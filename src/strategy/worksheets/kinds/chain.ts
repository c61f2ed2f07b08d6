import { chainPlaces, placeWords } from '../../chain/places.ts';
import { defineWorksheet } from '../worksheet.ts';

const anchors = [
  'nothing is done',
  'now and then, by chance',
  'done, each in their own way',
  'done in an agreed way',
  'done, measured and improved',
  'as well as anybody does it',
] as const;

/** What we do at each place of the value chain, how well, and how well we mean to: one record, seen through four frameworks. */
export const chain = defineWorksheet({
  id: 'chain',
  title: 'Value chain',
  answers:
    'What we do at each place of the value chain, how well, how well we want to, and where nothing is done.',
  concepts: ['A2', 'A8', 'B50', 'C9', 'D3'],
  item: 'activity',
  fields: {
    what: { kind: 'text', label: 'What we do', placeholder: 'What we do here' },
    place: {
      kind: 'choice',
      label: 'Where',
      hint: 'The place in the chain; each of the four frameworks puts it into one of its own boxes.',
      options: chainPlaces.map((value) => ({ value, label: placeWords[value] })),
    },
    now: { kind: 'score', label: 'Now', hint: 'How well it is done today', low: 0, high: 5, anchors },
    goal: { kind: 'score', label: 'Goal', hint: 'How well it is to be done', low: 0, high: 5, anchors },
    missing: {
      kind: 'text',
      label: 'What is missing',
      placeholder: 'What is missing',
      isLong: true,
    },
  },
  name: 'what',
  columns: ['now', 'goal', 'missing'],
  groupBy: 'place',
  derived: [
    {
      key: 'gap',
      label: 'Gap',
      unit: 'points',
      formula: 'Goal less the score now.',
      of: ({ now, goal }) => (now === null || goal === null ? null : goal - now),
    },
  ],
  starters: {
    label: 'Begin with a row for every place',
    rows: chainPlaces.map((place) => ({ place })),
  },
  finding: (rows) => {
    const said = rows.filter(({ values }) => values.what.trim() !== '');
    if (rows.length === 0) return '';
    const empty = chainPlaces.filter((place) => said.every(({ values }) => values.place !== place));
    const widest = rows.reduce<{ readonly gap: number; readonly name: string } | undefined>(
      (most, { values }) => {
        const gap = values.now === null || values.goal === null ? 0 : values.goal - values.now;
        return gap > (most?.gap ?? 0) && values.place ? { gap, name: placeWords[values.place] } : most;
      },
      undefined,
    );
    const covered = `Something is done at ${chainPlaces.length - empty.length} of ${chainPlaces.length} places`;
    return widest ? `${covered}; the widest gap is ${widest.name}, ${widest.gap} of 5.` : `${covered}.`;
  },
  source:
    'Four published frameworks over one record; the crosswalk between them is ours. Scores 0–5, house rule.',
});
