import { createContext } from 'svelte';
import type { App } from '../state/app.svelte.ts';

const [readApp, provideApp] = createContext<App>();

/** The app that the shell provided to all screens. */
export const getApp = readApp;

/** Provides the app; called once by the shell. */
export const setApp = provideApp;

const [readTitles, provideTitles] = createContext<(path: string) => string>();

/** Gives the title of the page at a path. A page that names others asks here, as the list of pages leads to every page itself. */
export const getPageTitle = readTitles;

/** Provides the titles of pages; called once by the shell. */
export const setPageTitle = provideTitles;
