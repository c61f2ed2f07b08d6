import type { Component } from 'svelte';
import type { ViewProps } from './analysis.ts';
import type { AnalysisId, ParamsOf, ResultOf } from './registry.ts';

/** The component that shows one analysis. */
export type AnalysisView<Id extends AnalysisId = AnalysisId> = Component<
  ViewProps<ResultOf<Id>, ParamsOf<Id>>
>;

const modules = import.meta.glob<{ readonly default: AnalysisView }>('./*/View.svelte');

/** Loads the view of an analysis on first use; the id is the folder's name. A folder without a view is a bug and throws. */
export const loadView = async <Id extends AnalysisId>(id: Id): Promise<AnalysisView<Id>> => {
  const load = modules[`./${id}/View.svelte`];
  if (!load) throw new Error(`The analysis ${id} has no View.svelte`);
  return (await load()).default as AnalysisView<Id>;
};

const helpTexts = import.meta.glob<string>('./*/help.md', { query: '?raw', import: 'default' });

/** Loads the help text (Markdown) of an analysis; empty when the folder has none. */
export const loadHelp = async (id: string): Promise<string> => (await helpTexts[`./${id}/help.md`]?.()) ?? '';
