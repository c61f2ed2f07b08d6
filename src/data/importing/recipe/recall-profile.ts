import type {
  ColumnMapping,
  FileCorrection,
  FileInspection,
  ImportIssue,
  ValueFix,
  ValueKind,
} from '../contract.ts';
import { profileKey, type MappingProfile } from '../mapping/mapping-profile.ts';
import { normaliseHeader } from '../mapping/normalise-header.ts';
import { fileSeries } from './file-series.ts';

/** A profile of this browser, or one of the open data, which knows corrected values too. */
export type KnownProfile = MappingProfile & { readonly fixes?: readonly ValueFix[] | undefined };

/** Key of a file's headers, by which what was decided for such files is found; undefined for a file that can't be read. */
export const profileKeyOf = ({ error, dialect, columns }: FileInspection): string | undefined =>
  error === undefined
    ? profileKey(
        columns.map(({ name }) => name),
        dialect.hasHeader,
      )
    : undefined;

/**
 * What was decided last for files with these headers; undefined when nothing was. Without a header the name has to be alike too.
 */
export const findProfile = <P extends MappingProfile>(
  inspection: FileInspection,
  profiles: readonly P[],
): P | undefined => {
  const key = profileKeyOf(inspection);
  const series = fileSeries(inspection.file);
  return profiles
    .filter(({ id, file }) => id === key && (inspection.dialect.hasHeader || fileSeries(file) === series))
    .reduce<P | undefined>(
      (latest, one) => (latest && latest.savedAt > one.savedAt ? latest : one),
      undefined,
    );
};

/** What a remembered mapping doesn't answer: how dates and numbers are written, where nothing in the file tells. */
const isAboutWriting = ({ code }: ImportIssue): boolean => code.endsWith('-guess');

const nameOf = (column: string): string => normaliseHeader(column) || column;

const measures = new Set<ValueKind>(['integer', 'number', 'date', 'datetime']);

/** Columns that held numbers or dates when it was decided where they go, and hold words now. */
const changedColumns = (inspection: FileInspection, profile: KnownProfile): readonly string[] => {
  const before = new Map(profile.columns.map((name, at) => [nameOf(name), profile.kinds?.[at]]));
  const used = new Set(
    profile.mapping.filter(({ target }) => target.includes('.')).map(({ column }) => nameOf(column)),
  );
  return inspection.columns
    .filter(({ name, kind }) => {
      const known = before.get(nameOf(name));
      return used.has(nameOf(name)) && known !== undefined && measures.has(known) && kind === 'text';
    })
    .map(({ name }) => name);
};

/** Says that a mapping was decided before and isn't used, as it can't fit these values. */
const withDoubt = (inspection: FileInspection, columns: readonly string[]): FileInspection => {
  const names = columns.map((name) => `“${name.slice(0, 40)}”`).join(', ');
  const message = `Files with these columns were read before, but ${names} held numbers or dates then and words now: please check where the columns go`;
  const doubt = { severity: 'warning', code: 'mapping-in-doubt', message, count: columns.length } as const;
  return { ...inspection, questions: [...inspection.questions, doubt] };
};

/** The mapping that was decided before for such files. Columns are found by name, however they are spelled and ordered now. */
const recallMapping = (inspection: FileInspection, profile: KnownProfile): FileInspection => {
  const byName = new Map(
    profile.mapping.flatMap((one) => [[nameOf(one.column), one] as const, [one.column, one] as const]),
  );
  const mapping = inspection.columns.map(({ name }): ColumnMapping => {
    const known = byName.get(name) ?? byName.get(nameOf(name));
    return known
      ? { ...known, column: name, confidence: 1, reason: 'As decided before for files with these columns' }
      : { column: name, target: 'ignore', confidence: 0.5, reason: 'Not among the columns decided before' };
  });
  return {
    ...inspection,
    source: profile.source,
    mapping,
    questions: inspection.questions.filter(isAboutWriting),
    profile: profile.id,
    ...(profile.fixes ? { fixes: profile.fixes } : {}),
  };
};

/**
 * The inspection as it would be after what was decided last for such files: read again with the corrections of then,
 * and mapped alike. What the user says now of this file counts more; unchanged when nothing was decided.
 */
export const asDecidedBefore = async (
  inspection: FileInspection,
  profiles: readonly KnownProfile[],
  inspect: (correction: FileCorrection) => Promise<FileInspection>,
  correction: FileCorrection = {},
): Promise<FileInspection> => {
  const profile = findProfile(inspection, profiles);
  if (!profile) return inspection;
  const isCorrected = Object.keys(profile.dialect).length > 0 || profile.sheet !== inspection.sheet;
  const again = isCorrected
    ? await inspect({ sheet: profile.sheet, ...profile.dialect, ...correction })
    : inspection;
  if (profileKeyOf(again) !== profile.id) return inspection;
  const changed = changedColumns(again, profile);
  return changed.length > 0 ? withDoubt(inspection, changed) : recallMapping(again, profile);
};
