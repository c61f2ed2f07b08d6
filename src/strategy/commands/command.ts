import type { Workbook } from '../workbook.ts';

/**
 * One change of the workbook, with its name for the undo button ("Move card"). `apply` changes the draft in place and
 * nothing else; ids and texts were passed to the function that made the command. A command about something that is no
 * longer there changes nothing.
 */
export interface Command {
  readonly label: string;
  readonly apply: (draft: Workbook) => void;
}
