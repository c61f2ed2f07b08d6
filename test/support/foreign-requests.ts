import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy that refuses and remembers everything. A browser that goes through it for all but 127.0.0.1 can't hide a
 * request from any page, worker or service worker. `GET /seen` on it answers with what was asked for, oldest first.
 */
export const startForeignRequestTrap = async (): Promise<{
  readonly address: string;
  readonly close: () => Promise<void>;
}> => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/seen') {
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify(seen));
    }
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    return response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url ?? ''}`);
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
