/**
 * Each of the given files under a name of its own: the second `orders.csv` is `orders.csv (2)`. Plans, corrections and
 * reports speak of files by these names, in the order in which the files were given.
 */
export const nameFiles = (files: readonly File[]): ReadonlyMap<string, File> => {
  const named = new Map<string, File>();
  for (const file of files) {
    let name = file.name;
    for (let copy = 2; named.has(name); copy += 1) name = `${file.name} (${copy})`;
    named.set(name, file);
  }
  return named;
};
