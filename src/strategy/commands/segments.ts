import type { Predicate } from '../../core/predicate.ts';
import { segmentTags, type Segment, type SegmentTag } from '../records/segment.ts';
import { clearSegmentLinks } from '../worksheets/clear-links.ts';
import type { Command } from './command.ts';
import { allPlanLines, findById, removeById } from './find.ts';

const change = (label: string, id: string, edit: (segment: Segment) => void): Command => ({
  label,
  apply: (draft) => {
    const segment = findById(draft.segments, id);
    if (segment) edit(segment);
  },
});

/** Adds a segment at the end of the list. An id that is taken already changes nothing. */
export const addSegment = (segment: Segment): Command => ({
  label: 'Make segment',
  apply: (draft) => {
    if (!findById(draft.segments, segment.id)) draft.segments.push(segment);
  },
});

/** Gives a segment another name. */
export const renameSegment = (id: string, name: string): Command =>
  change('Rename segment', id, (segment) => {
    segment.name = name;
  });

/** Changes who belongs to a segment. Evidence pinned before keeps the rule it was computed with. */
export const setSegmentRule = (id: string, predicate: Predicate): Command =>
  change('Change segment rule', id, (segment) => {
    segment.predicate = predicate;
  });

/** Writes the note on a segment (Markdown). */
export const setSegmentNote = (id: string, note: string): Command =>
  change('Edit segment note', id, (segment) => {
    segment.note = note;
  });

/** Tags the customers of a segment as significant, or takes the tag away. */
export const setSegmentTag = (id: string, tag: SegmentTag, isGiven: boolean): Command =>
  change(isGiven ? 'Tag segment' : 'Remove tag', id, (segment) => {
    const tags = segmentTags.filter((one) => (one === tag ? isGiven : segment.tags?.includes(one)));
    if (tags.length > 0) segment.tags = tags;
    else delete segment.tags;
  });

/** Copies a segment under a new id and name; the copy follows the original. */
export const duplicateSegment = (id: string, copyId: string, copyName: string): Command => ({
  label: 'Duplicate segment',
  apply: (draft) => {
    const at = draft.segments.findIndex((segment) => segment.id === id);
    const original = draft.segments[at];
    if (!original || findById(draft.segments, copyId)) return;
    draft.segments.splice(at + 1, 0, { ...original, id: copyId, name: copyName });
  },
});

/**
 * Removes a segment and every reference to it: focus, comparison and the links of cards, worksheets and of the plan. Evidence keeps the rule and
 * the name it was computed with, so its number can still be checked.
 */
export const removeSegment = (id: string): Command => ({
  label: 'Remove segment',
  apply: (draft) => {
    if (!removeById(draft.segments, id)) return;
    if (draft.settings.focusId === id) draft.settings.focusId = null;
    if (draft.settings.comparisonId === id) draft.settings.comparisonId = null;
    for (const one of draft.evidence) if (one.segmentId === id) one.segmentId = null;
    for (const board of draft.boards)
      for (const card of board.cards) if (card.segmentId === id) card.segmentId = null;
    for (const line of allPlanLines(draft)) if (line.segmentId === id) line.segmentId = null;
    clearSegmentLinks(draft, id);
  },
});
