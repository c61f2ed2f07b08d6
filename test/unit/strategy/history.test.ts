import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCard, editCardText } from '../../../src/strategy/commands/cards.ts';
import { renameWorkspace } from '../../../src/strategy/commands/workspace.ts';
import { execute, historyLimit, redo, startHistory, undo } from '../../../src/strategy/history.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import { arbitraryChange, newWorkbook } from './arbitrary-workbook.ts';

const changes = fc.array(
  fc.tuple(arbitraryChange, fc.option(fc.constantFrom('a', 'b'), { nil: undefined })),
  {
    maxLength: 30,
  },
);

describe('history', () => {
  it('undo takes every change back, redo does it again', () => {
    fc.assert(
      fc.property(changes, (steps) => {
        let history = startHistory(newWorkbook());
        const start = history.present;
        for (const [command, mergeKey] of steps) {
          const before = history;
          history = execute(history, command, mergeKey);
          if (history === before) continue;
          expect(redo(undo(history))).toEqual(history);
          if (history.past.length > before.past.length) expect(undo(history).present).toEqual(before.present);
        }
        const end = history.present;
        const count = history.past.length;
        for (let at = 0; at < count; at += 1) history = undo(history);
        expect(history.present).toEqual(start);
        for (let at = 0; at < count; at += 1) history = redo(history);
        expect(history.present).toEqual(end);
      }),
      { numRuns: 150 },
    );
  });

  it('every change leads to a valid workbook whose links all lead somewhere', () => {
    fc.assert(
      fc.property(changes, (steps) => {
        const { present } = steps.reduce(
          (history, [command]) => execute(history, command),
          startHistory(newWorkbook()),
        );
        expect(parseWorkbook(structuredClone(present))).toEqual({ ok: true, value: present });
      }),
      { numRuns: 150 },
    );
  });

  it('never changes the workbook that it was given', () => {
    const workbook = newWorkbook();
    const copy = structuredClone(workbook);
    execute(startHistory(workbook), addCard('board1', { id: 'c', quadrant: 'threats', text: 'A' }));
    expect(workbook).toEqual(copy);
  });

  it('a command that changes nothing leaves no trace', () => {
    const history = startHistory(newWorkbook());
    expect(execute(history, renameWorkspace('Strategy'))).toBe(history);
    expect(execute(history, editCardText('board1', 'nowhere', 'x', '2026-01-31'))).toBe(history);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it('merges a burst of typing into one change and keeps bursts apart', () => {
    let history = execute(
      startHistory(newWorkbook()),
      addCard('board1', { id: 'c', quadrant: 'strengths', text: '' }),
    );
    for (const text of ['W', 'We', 'We ', 'We care'])
      history = execute(history, editCardText('board1', 'c', text, '2026-01-31'), 'c/text/1');
    expect(history.past).toHaveLength(2);
    // However much is typed: the text as it was, and the day of its wording.
    expect(history.past.at(-1)?.backward).toHaveLength(2);
    history = execute(history, editCardText('board1', 'c', 'We care a lot', '2026-01-31'), 'c/text/2');
    history = undo(history);
    expect(history.present.boards[0]?.cards[0]?.text).toBe('We care');
    history = undo(history);
    expect(history.present.boards[0]?.cards[0]?.text).toBe('');
    expect(redo(history).present.boards[0]?.cards[0]?.text).toBe('We care');
  });

  it('does not merge into a change after one was undone', () => {
    let history = execute(startHistory(newWorkbook()), renameWorkspace('A'), 'name');
    history = execute(history, renameWorkspace('B'), 'other');
    history = execute(undo(history), renameWorkspace('C'), 'name');
    expect(undo(history).present.name).toBe('A');
    expect(history.future).toHaveLength(0);
  });

  it('remembers the last 500 changes, each with its label', () => {
    let history = startHistory(newWorkbook());
    for (let at = 0; at < historyLimit + 7; at += 1)
      history = execute(history, renameWorkspace(`Name ${at}`));
    expect(history.past).toHaveLength(historyLimit);
    expect(history.past.at(-1)?.label).toBe('Rename workspace');
    for (let at = 0; at < historyLimit; at += 1) history = undo(history);
    expect(history.present.name).toBe('Name 6');
    expect(undo(history)).toBe(history);
  });
});
