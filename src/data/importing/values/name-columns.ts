/** Unique column names from headers: an empty one becomes "Column 3", a repeated one gets a number. */
export const nameColumns = (headers: readonly string[], count: number): readonly string[] => {
  const used = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const base = (headers[index] ?? '').trim() || `Column ${index + 1}`;
    let name = base;
    for (let copy = 2; used.has(name.toLowerCase()); copy += 1) name = `${base} (${copy})`;
    used.add(name.toLowerCase());
    return name;
  });
};
