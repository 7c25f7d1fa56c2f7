// The network as one file to hand on, which the server makes if it can.

const PATH = "/api/network.html";

/** The address of the file, or `""` where the server does not offer it. */
export async function shareUrl(): Promise<string> {
  try {
    const response = await fetch(PATH, { method: "HEAD" });
    return response.ok ? PATH : "";
  } catch {
    return "";
  }
}
