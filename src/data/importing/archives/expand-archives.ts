import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { sniffFile } from '../format/sniff-file.ts';
import { openZipMember } from './open-zip-member.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** One of the files that were given, or a member of an archive among them. */
export interface ExpandedFile {
  /** `archive.zip/folder/member.csv` for a member. */
  readonly name: string;
  readonly bytes: number;
  readonly isMember: boolean;
  /** Its bytes; a member is unpacked only now. */
  open(): Promise<Result<File>>;
}

const mostMembers = 200;
const junk = /(^|\/)(__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$|\.git\/)/i;
const isTable = ({ name }: ZipEntry): boolean => !name.endsWith('/') && !junk.test(name);

const single = (name: string, file: File, problem?: AppError): ExpandedFile => ({
  name,
  bytes: file.size,
  isMember: false,
  open: () => Promise.resolve(problem ? err(problem) : ok(file)),
});

const isZip = async (file: File): Promise<boolean> => {
  const sniffed = await sniffFile(file);
  return sniffed.ok && sniffed.value.kind === 'zip';
};

const openMember = async (archive: File, entry: ZipEntry, name: string): Promise<Result<File>> => {
  const member = await openZipMember(archive, entry, name);
  if (!member.ok || !(await isZip(member.value))) return member;
  const instead = 'It is an archive within an archive: unpack the outer one and drop the inner one.';
  return err({ kind: 'format-unsupported', file: name, format: 'ZIP archive', instead });
};

const refused = (name: string, archive: File, detected: string): readonly ExpandedFile[] => [
  single(name, archive, { kind: 'file-not-a-table', file: name, detected }),
];

const expandZip = async (name: string, archive: File): Promise<readonly ExpandedFile[]> => {
  const entries = await readZipDirectory(archive);
  if (!entries.ok) return [single(name, archive, entries.error)];
  const members = entries.value.filter(isTable);
  if (members.length === 0) return refused(name, archive, 'an archive without files');
  if (members.length > mostMembers)
    return refused(
      name,
      archive,
      `an archive of ${members.length} files, and at most ${mostMembers} are read`,
    );
  return members.map((entry) => {
    const path = `${name}/${entry.name}`;
    return { name: path, bytes: entry.bytes, isMember: true, open: () => openMember(archive, entry, path) };
  });
};

/**
 * Puts the members of ZIP archives in their archive's place. Folders and what file managers leave behind are not
 * members. An archive that can't be listed stays one file, whose opening fails with the reason.
 * @param files by the names under which plans and reports speak of them
 */
export const expandArchives = async (files: ReadonlyMap<string, File>): Promise<readonly ExpandedFile[]> => {
  const expanded: ExpandedFile[] = [];
  for (const [name, file] of files)
    expanded.push(...((await isZip(file)) ? await expandZip(name, file) : [single(name, file)]));
  return expanded;
};
