import type { Component } from 'svelte';

/** One line of a {@link MenuEntry} list that does something. */
export interface MenuAction {
  readonly label: string;
  readonly onselect: () => unknown;
  /** A lucide icon. */
  readonly icon?: Component;
  /** Keys that do the same: "Ctrl D". */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** One line below the label: what it does, or why it is disabled. */
  readonly hint?: string;
  /** For what removes something. */
  readonly danger?: boolean;
  /** For a choice that is on or off. */
  readonly checked?: boolean;
}

/** A menu's lines in order: actions, headings and rules between groups. */
export type MenuEntry = MenuAction | { readonly heading: string } | 'separator';
