import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = (pattern: string): readonly string[] =>
  (readdirSync('.', { recursive: true, encoding: 'utf8' }) as string[])
    .filter((path) => !/^(node_modules|dist|\.git|\.cache)(\/|$)/.test(path))
    .filter((path) => new RegExp(pattern).test(path));
const read = (path: string): string => readFileSync(path, 'utf8');

describe('top level', () => {
  it('holds exactly what the house has', () => {
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'index.html',
      'package-lock.json',
      'package.json',
      'public',
      'src',
      'test',
      'tsconfig.json',
      'vite.config.ts',
      'workers',
    ];
    const visible = readdirSync('.').filter(
      (name) => !name.startsWith('.') && !/^(node_modules|dist)$/.test(name),
    );
    expect(visible.sort()).toEqual(expected.sort());
  });
});

describe('rooms', () => {
  const rooms = ['workers', ...readdirSync('src').map((name) => `src/${name}`)].filter((path) =>
    statSync(path).isDirectory(),
  );

  it.each(rooms)('%s introduces itself in at most 25 lines', (room) => {
    const lines = read(`${room}/README.md`).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
  });
});

describe('sources', () => {
  const sources = files('^(src|workers)/.*\\.(ts|svelte|js|css|sql)$');

  it('name no address outside of the origin', () => {
    const foreign = sources.filter((path) => /https?:\/\/(?!www\.w3\.org)/.test(read(path)));
    expect(foreign).toEqual([]);
  });

  it('keep raw colours in tokens.css', () => {
    const raw = sources
      .filter((path) => /\.(svelte|css)$/.test(path) && !path.endsWith('styles/tokens.css'))
      .filter((path) => /:\s*#[0-9a-f]{3,8}\b|\brgba?\(/i.test(read(path)));
    expect(raw).toEqual([]);
  });

  it('carry no static style attribute, which the content policy would refuse', () => {
    const styled = sources.filter((path) => path.endsWith('.svelte') && /\sstyle="[^{]/.test(read(path)));
    expect(styled).toEqual([]);
  });

  it('open every SQL file with its question', () => {
    const silent = sources.filter((path) => path.endsWith('.sql') && !/^-- Question\s/.test(read(path)));
    expect(silent).toEqual([]);
  });

  it('ask for neither the time nor chance where results must repeat', () => {
    const pure = /^src\/(data|models|analyses|strategy)\//;
    const impure = sources.filter(
      (path) => pure.test(path) && /\bMath\.random\(|\bDate\.now\(|new Date\(\)/.test(read(path)),
    );
    expect(impure).toEqual([]);
  });

  it('use no barrel but those allowed', () => {
    const barrels = sources.filter((path) => /\/index\.ts$/.test(path)).map(dirname);
    expect(barrels.filter((path) => !['src/core', 'src/ui', 'src/charts'].includes(path))).toEqual([]);
  });
});
