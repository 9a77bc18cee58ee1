// Phoenix's own client, with its default settings and with those of our page.
'use strict';
const assert = require('assert');
const { Socket, Presence } = require('phoenix');
const WebSocket = require('ws');
const { start, until } = require('./server.cjs');

const QUICK = { rejoinAfterMs: tries => [50, 200, 1000][tries - 1] || 5000 };

class Phone {
  constructor(chat, name, settings) {
    this.name = name;
    this.messages = [];
    this.histories = [];
    this.errors = 0;
    this.socket = new Socket(`${chat.address.replace('http', 'ws')}socket`,
      { transport: WebSocket, params: { name }, ...settings });
    this.socket.connect();
  }

  join(payload) {
    this.channel = this.socket.channel('room:lobby', { name: this.name, ...payload });
    this.presence = new Presence(this.channel);
    this.channel.on('history', history => this.histories.push(history.messages.map(each => each.body)));
    this.channel.on('new_msg', message => this.messages.push(message));
    this.channel.onError(() => this.errors++);
    return new Promise((ok, refused) => this.channel.join().receive('ok', ok).receive('error', refused));
  }

  say(body) {
    return new Promise((ok, refused) =>
      this.channel.push('new_msg', { body }).receive('ok', ok).receive('error', refused).receive('timeout', refused));
  }

  people() { return this.presence.list(user => user).sort().join(' '); }
  leave() { return new Promise(done => this.channel.leave().receive('ok', done)); }
  close() { this.socket.disconnect(); }
}

async function talk(settings) {
  const chat = await start();
  const ada = new Phone(chat, 'Ada', settings);
  const grace = new Phone(chat, 'Grace', settings);
  assert.match((await ada.join()).run, /^[0-9a-f]{12}$/);
  await grace.join();
  await until('presence', () => ada.people() === 'Ada Grace' && grace.people() === 'Ada Grace');

  assert.deepStrictEqual(await ada.say('hello <b>all</b> 👋'), { id: 1 });
  const [message] = await until('the broadcast', () => grace.messages.length && grace.messages);
  assert.deepStrictEqual({ ...message, at: 0 }, { id: 1, user: 'Ada', body: 'hello <b>all</b> 👋', at: 0 });
  assert.ok(Math.abs(message.at - Date.now()) < 60_000, `at ${message.at}`);
  await assert.rejects(grace.say(''), refusal => /1 to 2000 letters/.test(refusal.reason));

  // The phone's own process: a new connection, and everything is there again.
  for (let round = 1; round <= 3; round++) {
    const began = performance.now();
    await chat.crash('Ada');
    await until('Ada back', () => ada.histories.length === 1 + round && ada.channel.state === 'joined');
    console.log(`  back after its process crashed: ${Math.round(performance.now() - began)} ms`);
  }
  assert.deepStrictEqual(ada.histories.at(-1), ['hello <b>all</b> 👋']);
  assert.strictEqual(grace.errors, 0, 'nobody else notices');

  // The room: everybody joins again on the same connection.
  const began = performance.now();
  await chat.crash('room lobby');
  await until('both back', () => [ada, grace].every(each => each.channel.state === 'joined' && each.errors > 0
    && each.histories.at(-1).length === 1) && grace.histories.length === 2);
  console.log(`  back after the room crashed: ${Math.round(performance.now() - began)} ms`);
  assert.deepStrictEqual(await grace.say('still here'), { id: 2 });
  await until('presence again', () => ada.people() === 'Ada Grace' && grace.people() === 'Ada Grace');

  await grace.leave();
  await until('Grace gone', () => ada.people() === 'Ada');
  ada.close();
  grace.close();

  const eve = new Phone(chat, 'Eve', settings);
  await eve.join();
  let goodbye = null;
  eve.socket.onClose(event => { goodbye ??= event.code; });
  await chat.stop();
  assert.strictEqual(await until('goodbye', () => goodbye), 1001);
  eve.close();
}

async function code() {
  const chat = await start('--code');
  assert.match(chat.code, /^[2-9A-Z]{6}$/);
  const eve = new Phone(chat, 'Eve', QUICK);
  await assert.rejects(eve.join({ code: 'WRONG1' }), refusal => refusal.reason === 'wrong code');
  eve.close();
  const ada = new Phone(chat, 'Ada', QUICK);
  await ada.join({ code: chat.code.toLowerCase() });
  ada.close();
  await chat.stop();
}

(async () => {
  console.log('default settings');
  await talk({});
  console.log('quick rejoin');
  await talk(QUICK);
  console.log('with a code');
  await code();
  console.log('client: passed');
  process.exit(0);
})().catch(error => {
  console.log(error.stack ?? JSON.stringify(error));
  process.exit(1);
});
