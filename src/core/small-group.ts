/** The fewest people that a figure may be about in a file that leaves the machine. */
export const smallestSharedGroup = 10;

/** Whether a figure is about so few people that it could tell on one of them. Nobody, and an unknown number, is no group. */
export const isSmallGroup = (people: number | null | undefined): boolean =>
  people !== null && people !== undefined && people > 0 && people < smallestSharedGroup;
