/** Months by their names and usual short forms in six languages, longest first. */
const months = [
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'januar|februar|maerz|märz|mai|juni|juli|oktober|dezember',
  'janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'janeiro|fevereiro|março|marco|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez',
].join('|');

const monthName = new RegExp(`(?<!\\p{L})(?:${months})(?!\\p{L})`, 'giu');

/**
 * The part of a file's name that next month's file has too: without numbers, months, the mark of a copy, folders and
 * the end; its rejected rows belong to the same. `export/orders_2024-05.csv` and `Orders June 2024 (1).csv.gz` are both `orders`.
 */
export const fileSeries = (name: string): string =>
  name
    .replace(/^.*[/\\]/, '')
    .replace(/(?:\.\p{L}+)? rejected rows\b/u, '')
    .replace(/(?:\.\p{L}[\p{L}\d]{0,7}){1,2}$/u, '')
    .replaceAll(/\(\d+\)|\bcopy\b|\bfinal\b|\bnew\b/gi, ' ')
    .replaceAll(/[_\-.]+/g, ' ')
    .replaceAll(monthName, ' ')
    .replaceAll(/q[1-4](?!\p{L})|\bkw ?\d+|\d+/giu, ' ')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();
