import type { MappingProfile } from '../data/importing/mapping/mapping-profile.ts';
import { profileOfSource, type SourceRecipe } from '../data/importing/recipe/import-recipe.ts';
import { withProfile } from '../data/importing/recipe/profile-list.ts';

/** The mappings that were decided in this browser, for the same files to be read alike when they come again. */
export class MappingMemory {
  /** The latest first; set by the session when it has read them. */
  profiles = $state.raw<readonly MappingProfile[]>([]);
  /** Called when the list has changed; set by the session. */
  onchange: (profiles: readonly MappingProfile[]) => void = () => undefined;

  /** Remembers how files were read, here or by a colleague. */
  add(sources: readonly SourceRecipe[]): void {
    this.profiles = sources.map(profileOfSource).reduceRight(withProfile, this.profiles);
    this.onchange(this.profiles);
  }

  /** Forgets a mapping that was decided before. */
  forget(id: string): void {
    this.profiles = this.profiles.filter((one) => one.id !== id);
    this.onchange(this.profiles);
  }
}
