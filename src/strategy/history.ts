import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';
import type { Command } from './commands/command.ts';
import type { Workbook } from './workbook.ts';

enablePatches();

/** How many changes can be undone; older ones are forgotten. */
export const historyLimit = 500;

/** A change as a value that can be played both ways. */
export interface Change {
  readonly label: string;
  /** Set while further edits of the same text may join this change. */
  readonly mergeKey: string | undefined;
  readonly forward: readonly Patch[];
  readonly backward: readonly Patch[];
}

/** The workbook now, what led to it (oldest first), and what was undone (next to redo last). Immutable. */
export interface History {
  readonly present: Workbook;
  readonly past: readonly Change[];
  readonly future: readonly Change[];
}

/** A history without a past. */
export const startHistory = (workbook: Workbook): History => ({ present: workbook, past: [], future: [] });

const replay = (workbook: Workbook, patches: readonly Patch[]): Workbook =>
  applyPatches(workbook, [...patches]);

const isReplacement = (patches: readonly Patch[]): boolean =>
  patches.length === 1 && patches[0]?.op === 'replace';

const placeOf = (patch: Patch | undefined): string | undefined => patch?.path.join('\u0000');

/** Whether the second only replaces what the first replaced last. */
const samePlace = (first: Change, second: Change): boolean =>
  isReplacement(second.forward) &&
  first.forward.at(-1)?.op === 'replace' &&
  placeOf(first.forward.at(-1)) === placeOf(second.forward[0]);

/** Two changes in a row as one. Replacements of the same text keep only the first old and the last new one. */
const merge = (first: Change, second: Change): Change =>
  samePlace(first, second)
    ? {
        ...second,
        forward: [...first.forward.slice(0, -1), ...second.forward],
        backward: first.backward,
      }
    : {
        ...second,
        forward: [...first.forward, ...second.forward],
        backward: [...second.backward, ...first.backward],
      };

/**
 * Carries a command out. A command that changes nothing leaves the history as it is (the same object). With a
 * `mergeKey`, the change joins the one before when that has the same key and nothing was undone since: the caller
 * names the text field and the burst of typing (`card/42/text/7`), so that a sentence is undone at once and not by letters.
 */
export const execute = (history: History, command: Command, mergeKey?: string): History => {
  const [present, forward, backward] = produceWithPatches(history.present, (draft) => {
    command.apply(draft as Workbook);
  });
  if (forward.length === 0) return history;
  const change: Change = { label: command.label, mergeKey, forward, backward };
  const last = history.past.at(-1);
  const joins = mergeKey !== undefined && last?.mergeKey === mergeKey && history.future.length === 0;
  const past =
    last && joins ? [...history.past.slice(0, -1), merge(last, change)] : [...history.past, change];
  return { present, past: past.slice(-historyLimit), future: [] };
};

/** Takes the last change back; the same history when there is none. */
export const undo = (history: History): History => {
  const change = history.past.at(-1);
  if (!change) return history;
  return {
    present: replay(history.present, change.backward),
    past: history.past.slice(0, -1),
    future: [...history.future, change],
  };
};

/** Does the change again that was taken back last; the same history when there is none. */
export const redo = (history: History): History => {
  const change = history.future.at(-1);
  if (!change) return history;
  return {
    present: replay(history.present, change.forward),
    past: [...history.past, change],
    future: history.future.slice(0, -1),
  };
};
