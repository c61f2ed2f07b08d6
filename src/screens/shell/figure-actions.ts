import type { FigureActions, FigureContent } from '../../charts/frame/figure-actions.ts';
import { explainError } from '../../core/explain-error.ts';
import { smallestSharedGroup } from '../../core/small-group.ts';
import type { AppError } from '../../core/app-error.ts';
import { err, type Result } from '../../core/result.ts';
import type { App } from '../../state/app.svelte.ts';
import { copyPicture, copyTable } from '../../storage/export/clipboard.ts';
import { writeCsv } from '../../storage/export/csv.ts';
import { downloadBlob } from '../../storage/export/download.ts';
import { drawPng } from '../../storage/export/png.ts';
import { suppressSmallGroups } from '../../storage/export/suppress-small-groups.ts';
import { drawSvg, type SvgPicture } from '../../storage/export/svg.ts';

const draw = async (figure: FigureContent): Promise<SvgPicture | undefined> =>
  figure.svg ? await drawSvg(figure.svg, { title: figure.title, subtitle: figure.subtitle }) : undefined;

const drawBitmap = async (figure: FigureContent): Promise<Result<Blob, AppError>> => {
  const picture = await draw(figure);
  return picture
    ? await drawPng(picture)
    : err({ kind: 'export-failed', what: 'picture', reason: 'The figure shows its table now' });
};

const hiddenWords = (rows: number): string =>
  rows === 0
    ? ''
    : ` ${rows === 1 ? '1 row is' : `${rows} rows are`} about fewer than ${smallestSharedGroup} people: without figures.`;

/** What the menu of every figure does: copy, PNG, SVG and CSV, each with a word of what happened. */
export const figureActions = (app: App): FigureActions => {
  const tell = (result: Result<unknown>, done: string): void => {
    if (result.ok) app.notices.say(done);
    else app.notices.say(explainError(result.error).title, { tone: 'bad' });
  };
  return {
    copyPicture: async (figure) => {
      if (figure.svg) tell(await copyPicture(drawBitmap(figure)), 'Picture copied.');
      else {
        const table = suppressSmallGroups(figure.table);
        tell(await copyTable(table), `Table copied.${hiddenWords(table.suppressed)}`);
      }
    },
    downloadPng: async (figure) => {
      const png = await drawBitmap(figure);
      if (png.ok) downloadBlob(png.value, figure.title, 'png');
      tell(png, 'PNG saved.');
    },
    downloadSvg: async (figure) => {
      const picture = await draw(figure);
      if (picture) downloadBlob(new Blob([picture.svg], { type: 'image/svg+xml' }), figure.title, 'svg');
    },
    downloadCsv: (figure) => {
      const table = suppressSmallGroups(figure.table);
      downloadBlob(new Blob([writeCsv(table)], { type: 'text/csv' }), figure.title, 'csv');
      app.notices.say(`CSV saved.${hiddenWords(table.suppressed)}`);
    },
  };
};
