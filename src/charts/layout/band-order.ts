/** A link between two things in bands. */
export interface BandLink {
  readonly from: string;
  readonly to: string;
}

/** Where a link that passes a band runs through it, so that it is ordered like what stands there. */
export const passKey = (link: BandLink, band: number): string => `${link.from}→${link.to}@${band}`;

type Bands = readonly (readonly string[])[];

const bandOf = (bands: Bands): ReadonlyMap<string, number> =>
  new Map(bands.flatMap((band, at) => band.map((key) => [key, at] as const)));

/** Each link as steps from one band to the next; links within a band and backwards have none. */
const stepsOf = (bands: Bands, links: readonly BandLink[]): readonly (readonly BandLink[])[] => {
  const at = bandOf(bands);
  const steps: BandLink[][] = bands.map(() => []);
  for (const link of links) {
    const first = at.get(link.from) ?? 0;
    const last = at.get(link.to) ?? 0;
    for (let band = first; band < last; band += 1)
      steps[band]?.push({
        from: band === first ? link.from : passKey(link, band),
        to: band + 1 === last ? link.to : passKey(link, band + 1),
      });
  }
  return steps;
};

/** How often links of neighbouring bands cross when these stand in the order given. */
export const countCrossings = (bands: Bands, links: readonly BandLink[]): number => {
  const place = new Map(bands.flatMap((band) => band.map((key, at) => [key, at] as const)));
  const of = (key: string): number => place.get(key) ?? 0;
  return stepsOf(bands, links).reduce(
    (sum, steps) =>
      sum +
      steps.reduce(
        (crossed, one, at) =>
          crossed +
          steps
            .slice(at + 1)
            .filter((other) => (of(one.from) - of(other.from)) * (of(one.to) - of(other.to)) < 0).length,
        0,
      ),
    0,
  );
};

const sortBand = (
  band: readonly string[],
  towards: readonly BandLink[],
  other: readonly string[],
  isDown: boolean,
) => {
  const place = new Map(other.map((key, at) => [key, at]));
  const wish = (key: string, at: number): number => {
    const near = towards.filter((step) => (isDown ? step.to : step.from) === key);
    if (near.length === 0) return at;
    return near.reduce((sum, step) => sum + (place.get(isDown ? step.from : step.to) ?? 0), 0) / near.length;
  };
  return band
    .map((key, at) => ({ key, at, wish: wish(key, at) }))
    .sort((first, second) => first.wish - second.wish || first.at - second.at)
    .map(({ key }) => key);
};

/** Sweeps over the bands are enough for the few dozen things that a picture can hold. */
const sweeps = 8;

/**
 * The bands with the things in each in an order in which their links cross little, by means of neighbours' places (Sugiyama 1981).
 * Links over several bands stand in those between under {@link passKey}. The order given stays where it is as good.
 */
export const orderBands = (bands: Bands, links: readonly BandLink[]): Bands => {
  const at = bandOf(bands);
  const filled = bands.map((band, index) => [
    ...band,
    ...links
      .filter(({ from, to }) => (at.get(from) ?? 0) < index && index < (at.get(to) ?? 0))
      .map((link) => passKey(link, index)),
  ]);
  const steps = stepsOf(bands, links);
  let current: Bands = filled;
  let best: Bands = filled;
  let fewest = countCrossings(filled, links);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const next = current.map((band) => [...band]);
    const order = next.map((_, index) => (isDown ? index : next.length - 1 - index)).slice(1);
    for (const index of order) {
      const other = isDown ? index - 1 : index + 1;
      next[index] = sortBand(
        next[index] ?? [],
        steps[isDown ? other : index] ?? [],
        next[other] ?? [],
        isDown,
      );
    }
    current = next;
    const crossings = countCrossings(next, links);
    if (crossings < fewest) [best, fewest] = [next, crossings];
  }
  return best;
};
