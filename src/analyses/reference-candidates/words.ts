import type { SignalKey } from './result.ts';

/** The signs in words, and what it takes to see them. */
export const signalWords: Readonly<Record<SignalKey, { readonly label: string; readonly needs: string }>> = {
  recommends: { label: 'Would recommend us', needs: 'answers to a net promoter question' },
  refers: { label: 'Have referred somebody', needs: 'a list of who referred whom' },
  broad: { label: 'Buy broadly', needs: 'order lines with products or categories' },
};
