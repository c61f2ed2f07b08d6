import type { App } from '../../state/app.svelte.ts';
import { addAssessor } from '../../strategy/commands/assessors.ts';
import type { CellValue } from '../../strategy/records/worksheet.ts';
import { agreementOf, type Agreement } from '../../strategy/worksheets/assessed.ts';
import type { Worksheet } from '../../strategy/worksheets/worksheet.ts';
import { writeRow } from './write-row.ts';

const firstPerson = 'you';

/** Who is scoring, and whether the others' scores are shown. Made in a component. */
export class Assessment {
  #chosen = $state('');
  readonly #person = $derived.by(() => {
    const { assessors } = this.#app.workbook.current;
    return assessors.find(({ id }) => id === this.#chosen) ?? assessors[0];
  });
  /** Everyone scores for themselves first; nobody sees the others until it is switched off. */
  isPrivate = $state(false);
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Who scores now: the chosen one while they are there, else the first; somebody is added with the first score. */
  get personId(): string {
    return this.#person?.id ?? firstPerson;
  }

  /** Name of who scores now; empty while there is nobody. */
  get personName(): string {
    return this.#person?.name ?? '';
  }

  /** Lets somebody else score. */
  choose(personId: string): void {
    this.#chosen = personId;
  }

  /** What several people's scores come to; null when nobody scored or they are kept private. */
  shown(scores: CellValue): Agreement | null {
    return this.isPrivate || typeof scores !== 'object' || scores === null ? null : agreementOf(scores);
  }

  /** Sees that there is somebody who scores. */
  ensurePerson(): void {
    if (this.#app.workbook.current.assessors.length === 0)
      this.#app.workbook.execute(addAssessor(firstPerson, 'You'));
  }

  /** Writes a field of a row; the first score of all brings the first assessor. */
  write(worksheet: Worksheet, rowId: string, key: string, value: unknown, burst?: number): void {
    if (worksheet.fields[key]?.kind === 'assessed') this.ensurePerson();
    writeRow(this.#app, worksheet, rowId, key, value, burst);
  }
}
