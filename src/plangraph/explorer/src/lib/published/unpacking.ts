// Files in gzip, whether or not the web server says so of them.

const MAGIC = [0x1f, 0x8b];

/** The content of a file in gzip; where the server says that it is encoded so, the browser has unpacked it already. */
export async function unpacked(
  address: string,
  report: (come: number, size: number) => void = () => undefined,
): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
  const content = await whole(response, report);
  if (MAGIC.some((byte, at) => content[at] !== byte)) return content;
  const stream = new Blob([content as BlobPart]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function whole(response: Response, report: (come: number, size: number) => void): Promise<Uint8Array> {
  const size = Number(response.headers.get("Content-Length")) || 0;
  const parts: Uint8Array[] = [];
  let come = 0;
  const reader = response.body!.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    come += part.value.length;
    report(come, Math.max(size, come));
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}
