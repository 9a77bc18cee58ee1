// Phoenix Channels, version 2, in JSON: as much of it as this page needs.
// A line is one WebSocket that comes back by itself; a channel is one topic on it.

const RECONNECT = [10, 50, 100, 200, 500, 1000, 2000];
const REJOIN = [50, 200, 1000];
const LONGEST_WAIT = 5000;
const HEARTBEAT = 25_000;
const SETTLED = 2000;
const BUSY = 1013;
const SHORTEST_IF_BUSY = 1000;
const ANSWER = 10_000;
const ANSWER_AFTER_SLEEP = 3000;

const wait = (list, tries) => (list[tries] ?? LONGEST_WAIT) * (1 + Math.random() * 0.25);

export class Line {
  #url; #seen; #socket = null; #ref = 0; #tries = 0; #timer = 0; #beat = 0; #settled = 0; #opening = 0; #closed = false;
  #answers = new Map();
  #channels = new Map();

  /** @param url of the endpoint; @param seen is told {state, wait, code, reason} */
  constructor(url, seen) {
    this.#url = url;
    this.#seen = seen;
  }

  open() {
    clearTimeout(this.#timer);
    this.#closed = false;
    if (this.#socket) return;
    this.#seen({ state: 'connecting' });
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    // A network that swallows everything: a browser by itself may wait for minutes.
    this.#opening = setTimeout(() => this.#lost(socket, { code: 1006, reason: 'no answer' }), ANSWER);
    socket.onopen = () => {
      clearTimeout(this.#opening);
      // Not at once: a line that breaks again and again is tried less and less often.
      this.#settled = setTimeout(() => { this.#tries = 0; }, SETTLED);
      this.#beat = setInterval(() => this.#heartbeat(), HEARTBEAT);
      this.#seen({ state: 'open' });
      for (const channel of this.#channels.values()) channel.join();
    };
    socket.onmessage = (event) => this.#take(JSON.parse(event.data));
    socket.onclose = (event) => this.#lost(socket, event);
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close(1000);
  }

  /** Reconnects at once if it waits to do so; asks whether a line that seems open still is one. */
  hurry() {
    if (this.isOpen) {
      this.#heartbeat(ANSWER_AFTER_SLEEP);
    } else if (!this.#closed) {
      this.#tries = 0;
      this.#end(this.#socket);
      this.open();
    }
  }

  get isOpen() { return this.#socket?.readyState === WebSocket.OPEN; }

  channel(topic, payload, on) {
    const channel = new Channel(this, topic, payload, on);
    this.#channels.set(topic, channel);
    if (this.isOpen) channel.join();
    return channel;
  }

  drop(channel) {
    if (this.#channels.get(channel.topic) === channel) this.#channels.delete(channel.topic);
  }

  /** Sends and promises the answer: {status, response}, status 'lost' if the line broke first. */
  push(joinRef, topic, event, payload, patience = ANSWER) {
    const ref = String(++this.#ref);
    return new Promise((resolve) => {
      if (!this.isOpen) return resolve({ status: 'lost' });
      const late = setTimeout(() => this.#answer(ref, { status: 'lost' }), patience);
      this.#answers.set(ref, { resolve, late });
      this.#socket.send(JSON.stringify([joinRef === '' ? ref : joinRef, ref, topic, event, payload]));
    });
  }

  nextRef() { return String(this.#ref + 1); }

  #answer(ref, reply) {
    const waiting = this.#answers.get(ref);
    if (waiting) {
      clearTimeout(waiting.late);
      this.#answers.delete(ref);
      waiting.resolve(reply);
    }
  }

  #take([joinRef, ref, topic, event, payload]) {
    if (event === 'phx_reply') return this.#answer(ref, payload);
    const channel = this.#channels.get(topic);
    if (channel && (joinRef === null || joinRef === channel.joinRef)) channel.take(event, payload);
  }

  async #heartbeat(patience) {
    const socket = this.#socket;
    const reply = await this.push(null, 'phoenix', 'heartbeat', {}, patience);
    if (reply.status !== 'ok' && socket === this.#socket) this.#lost(socket, { code: 1006, reason: 'no heartbeat' });
  }

  #end(socket) {
    this.#socket = null;
    clearInterval(this.#beat);
    clearTimeout(this.#settled);
    clearTimeout(this.#opening);
    if (socket) {
      socket.onclose = null;
      socket.close();
    }
  }

  #lost(socket, { code, reason }) {
    if (socket !== this.#socket) return;
    this.#end(socket);
    for (const ref of [...this.#answers.keys()]) this.#answer(ref, { status: 'lost' });
    for (const channel of this.#channels.values()) channel.lost();
    if (this.#closed) return;
    const pause = Math.max(wait(RECONNECT, this.#tries++), code === BUSY ? SHORTEST_IF_BUSY : 0);
    this.#seen({ state: 'waiting', wait: pause, code, reason });
    this.#timer = setTimeout(() => this.open(), pause);
  }
}

class Channel {
  joinRef = '';
  isJoined = false;
  #line; #payload; #on; #tries = 0; #timer = 0; #left = false;

  /** @param payload makes what a join says; @param on {joined, refused, lost, event name...} */
  constructor(line, topic, payload, on) {
    this.#line = line;
    this.topic = topic;
    this.#payload = payload;
    this.#on = on;
  }

  async join() {
    clearTimeout(this.#timer);
    if (this.#left) return;
    const ref = this.#line.nextRef();
    this.joinRef = ref;
    const reply = await this.#line.push('', this.topic, 'phx_join', this.#payload());
    if (this.#left || ref !== this.joinRef) return;
    if (reply.status === 'ok') {
      this.isJoined = true;
      this.#tries = 0;
      this.#on.joined?.(reply.response);
    } else if (reply.status === 'error') {
      this.#on.refused?.(reply.response.reason);
    } else {
      this.#again();
    }
  }

  async push(event, payload) {
    if (!this.isJoined) return { status: 'lost' };
    const ref = this.joinRef;
    const reply = await this.#line.push(ref, this.topic, event, payload);
    // Who says something to a room that has just crashed is refused as a stranger; it is to be said again.
    const isStale = !this.isJoined || ref !== this.joinRef;
    return reply.status === 'error' && isStale ? { status: 'lost' } : reply;
  }

  leave() {
    this.#left = true;
    clearTimeout(this.#timer);
    if (this.isJoined) this.#line.push(this.joinRef, this.topic, 'phx_leave', {});
    this.isJoined = false;
    this.#line.drop(this);
  }

  take(event, payload) {
    if (event === 'phx_error' || event === 'phx_close') {
      this.lost();
      this.#again();
    } else {
      this.#on[event]?.(payload);
    }
  }

  lost() {
    clearTimeout(this.#timer);
    this.isJoined = false;
    this.#on.lost?.();
  }

  #again() {
    if (!this.#left && this.#line.isOpen) {
      this.#timer = setTimeout(() => this.join(), wait(REJOIN, this.#tries++));
    }
  }
}

/** Who is here: the whole, then differences, as Phoenix tells them. */
export class Presence {
  #here = new Map();

  whole(state) {
    this.#here = new Map(Object.entries(state).map(([user, { metas }]) => [user, new Set(metas.map((m) => m.phx_ref))]));
  }

  difference({ joins, leaves }) {
    for (const [user, { metas }] of Object.entries(joins)) {
      const refs = this.#here.get(user) ?? new Set();
      metas.forEach((meta) => refs.add(meta.phx_ref));
      this.#here.set(user, refs);
    }
    for (const [user, { metas }] of Object.entries(leaves)) {
      const refs = this.#here.get(user);
      metas.forEach((meta) => refs?.delete(meta.phx_ref));
      if (refs?.size === 0) this.#here.delete(user);
    }
  }

  /** @return [user, phones] in the order of the alphabet */
  list() {
    return [...this.#here].map(([user, refs]) => [user, refs.size]).sort(([a], [b]) => a.localeCompare(b));
  }
}
