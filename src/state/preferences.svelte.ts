/** Light, dark, or as the system says. */
export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'arrowhead-preferences';

interface Stored {
  readonly theme?: Theme;
}

const readStored = (): Stored => {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Stored;
  } catch {
    // Storage is denied or holds something else: the defaults are fine.
    return {};
  }
};

/** What this device remembers about how the app looks; holds nothing about customers. */
export class Preferences {
  theme = $state<Theme>(readStored().theme ?? 'system');
  readonly locale = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;

  /** Switches the theme at once and remembers it where storage is allowed. */
  setTheme(theme: Theme): void {
    this.theme = theme;
    try {
      localStorage.setItem(storageKey, JSON.stringify({ theme }));
    } catch {
      // Denied storage only costs the memory of the choice.
    }
  }
}
