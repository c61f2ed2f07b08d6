import { vocabularies, type VocabularyKey } from './vocabularies.ts';

/** “Order” as a sequence: in order of, in the order, reading order, order to, order by. */
const asSequence = {
  before: '(?<!\\b(?:in|in the|reading|same|own|this|their) )',
  after: '(?! (?:of|to|by|in which)\\b)',
};

const patterns = new Map<VocabularyKey, RegExp>();

const patternOf = (key: VocabularyKey): RegExp => {
  const known = patterns.get(key);
  if (known) return known;
  const words = Object.keys(vocabularies[key].words).map((word) =>
    word === 'order' ? `${asSequence.before}order${asSequence.after}` : word,
  );
  const pattern = new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi');
  patterns.set(key, pattern);
  return pattern;
};

const likeCase = (model: string, word: string): string => {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return model[0] === model[0]?.toUpperCase() ? `${word[0]?.toUpperCase()}${word.slice(1)}` : word;
};

/** A text of the app in the words of a trade, with capitals where they were. What stands in “quotes” is somebody's own and stays. */
export const relabel = (text: string, key: VocabularyKey): string => {
  const { words } = vocabularies[key];
  if (Object.keys(words).length === 0) return text;
  return text
    .split(/(“[^”]*”)/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(patternOf(key), (found) => likeCase(found, words[found.toLowerCase()] ?? found)),
    )
    .join('');
};
