import { getContext, setContext } from 'svelte';
import type { ChartTable } from './chart-table.ts';

/** A figure as the actions see it. */
export interface FigureContent {
  /** The finding. */
  readonly title: string;
  readonly subtitle: string;
  readonly table: ChartTable;
  /** The drawing (`svg.chart`), null while the figure shows its table. */
  readonly svg: SVGSVGElement | null;
  /** The whole `<figure>`. */
  readonly element: HTMLElement;
}

/** What the menu of every figure can do. An action that is absent is not offered. */
export interface FigureActions {
  readonly copyPicture?: (figure: FigureContent) => unknown;
  readonly downloadPng?: (figure: FigureContent) => unknown;
  readonly downloadSvg?: (figure: FigureContent) => unknown;
  readonly downloadCsv?: (figure: FigureContent) => unknown;
  /** Pins a number to a strategy document; `headline` is the key of the one that is meant, where it is a certain one. */
  readonly pin?: (headline?: string) => unknown;
}

const key = Symbol('figure-actions');

/** Gives all figures below this component their actions; called once by the shell. */
export const setFigureActions = (actions: FigureActions): void => {
  setContext(key, actions);
};

/** The actions in force; none where nobody set any. */
export const getFigureActions = (): FigureActions => getContext<FigureActions | undefined>(key) ?? {};
