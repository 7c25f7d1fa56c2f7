// Keeps a published site, so that it opens without a connection once it has been seen.
const SITE = {};
const CACHE = `plangraph ${registration.scope} ${SITE.version}`;
const ROOT = new URL(registration.scope).pathname;
const FIXED = /\/(assets|data\/answers)\//; // these have a digest in their names

addEventListener("install", (event) => {
  const keep = async () => {
    await (await caches.open(CACHE)).addAll(SITE.files.map((name) => ROOT + name));
    await skipWaiting();
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const forget = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(`plangraph ${registration.scope} `) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(forget());
});

addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  event.respondWith(mode === "navigate" ? page(event.request) : file(event.request));
});

/** A page as the site has it; without a connection, or where no file is, the explorer's, which finds its view. */
async function page(request) {
  const path = new URL(request.url).pathname.slice(ROOT.length);
  const answer = await fetch(request).catch(() => undefined);
  if (answer && (answer.status !== 404 || !/^(ja|en)\//.test(path))) return answer;
  const kept = await (await caches.open(CACHE)).match(`${ROOT}index.html`);
  if (!kept) return answer ?? Response.error();
  const text = (await kept.text()).replaceAll('="./', `="${ROOT}`);
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept && FIXED.test(request.url)) return kept;
  return fetch(request).catch(() => kept ?? Response.error());
}
