// Lays out in a thread of its own, so that the picture stays fluid meanwhile.

import { force } from "./force";
import { tiers } from "./tiers";
import type { LayoutReply, LayoutRequest } from "./types";

interface Channel {
  onmessage: ((event: MessageEvent<LayoutRequest>) => void) | null;
  postMessage(reply: LayoutReply): void;
}

const channel = self as unknown as Channel;

channel.onmessage = ({ data }) => {
  const { turn } = data;
  if (data.name === "tiers") {
    channel.postMessage({ turn, positions: tiers(data), done: true });
    return;
  }
  let last: LayoutReply["positions"] = {};
  for (const positions of force(data)) {
    last = positions;
    channel.postMessage({ turn, positions, done: false });
  }
  channel.postMessage({ turn, positions: last, done: true });
};
