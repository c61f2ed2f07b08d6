/** The fewest people that a figure may be about in a file that leaves the machine. */
export const smallestSharedGroup = 10;

/** What stands in a file in place of a figure about so few. */
export const smallGroupText = `fewer than ${smallestSharedGroup}`;

/** Whether a figure is about so few people that it could tell on one of them. Nobody, and an unknown number, is no group. */
export const isSmallGroup = (people: number | null | undefined): boolean =>
  people !== null && people !== undefined && people > 0 && people < smallestSharedGroup;
