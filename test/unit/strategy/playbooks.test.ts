import { describe, expect, it } from 'vitest';
import { rfmSegments } from '../../../src/analyses/rfm/segments.ts';
import { editPlaybook, findPlaybook, resetPlaybook } from '../../../src/strategy/commands/playbooks.ts';
import { execute, redo, startHistory, undo } from '../../../src/strategy/history.ts';
import { parseWorkbook } from '../../../src/strategy/parse-workbook.ts';
import { playFields } from '../../../src/strategy/records/playbook.ts';
import { defaultPlaybook, defaultPlaybooks } from '../../../src/strategy/templates/default-playbooks.ts';
import { valueOf } from '../../support/value-of.ts';
import { after, newWorkbook } from './arbitrary-workbook.ts';

describe('playbooks', () => {
  it('have a default with every field for every RFM segment', () => {
    expect(defaultPlaybooks.map(({ segment }) => segment)).toEqual(rfmSegments.map(({ name }) => name));
    for (const play of defaultPlaybooks)
      for (const field of playFields)
        expect(play[field].length, `${play.segment} ${field}`).toBeGreaterThan(3);
  });

  it('keep what the user wrote, and only that', () => {
    const workbook = after(newWorkbook(), editPlaybook('Champions', 'goal', 'Invite to the club'));
    expect(workbook.playbooks).toHaveLength(1);
    expect(findPlaybook(workbook, 'Champions')).toEqual({
      ...defaultPlaybook('Champions'),
      goal: 'Invite to the club',
    });
    expect(findPlaybook(workbook, 'Lost')).toEqual(defaultPlaybook('Lost'));
    expect(findPlaybook(workbook, 'Nobody')).toBeUndefined();
    expect(after(newWorkbook(), editPlaybook('Nobody', 'goal', 'x')).playbooks).toBeUndefined();
  });

  it('go back to the default by a reset, by typing it again, and by undo', () => {
    const edited = after(newWorkbook(), editPlaybook('Lost', 'avoid', 'Letters'));
    expect(after(edited, resetPlaybook('Lost')).playbooks).toBeUndefined();
    const again = editPlaybook('Lost', 'avoid', defaultPlaybook('Lost')?.avoid ?? '');
    expect(after(edited, again).playbooks).toBeUndefined();
    const two = after(edited, editPlaybook('New', 'kpi', 'Second order'));
    expect(after(two, resetPlaybook('Lost')).playbooks?.map(({ segment }) => segment)).toEqual(['New']);
    const history = execute(startHistory(edited), resetPlaybook('Lost'));
    expect(undo(history).present.playbooks).toEqual(edited.playbooks);
    expect(redo(undo(history)).present.playbooks).toBeUndefined();
  });

  it('come back from the file of the workbook; one without them is read as before', () => {
    const edited = after(newWorkbook(), editPlaybook('Loyal', 'channel', 'Phone'));
    expect(valueOf(parseWorkbook(JSON.parse(JSON.stringify(edited))))).toEqual(edited);
    expect(valueOf(parseWorkbook(JSON.parse(JSON.stringify(newWorkbook())))).playbooks).toBeUndefined();
    expect(parseWorkbook({ ...edited, playbooks: [{ segment: 'Loyal' }] }).ok).toBe(false);
  });
});
