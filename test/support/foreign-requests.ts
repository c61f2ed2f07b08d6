import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where browsers go on errands of their own, whatever their settings say. A page's request there is still seen by the page. */
const browsersOwnHosts = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clients2.googleusercontent.com',
  'clientservices.googleapis.com',
  'config.edge.skype.com',
  'content-autofill.googleapis.com',
  'edge.microsoft.com',
  'edgedl.me.gvt1.com',
  'msedge.api.cdp.microsoft.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
  'www.google.com',
]);

const hostOf = (target: string): string =>
  target.startsWith('http') ? new URL(target).hostname : target.replace(/:\d+$/, '');

/**
 * A proxy that refuses and remembers everything. A browser that goes through it for all but 127.0.0.1 can't hide a
 * request from any page, worker or service worker. `GET /seen` on it answers with what was asked for, oldest first.
 */
export const startForeignRequestTrap = async (): Promise<{
  readonly address: string;
  readonly close: () => Promise<void>;
}> => {
  const seen: string[] = [];
  const note = (method = '', target = ''): void => {
    if (!browsersOwnHosts.has(hostOf(target))) seen.push(`${method} ${target}`);
  };
  const server = createServer((request, response) => {
    if (request.url === '/seen') {
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify(seen));
    }
    note(request.method, request.url);
    return response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note('CONNECT', request.url);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
