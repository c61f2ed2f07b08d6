import { createContext } from 'svelte';
import type { App } from '../state/app.svelte.ts';

const [readApp, provideApp] = createContext<App>();

/** The app that the shell provided to all screens. */
export const getApp = readApp;

/** Provides the app; called once by the shell. */
export const setApp = provideApp;
