// One room as this page knows it: what was said, what is still to be said, who is here.
// A message of ours has a key from the start and an id once it is written down; saying it again
// after a broken line says it once, because the key is the same.

import { Presence } from './channel.js';

const SHOWN = 500;
const KEY_BYTES = 12;

// Not crypto.randomUUID: a page from a classroom's plain http address has none.
export const freshKey = () =>
  [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))].map((b) => b.toString(16).padStart(2, '0')).join('');

export class Room {
  said = [];
  unsaid = [];
  unread = 0;
  dropped = 0;
  crowd = null;
  presence = new Presence();
  #run = '';
  #newest = 0;
  #ids = new Set();

  /** @param me {name, code, mark}: keys of ours begin with the mark; @param on {changed, refused, joined} are told with this room */
  constructor(line, name, me, on) {
    this.name = name;
    this.me = me;
    this.on = on;
    this.channel = line.channel(`room:${name}`, () => ({ name: me.name, code: me.code, run: this.#run, after: this.#newest }), {
      joined: ({ run }) => this.#joined(run),
      refused: (reason) => on.refused(this, reason),
      lost: () => on.changed(this),
      history: ({ messages, missed }) => this.#history(messages, missed),
      new_msg: (message) => this.#take(message) && on.changed(this, message),
      // Who comes back is told of a crowd only where there still is one.
      presence_state: (state) => this.#people(() => { this.crowd = null; this.presence.whole(state); }),
      presence_diff: (diff) => this.#people(() => this.presence.difference(diff)),
      crowd: ({ here, listed }) => this.#people(() => { this.crowd = here > listed ? here : null; }),
    });
  }

  get isJoined() { return this.channel.isJoined; }

  say(body) {
    const mine = { key: `${this.me.mark}.${freshKey()}`, user: this.me.name, body, at: Date.now(), why: '' };
    this.unsaid.push(mine);
    this.#send(mine);
    this.on.changed(this);
  }

  again(mine) {
    mine.why = '';
    this.#send(mine);
    this.on.changed(this);
  }

  discard(mine) {
    this.unsaid = this.unsaid.filter((each) => each !== mine);
    this.on.changed(this);
  }

  /** Somebody else may have the same name. */
  isMine({ user, key }) { return user === this.me.name && Boolean(key?.startsWith(`${this.me.mark}.`)); }

  leave() { this.channel.leave(); }

  async #send(mine) {
    const reply = await this.channel.push('new_msg', { body: mine.body, key: mine.key });
    if (!this.unsaid.includes(mine)) return;
    if (reply.status === 'ok') {
      // The broadcast came first. If it did not, this was said before the line broke, and the
      // history that came with the join had it.
      this.#take({ ...mine, id: reply.response.id });
    } else if (reply.status === 'error') {
      mine.why = reply.response.reason;
    } else if (this.isJoined) {
      return this.#send(mine);
    }
    this.on.changed(this);
  }

  #joined(run) {
    if (this.#run && run !== this.#run) {
      this.#ids.clear();
      this.#newest = 0;
      this.#put({ note: 'The chat began anew; what was said before is not kept there.' });
    }
    this.#run = run;
    this.on.joined(this);
    // After the history, which comes with the answer: what was said already is then known.
    setTimeout(() => this.unsaid.filter((mine) => !mine.why).forEach((mine) => this.#send(mine)));
  }

  #history(messages, missed) {
    if (missed > 0) this.#put({ note: `${missed} messages in between are kept no more.` });
    let newest = null;
    for (const message of messages) if (this.#take(message)) newest = message;
    this.on.changed(this, newest);
  }

  /** @return whether it is new */
  #take(message) {
    if (message.key) this.unsaid = this.unsaid.filter((mine) => mine.key !== message.key);
    if (this.#ids.has(message.id)) return false;
    this.#ids.add(message.id);
    this.#newest = Math.max(this.#newest, message.id);
    this.#put(message);
    return true;
  }

  #put(entry) {
    this.said.push(entry);
    if (this.said.length > SHOWN) {
      this.said.shift();
      this.dropped++;
    }
  }

  #people(change) {
    change();
    this.on.changed(this);
  }
}
