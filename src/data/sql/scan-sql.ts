/** A piece of SQL text: something that runs, a quoted piece, or a comment. `text` pieces joined give the input. */
export interface SqlPiece {
  readonly kind: 'code' | 'quoted' | 'comment';
  readonly text: string;
}

const notCode =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(?<tag>[A-Za-z_]*)\$[\s\S]*?\$\k<tag>\$|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** Splits SQL so that what is quoted or commented out is never mistaken for code. Nested comments are not known. */
export const scanSql = (sql: string): readonly SqlPiece[] => {
  const pieces: SqlPiece[] = [];
  let end = 0;
  for (const match of sql.matchAll(notCode)) {
    if (match.index > end) pieces.push({ kind: 'code', text: sql.slice(end, match.index) });
    const text = match[0];
    pieces.push({ kind: /^(--|\/\*)/.test(text) ? 'comment' : 'quoted', text });
    end = match.index + text.length;
  }
  if (end < sql.length) pieces.push({ kind: 'code', text: sql.slice(end) });
  return pieces;
};

/** The code of a SQL text, with a blank for each comment and `''` for each quoted piece. */
export const codeOf = (sql: string): string =>
  scanSql(sql)
    .map((piece) => (piece.kind === 'code' ? piece.text : piece.kind === 'quoted' ? "''" : ' '))
    .join('');
