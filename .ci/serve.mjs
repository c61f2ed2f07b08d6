import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file in `folder` that a request path asks for; undefined when it has none or points outside. */
const fileFor = (folder, base, url) => {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base) || path.includes('\0')) return undefined;
  const inside = path.slice(base.length);
  const file = normalize(
    join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside),
  );
  if (!file.startsWith(folder + sep)) return undefined;
  const entry = statSync(file, { throwIfNoEntry: false });
  return entry?.isFile() ? { file, size: entry.size } : undefined;
};

const answer = (folder, base) => (request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
  if (`${request.url}/` === base) return response.writeHead(308, { location: base }).end();
  const found = fileFor(folder, base, request.url ?? '/');
  if (found === undefined)
    return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
  response.writeHead(200, {
    'content-type': types[extname(found.file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
};

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });

/**
 * Serves a folder as static files on this machine only. `port` is the first one tried, 0 any free one; `base` is the
 * path that it appears under, beginning and ending with a slash. Resolves to the address and a way to stop.
 */
export const serve = async (folder, { port = 0, base = '/' } = {}) => {
  for (let candidate = port; ; candidate += 1) {
    const server = createServer(answer(folder, base));
    try {
      const bound = await listen(server, candidate);
      return {
        address: `http://127.0.0.1:${bound}${base}`,
        close: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate >= port + 50) throw error;
    }
  }
};
