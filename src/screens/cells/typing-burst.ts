let bursts = 0;

/** A number that no other burst of typing on this page has: edits with it undo together. */
export const newBurst = (): number => (bursts += 1);
