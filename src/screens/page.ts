import type { Component } from 'svelte';

/** A page of the app. `needsData`: shows what it will show until data are loaded. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** Heading in the navigation; the order of the chain. */
  readonly group: 'Data' | 'Analyse' | 'Develop' | 'Manage' | 'Strategy' | '';
  /** One sentence for the search and the empty state: what the page answers. */
  readonly answers: string;
  readonly needsData: boolean;
  /** Not in the navigation: reached by its address only. */
  readonly isHidden?: true;
  readonly load: () => Promise<{ readonly default: Component }>;
}
