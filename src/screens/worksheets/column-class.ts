/** Widths in pixels from which more columns of a worksheet are shown; the container queries of `WorksheetGrid` say the same. */
export const columnWidths = { some: 544, wide: 832 } as const;

/** From which width on a column is shown, by its place after the name: the first always, two more on a tablet, all on a screen. */
export const columnClass = (at: number): '' | 'some' | 'wide' => (at === 0 ? '' : at <= 2 ? 'some' : 'wide');
