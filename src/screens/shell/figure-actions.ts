import type { ChartTable } from '../../charts/frame/chart-table.ts';
import type { FigureActions, FigureContent } from '../../charts/frame/figure-actions.ts';
import { explainError } from '../../core/explain-error.ts';
import type { Result } from '../../core/result.ts';
import type { App } from '../../state/app.svelte.ts';
import { copyPicture } from '../../storage/export/clipboard.ts';
import { toCsv } from '../../storage/export/csv.ts';
import { download } from '../../storage/export/download.ts';
import { svgToPng } from '../../storage/export/png.ts';
import { standaloneSvg } from '../../storage/export/svg.ts';

const csvOf = (table: ChartTable): string =>
  toCsv(
    table.columns.map((column) => column.label),
    table.rows.map((row) => table.columns.map((column) => row[column.key] ?? null)),
  );

/** What the menu of every figure does: copy, PNG, SVG and CSV, each with a word of what happened. */
export const figureActions = (app: App): FigureActions => {
  const tell = (result: Result<unknown>, done: string): void => {
    if (result.ok) app.notices.say(done);
    else app.notices.say(explainError(result.error).title, { tone: 'bad' });
  };
  const drawing = (figure: FigureContent): string | undefined =>
    figure.svg ? standaloneSvg(figure.svg, figure) : undefined;
  return {
    copyPicture: async (figure) => {
      const svg = drawing(figure);
      if (svg) tell(await copyPicture(svg), 'Picture copied.');
    },
    downloadPng: async (figure) => {
      const svg = drawing(figure);
      if (!svg) return;
      const png = await svgToPng(svg);
      if (png.ok) download(png.value, `${figure.title}.png`);
      tell(png, 'PNG saved.');
    },
    downloadSvg: (figure) => {
      const svg = drawing(figure);
      if (svg) download(new Blob([svg], { type: 'image/svg+xml' }), `${figure.title}.svg`);
    },
    downloadCsv: (figure) =>
      download(new Blob([csvOf(figure.table)], { type: 'text/csv' }), `${figure.title}.csv`),
  };
};
