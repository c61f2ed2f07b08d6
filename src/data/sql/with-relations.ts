/**
 * A query with relations put before it that it reads, each a complete select that may read the ones before it. The
 * query's opening comments stay at the top.
 */
export const withRelations = (relations: Readonly<Record<string, string>>, sql: string): string => {
  const opening = /^(?:--.*\n)+/.exec(sql)?.[0] ?? '';
  const before = Object.entries(relations).map(([name, select]) => `${name} as (\n${select}\n),\n`);
  return `${opening}with ${before.join('')}answer as (\n${sql.slice(opening.length)}\n)\nselect * from answer`;
};
