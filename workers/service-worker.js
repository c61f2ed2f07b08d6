/* Keeps the app usable offline and puts the content policy on every worker script (a page's own policy does not
   reach workers that are loaded from an address). The build fills in the version, the files and the policy. */
const version = '__VERSION__';
const files = __FILES__;
const policy = '__POLICY__';
const cacheName = `arrowhead-${version}`;

const withPolicy = (response) => {
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', policy);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

const fromCache = async (request) => {
  const cache = await caches.open(cacheName);
  const cached = await cache.match(request, { ignoreSearch: true });
  if (cached) return cached;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
};

const freshFirst = async (request) => {
  try {
    const response = await fetch(request);
    const cache = await caches.open(cacheName);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch {
    const cache = await caches.open(cacheName);
    return (
      (await cache.match(request, { ignoreSearch: true })) ?? (await cache.match('./')) ?? Response.error()
    );
  }
};

const answer = async (request) => {
  if (request.mode === 'navigate') return await freshFirst(request);
  const response = await fromCache(request);
  return /\.m?js$/.test(new URL(request.url).pathname) ? withPolicy(response) : response;
};

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});
