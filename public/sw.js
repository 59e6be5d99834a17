// Keeps the files of the site, so that Seatwork works without a network after one visit.
//
// `cargo xtask dist` writes the version and the files into it. Each copy of Seatwork has caches of
// its own: their names begin with the folder.
"use strict";

const VERSION = "";
const FILES = [];

const OWN = `seatwork:${new URL(registration.scope).pathname}:`;
const CACHE = OWN + VERSION;
const PAGE = new URL("./", location).href;
const PATIENCE = 2000;

// A file whose name has its fingerprint in it never changes.
const isFixed = (url) => /-[0-9a-f]{16}\.\w+$/.test(url.pathname);

async function install() {
  const cache = await caches.open(CACHE);
  const request = (file) => new Request(file, { cache: isFixed(new URL(file, PAGE)) ? "default" : "reload" });
  await cache.addAll(FILES.map(request));
  // The page tells a new version from its own one.
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage(VERSION);
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OWN) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

// Not by opening the cache, which would make it anew after a newer version has removed it.
const match = (request, options) => caches.match(request, { cacheName: CACHE, ...options });

async function fromNetworkFirst(request, key) {
  const kept = match(key);
  const limit = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const network = fetch(request).then((response) => (response.ok ? response : undefined)).catch(() => undefined);
  return (await Promise.race([network, limit])) ?? (await kept) ?? (await network) ?? fetch(request);
}

async function fromCacheFirst(request) {
  return (await match(request, { ignoreVary: true })) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.data === "activate" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const name = url.pathname.slice(new URL(PAGE).pathname.length);
  const isPage = name === "" || name === "index.html";
  if (!url.href.startsWith(PAGE) || !(isPage || FILES.includes(`./${name}`) || isFixed(url))) return;
  event.respondWith(isFixed(url) ? fromCacheFirst(request) : fromNetworkFirst(request, isPage ? PAGE : request));
});
