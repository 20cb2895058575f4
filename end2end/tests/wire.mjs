// The way between browsers and server, with all that happens to it in a crowded hall.

import { connect, createServer } from 'node:net';

/** A proxy at an address that stays, whichever server is behind it. */
export async function wire() {
  const open = new Set();
  let target = null;
  let budget = () => Infinity;
  const drop = (pair) => {
    open.delete(pair);
    for (const socket of pair) socket.destroy();
  };
  const proxy = createServer((near) => {
    if (!target) return near.destroy();
    const far = connect(target);
    const pair = [near, far];
    open.add(pair);
    let left = budget();
    for (const [from, to] of [[near, far], [far, near]]) {
      from.on('data', (bytes) => {
        // Frames are cut wherever it happens to be.
        to.write(bytes.subarray(0, left));
        left -= bytes.length;
        if (left <= 0) drop(pair);
      });
      from.on('end', () => to.end());
      from.on('error', () => drop(pair));
      from.on('close', () => drop(pair));
    }
  });
  await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening));
  const cut = () => [...open].forEach(drop);
  return {
    origin: `http://127.0.0.1:${proxy.address().port}`,
    cut,
    /** From now on, nobody gets through. */
    lose() {
      target = null;
      cut();
    },
    /** From now on, everybody gets to this server. */
    lead(server) {
      target = Number(new URL(server.announced.listening).port);
    },
    /** New connections break after so many bytes; `null` heals them. */
    wear(bytes) {
      budget = bytes ?? (() => Infinity);
    },
    close() {
      cut();
      proxy.close();
    },
  };
}
