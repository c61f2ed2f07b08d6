/** Takes a word out of every place. */
export const nowhere = 'none';

const entriesOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((entry) => entry.trim())
    .filter(Boolean);

const nameOf = (entry: string): string => entry.slice(0, entry.lastIndexOf('=')).trim().toLowerCase();

/** A word as placings can hold it: without the marks that they are written with. */
const placeable = (name: string): string => name.replaceAll(/[;=]/g, ' ').trim().toLowerCase();

/** What is wrong with "name = place; name = place", or null; the place is one of `places`, or "none". */
export const placingsProblem = (text: string, places: readonly string[]): string | null => {
  for (const entry of entriesOf(text)) {
    if (!entry.includes('=')) return `“${entry}” lacks “= ${places[0] ?? nowhere}” or another place.`;
    const place = entry
      .slice(entry.lastIndexOf('=') + 1)
      .trim()
      .toLowerCase();
    if (place !== nowhere && !places.includes(place))
      return `“${place}” is none of ${[...places, nowhere].join(', ')}.`;
  }
  return null;
};

/** The placings with one word put into a place ("none" takes it out); null leaves the word to the rules again. */
export const placed = (text: string, name: string, place: string | null): string => {
  const word = placeable(name);
  const others = entriesOf(text).filter((entry) => nameOf(entry) !== word);
  return [...others, ...(place === null ? [] : [`${word} = ${place}`])].join('; ');
};
