import type { Claim, Evidence } from '../records/evidence.ts';
import type { Command } from './command.ts';
import { dropUncitedEvidence, findById, findCard } from './find.ts';

/** Pins a number to a card. Evidence that is in the workbook already (same id) is cited, not changed. */
export const pinEvidence = (boardId: string, cardId: string, evidence: Evidence): Command => ({
  label: 'Pin evidence',
  apply: (draft) => {
    const card = findCard(draft, boardId, cardId);
    if (!card) return;
    if (!findById(draft.evidence, evidence.id)) draft.evidence.push(evidence);
    if (!card.evidenceIds.includes(evidence.id)) card.evidenceIds.push(evidence.id);
  },
});

/** Takes a number off a card; it is forgotten when no other card cites it. */
export const unpinEvidence = (boardId: string, cardId: string, evidenceId: string): Command => ({
  label: 'Unpin evidence',
  apply: (draft) => {
    const card = findCard(draft, boardId, cardId);
    if (!card?.evidenceIds.includes(evidenceId)) return;
    card.evidenceIds = card.evidenceIds.filter((id) => id !== evidenceId);
    dropUncitedEvidence(draft, [evidenceId]);
  },
});

/** Says what is claimed of a pinned number; null for nothing. */
export const setClaim = (evidenceId: string, claim: Claim | null): Command => ({
  label: claim === null ? 'Clear claim' : 'Set claim',
  apply: (draft) => {
    const evidence = findById(draft.evidence, evidenceId);
    if (evidence) evidence.claim = claim;
  },
});
