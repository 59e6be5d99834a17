// The built site on a server of its own, which can be changed, go away and come back during a test.

import { createServer, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const TYPES: Record<string, string> = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".png": "image/png",
  ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};

export class Site {
  /** What has to be different from the built files, by name. */
  changed = new Map<string, (text: string) => string>();
  /** Files beside the built ones. */
  added = new Map<string, string>();
  /** The Content-Security-Policy of the host. */
  policy = "";
  /** Milliseconds until an answer; infinite for none. */
  delay = 0;
  /** The names of files that were asked for, with their folders. */
  asked: string[] = [];
  private constructor(private readonly server: Server, readonly origin: string) {}

  static async start(): Promise<Site> {
    let site: Site;
    const server = createServer((request, response) => void site.answer(request.url ?? "", response));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    site = new Site(server, `http://127.0.0.1:${(server.address() as { port: number }).port}`);
    return site;
  }

  /** The site is in every folder of one level as well. */
  private async answer(url: string, response: ServerResponse) {
    const path = url.split(/[?#]/)[0]!;
    this.asked.push(path);
    if (this.delay === Infinity) return;
    await new Promise((done) => setTimeout(done, this.delay));
    const name = path.slice(path.lastIndexOf("/") + 1) || "index.html";
    const file = this.added.get(name) ?? (await readFile(join(DIST, name)).catch(() => undefined));
    if (!file) return response.writeHead(404).end();
    const change = this.changed.get(name);
    const body = change ? change(file.toString()) : file;
    const policy = this.policy ? { "Content-Security-Policy": this.policy } : {};
    const type = TYPES[extname(name)] ?? "text/plain";
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache", ...policy }).end(body);
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
