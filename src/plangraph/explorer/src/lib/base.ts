// Under which path the explorer and its server stand, said once by the page.

const BESIDE = "./"; // of a page that says nothing

/** The path that everything is under: `/`, or `/plangraph/` behind a proxy or in a folder of a site. */
const BASE = read();

/** The address of what the server gives at a path, such as `/api/info`. */
export function served(path: string): string {
  return BASE + path.slice(1);
}

/** What a path of an address says within the base; undefined of what stands elsewhere. */
export function within(pathname: string): string | undefined {
  return pathname.startsWith(BASE) ? pathname.slice(BASE.length - 1) : undefined;
}

function read(): string {
  const meta = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="plangraph-base"]');
  return meta ? new URL(meta.content || BESIDE, location.href).pathname : "/";
}
