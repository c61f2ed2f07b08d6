import { install } from './install.mjs';
import { buildIfStale, dist } from './build.mjs';
import { serve } from './serve.mjs';

install();
try {
  buildIfStale();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { address } = await serve(dist, { port: Number(process.env.PORT ?? 4173) });
console.log(`Arrowhead is at ${address}  (Ctrl+C stops it)`);
