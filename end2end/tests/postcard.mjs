// What goes over the socket, as the model writes it: postcard, a version byte first. Only what tests send and wait for.

import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';

const VERSION = 7;

const number = (value) => {
  const bytes = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) | 128);
  }
};
const byte = (value) => Buffer.from([value]);
const flag = (value) => byte(value ? 1 : 0);
const bytes = (value) => Buffer.concat([number(value.length), value]);
const text = (value) => bytes(Buffer.from(value));
const id = (uuid) => bytes(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
const option = (value, write) => (value === undefined ? byte(0) : Buffer.concat([byte(1), write(value)]));
const list = (values, write = byte) => Buffer.concat([number(values.length), ...values.map(write)]);
const pick = (variant, ...parts) => Buffer.concat([number(variant), ...parts]);

export const items = {
  question: pick(0),
  domains: pick(1, list([], number)),
  map: pick(2),
  wants: pick(3),
  vision: pick(4, number(0)),
  ideas: (activity) => pick(8, id(activity)),
  own: (statements) => pick(9, list(statements, text)),
  themes: (prompt) => pick(10, id(prompt)),
};

export const scales = {
  mandate: pick(0),
  link: pick(1),
  verdict: pick(2),
  confirm: pick(3),
  carry: pick(4),
  gradient: pick(5),
  rating: (points, low, high) => pick(6, byte(points), text(low), text(high)),
  choice: (options, several = false) => pick(7, list(options, text), flag(several)),
  ranking: (options, most) => pick(8, list(options, text), byte(most)),
  opinion: pick(9),
  dots: (budget, cap) => pick(10, byte(budget), byte(cap)),
  places: (most) => pick(11, byte(most)),
};

export const kinds = {
  prompt: pick(0, list([], text), list([], number), number(0), number(0)),
  survey: ({ items, scale, each = 0, reason, additions, threshold = 0 }) =>
    pick(2, items, scale, number(each), option(reason, text), option(additions, text), byte(threshold)),
  reflection: pick(3, list([], text)),
  volunteers: pick(4),
  /** Of a prompt's ideas; by facilitators and panelists, or by everybody. */
  grouping: (prompt, everybody = false) => pick(5, id(prompt), number(everybody ? 1 : 0), byte(12)),
  /** Of a prompt's ideas, by everybody on their own. */
  sorting: (prompt, handful = 12) => pick(5, id(prompt), number(2), byte(handful)),
};

const plan = ({ title, question, kind, instructions = '', notes = '', grace }) => Buffer.concat([
  text(title), text(question), number(0), kind, text(instructions), text(notes), option(grace, number),
  option(undefined), list([]),
]);

export const steps = {
  add: (activity, planned) => pick(1, id(activity), plan(planned), number(99)),
  open: (activity) => pick(8, id(activity), flag(false)),
  close: (activity) => pick(9, id(activity)),
  reveal: (activity) => pick(11, id(activity)),
  sheet: (activity, item, marks) => pick(17, id(activity), list([[item, marks]], ([item, marks]) =>
    Buffer.concat([item, list(marks, byte)])), number(1)),
};

/** An item of a survey, as a sheet names it. */
export const question = pick(0);

/** A form that a phone filled in. */
export const form = (activity, fields) =>
  pick(4, id(activity), list(fields, ([name, value]) => Buffer.concat([text(name), text(value)])));

/** A socket to the panel's room, whose frames are kept until somebody asks for them. */
export async function dial(origin, path, cookie) {
  const { host } = new URL(origin);
  const socket = await new Promise((opened, failed) => {
    const headers = {
      Connection: 'Upgrade', Upgrade: 'websocket', Origin: origin, Cookie: cookie, Host: host,
      'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    };
    request(origin + path, { headers })
      .on('upgrade', (_, socket, head) => { socket.unshift(head); opened(socket); })
      .on('response', (answer) => failed(new Error(`${path}: ${answer.statusCode}`)))
      .on('error', failed)
      .end();
  });
  const waiting = new Map();
  let read = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (more) => {
    read = Buffer.concat([read, more]);
    for (;;) {
      if (read.length < 2) return;
      let [size, from] = [read[1] & 127, 2];
      if (size === 126) [size, from] = [read.length < 4 ? Infinity : read.readUInt16BE(2), 4];
      else if (size === 127) [size, from] = [read.length < 10 ? Infinity : Number(read.readBigUInt64BE(2)), 10];
      if (read.length < from + size) return;
      told(read.subarray(from, from + size));
      read = read.subarray(from + size);
    }
  });
  const told = (frame) => {
    // Saved, or refused, and why as the number of the reason.
    const kind = frame[1];
    if (kind !== 3 && kind !== 4) return;
    const hex = frame.toString('hex');
    for (const [uuid, settle] of waiting) {
      if (!hex.includes(uuid)) continue;
      waiting.delete(uuid);
      settle(kind === 3 ? undefined : `refused: ${hex.slice(hex.indexOf(uuid) + 32)}`);
    }
  };
  const send = (...parts) => {
    const frame = Buffer.concat([byte(VERSION), pick(...parts)]);
    const head = frame.length < 126 ? [130, 128 | frame.length] : [130, 254, frame.length >> 8, frame.length & 255];
    // The mask is of zeros: it changes nothing.
    socket.write(Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), frame]));
  };
  send(0, option(undefined));
  return {
    /** Sends a command; done once it is durable. */
    async submit(body) {
      const command = randomUUID();
      const refused = await new Promise((settle) => {
        waiting.set(command.replaceAll('-', ''), settle);
        send(1, id(command), bytes(body));
      });
      if (refused) throw new Error(refused);
      return command;
    },
    close: () => socket.destroy(),
  };
}
