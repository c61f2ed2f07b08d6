/** Something that the search (Ctrl K) can do. */
export interface PaletteCommand {
  /** Heading under which it is listed. */
  readonly group: string;
  readonly label: string;
  /** What it does or answers; searched too. */
  readonly hint?: string;
  readonly keys?: string;
  readonly onselect: () => unknown;
}

/** The commands under their headings, both in the order of first appearance. */
export const groupCommands = (
  commands: readonly PaletteCommand[],
): readonly { readonly name: string; readonly members: readonly PaletteCommand[] }[] =>
  [...new Set(commands.map(({ group }) => group))].map((name) => ({
    name,
    members: commands.filter(({ group }) => group === name),
  }));
