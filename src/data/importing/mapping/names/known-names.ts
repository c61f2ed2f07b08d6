/**
 * Names under which exports write a target, parted by `|`, by language. `weak` names fit only where nothing fits better:
 * what they mean depends on the table.
 */
export interface KnownNames {
  readonly en: string;
  readonly de?: string;
  readonly fr?: string;
  readonly es?: string;
  readonly pt?: string;
  readonly it?: string;
  readonly weak?: string;
}

/** Known names by target. */
export type NamesByTarget = Readonly<Record<string, KnownNames>>;
