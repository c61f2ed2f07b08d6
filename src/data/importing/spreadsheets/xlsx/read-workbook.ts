import { BrokenWorkbook, type WorkbookParts } from './workbook-parts.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';

/** A sheet with cells. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part. */
  readonly part: string;
}

/** What a workbook says of itself. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  readonly stylesPart: string | undefined;
  readonly stringsPart: string | undefined;
}

/** A reference from one part to another. */
interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const ignore = (): void => undefined;

/** Only opening tags matter. */
const onOpen = (open: XmlHandler['open']): XmlHandler => ({ open, close: ignore, text: ignore });

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
const relationsOf = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

/** A path as seen from a part: `../x` and `/x` are resolved. */
const resolvePath = (from: string, target: string): string => {
  const path = target.startsWith('/') ? target.slice(1) : folderOf(from) + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
};

const readRelations = async (parts: WorkbookParts, part: string): Promise<readonly Relation[]> => {
  const relations: Relation[] = [];
  const name = relationsOf(part);
  if (!parts.has(name)) return relations;
  await parts.scan(
    name,
    onOpen((tag, attributes) => {
      if (tag !== 'Relationship') return;
      const target = resolvePath(part, attribute(attributes, 'Target') ?? '');
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      relations.push({ id: attribute(attributes, 'Id') ?? '', type, target });
    }),
  );
  return relations;
};

const workbookPart = async (parts: WorkbookParts): Promise<string> => {
  const relations = await readRelations(parts, '');
  const main = relations.find(({ type }) => type === 'officeDocument')?.target;
  const part = main !== undefined && parts.has(main) ? main : 'xl/workbook.xml';
  if (!parts.has(part)) throw new BrokenWorkbook('Its list of sheets is missing');
  return part;
};

/** Reads the list of sheets and where their cells are. */
export const readWorkbook = async (parts: WorkbookParts): Promise<Workbook> => {
  const part = await workbookPart(parts);
  const relations = await readRelations(parts, part);
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await parts.scan(
    part,
    onOpen((tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const relation = relations.find(({ id }) => id === attribute(attributes, 'id'));
      if (relation?.type !== 'worksheet' || !parts.has(relation.target)) return;
      const isHidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? '', isHidden, part: relation.target });
    }),
  );
  if (sheets.length === 0) throw new BrokenWorkbook('It has no sheet with cells');
  const partOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type && parts.has(relation.target))?.target;
  return { sheets, from1904, stylesPart: partOf('styles'), stringsPart: partOf('sharedStrings') };
};
