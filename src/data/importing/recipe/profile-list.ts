import * as v from 'valibot';
import type { MappingProfile } from '../mapping/mapping-profile.ts';
import { profileSchema, toProfile } from './profile-schema.ts';

/** The most profiles that are kept; the oldest go. */
const mostProfiles = 200;

/** The list with one more profile, which takes the place of an earlier decision on the same headers. Latest first. */
export const withProfile = (
  list: readonly MappingProfile[],
  profile: MappingProfile,
): readonly MappingProfile[] =>
  [profile, ...list.filter(({ id }) => id !== profile.id)].slice(0, mostProfiles);

/** Stored profiles; what can't be read is left out. */
export const parseProfiles = (stored: unknown): readonly MappingProfile[] =>
  (Array.isArray(stored) ? stored : []).flatMap((one) => {
    const parsed = v.safeParse(profileSchema, one);
    return parsed.success ? [toProfile(parsed.output)] : [];
  });
