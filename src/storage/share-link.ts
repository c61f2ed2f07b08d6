import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import { describeIssue } from '../strategy/describe-issue.ts';
import { plainJson } from '../strategy/plain-json.ts';
import { findRepeatedId, keepKnownReferences } from '../strategy/references.ts';
import { sharedViewSchema, sharedViewVersion, type SharedView } from './shared-view.ts';

/** The longest text that {@link encodeShareLink} gives: more is cut by mail and chat programs. */
export const shareLinkLimit = 16_000;

/** Most bytes that a link may unpack to; more is not one of ours. */
const unpackedLimit = 2_000_000;

const chunkLength = 8_192;

const toBase64Url = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunkLength)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunkLength));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const invalid = (reason: string): Result<never, AppError> => err({ kind: 'link-invalid', reason });

/** A view as text for the fragment of an address (letters, digits, `-` and `_`), or `link-too-long` with the numbers. */
export const encodeShareLink = (view: SharedView): Result<string, AppError> => {
  const text = toBase64Url(deflateSync(strToU8(JSON.stringify(view)), { level: 9 }));
  return text.length > shareLinkLimit
    ? err({ kind: 'link-too-long', length: text.length, limit: shareLinkLimit })
    : ok(text);
};

const unpack = (text: string): Result<unknown, AppError> => {
  try {
    const bytes = inflateSync(fromBase64Url(text), { out: new Uint8Array(unpackedLimit + 1) });
    if (bytes.length > unpackedLimit) return invalid('It holds more than a link of ours can');
    return ok(JSON.parse(strFromU8(bytes)));
  } catch {
    return invalid('It is cut short or was changed on the way');
  }
};

/** Links to segments, themes and evidence that didn't come along are dropped. */
const repair = (view: SharedView): SharedView => {
  const segments = new Set(view.segments.map((segment) => segment.id));
  const known = (id: string | null): string | null => (id !== null && segments.has(id) ? id : null);
  const ids = {
    segments,
    themes: new Set(view.themes.map((theme) => theme.id)),
    evidence: new Set(view.evidence.map((one) => one.id)),
  };
  return {
    ...view,
    settings: {
      ...view.settings,
      focusId: known(view.settings.focusId),
      comparisonId: known(view.settings.comparisonId),
    },
    evidence: view.evidence.map((one) => ({ ...one, segmentId: known(one.segmentId) })),
    board: view.board && keepKnownReferences(view.board, ids),
  };
};

/**
 * Reads the fragment of a shared link. Nothing in it is trusted: size, depth, fields and links are checked, and any text that isn't
 * one of ours is `link-invalid` with the reason. Undoes {@link encodeShareLink} exactly.
 */
export const decodeShareLink = (text: string): Result<SharedView, AppError> => {
  if (text.length > shareLinkLimit)
    return invalid(`It is ${text.length} characters long; ours have at most ${shareLinkLimit}`);
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return invalid('It holds characters that no link of ours has');
  const unpacked = unpack(text);
  if (!unpacked.ok) return unpacked;
  const plain = plainJson(unpacked.value);
  if (!plain.ok) return invalid(plain.error);
  const { version } = Object(plain.value) as { version?: unknown };
  if (typeof version === 'number' && version > sharedViewVersion)
    return invalid(`It was made by a newer version of the workbench (form ${version})`);
  const parsed = v.safeParse(sharedViewSchema, plain.value, { abortEarly: true });
  if (!parsed.success) return invalid(describeIssue(parsed.issues[0]));
  const { board, ...rest } = parsed.output;
  const repeated = findRepeatedId({ ...rest, boards: board ? [board] : [] });
  return repeated === undefined ? ok(repair(parsed.output)) : invalid(repeated);
};
