// The chat, started as a user starts it, and crashed by its commands.
'use strict';
const { spawn } = require('child_process');
const { createInterface } = require('readline');

// {address, code, crash(what), stop()} once it has said where it is.
exports.start = (...options) => new Promise((resolve, reject) => {
  const chat = spawn('target/understudy/bin/understudy', ['chat', '--port', '0', '--commands', ...options],
    { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise(done => chat.once('exit', done));
  process.once('exit', () => chat.kill('SIGKILL')); // A check that fails leaves nothing behind.
  const waiting = [];
  const said = { address: null, code: null };
  const needsCode = options.includes('--code');
  createInterface({ input: chat.stdout }).on('line', line => {
    if (line.startsWith('http://')) said.address ??= line;
    else if (line.startsWith('code: ')) said.code = line.slice(6);
    else return waiting.shift()(line);
    if (said.address && (said.code || !needsCode)) resolve({ ...said, crash, stop });
  });
  gone.then(status => reject(new Error(`the chat ended with ${status} before it said where it is`)));
  const crash = what => new Promise((struck, missed) => {
    waiting.push(line => line === `crashed ${what}` ? struck() : missed(new Error(line)));
    chat.stdin.write(`crash ${what}\n`);
  });
  const stop = () => {
    chat.kill('SIGTERM');
    return gone;
  };
});

const sleep = millis => new Promise(done => setTimeout(done, millis));

// Waits until `test` gives something, and gives that.
exports.until = async (what, test, seconds = 60) => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await test();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for: ${what}`);
    await sleep(5);
  }
};
