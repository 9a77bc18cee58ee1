// The page: a door, then rooms. Text of others becomes text nodes only, never markup.

import { Line } from './channel.js';
import { Room, freshKey } from './room.js';

const ROOMS_EVERY = 5000;
const BACK_SHOWN = 4000;
const NEAR_THE_END = 80;
const HUES = 360;

const $ = (id) => document.getElementById(id);
const needsCode = document.body.dataset.code === 'needed';
const rooms = new Map();
let line = null;
let me = null;
let current = null;
let everJoined = false;
let open = [];
let lost = null;
let ticking = 0;
let drawing = false;

// ---- the door ----

$('code-row').hidden = !needsCode;
$('code').required = needsCode;
$('name').value = recall('name');
$('code').value = new URLSearchParams(location.hash.slice(1)).get('code') ?? recall('code');
$('room').value = recall('room') || 'lobby';

function recall(what) {
  try { return sessionStorage.getItem(what) ?? ''; } catch { return ''; }
}

function remember(what, value) {
  try { sessionStorage.setItem(what, value); } catch { /* A private window may refuse. */ }
}

$('join').addEventListener('submit', (event) => {
  event.preventDefault();
  $('refused').textContent = '';
  enter($('name').value.trim(), $('code').value.trim(), $('room').value.trim());
});

function enter(name, code, room) {
  const mark = recall('mark') || freshKey();
  remember('mark', mark);
  me = { name, code, mark };
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const query = new URLSearchParams({ vsn: '2.0.0', name });
  line?.close();
  line = new Line(`${scheme}://${location.host}/socket/websocket?${query}`, lineChanged);
  everJoined = false;
  rooms.clear();
  go(room);
  line.open();
}

function backToTheDoor(reason) {
  line?.close();
  line = null;
  rooms.clear();
  current = null;
  lost = null;
  remember('inside', '');
  $('chat').hidden = true;
  $('door').hidden = false;
  $('refused').textContent = reason;
  (reason.includes('code') ? $('code') : $('name')).focus();
}

$('leave').addEventListener('click', () => {
  for (const room of rooms.values()) room.leave();
  backToTheDoor('');
});

// ---- rooms ----

function go(name) {
  let room = rooms.get(name);
  if (!room) {
    room = new Room(line, name, me, { changed, refused, joined });
    rooms.set(name, room);
  }
  current = room;
  room.unread = 0;
  panels();
  draw(true);
}

function joined(room) {
  if (!everJoined) {
    everJoined = true;
    for (const what of ['name', 'code']) remember(what, me[what]);
    remember('inside', 'yes');
    $('door').hidden = true;
    $('chat').hidden = false;
    $('body').focus({ preventScroll: true });
  }
  if (room === current) remember('room', room.name);
  back();
  askRooms();
}

function refused(room, reason) {
  if (!everJoined) return backToTheDoor(`Not let in: ${reason}.`);
  rooms.delete(room.name);
  room.leave();
  if (room === current) current = rooms.values().next().value ?? null;
  if (!current) return backToTheDoor(`Not let in: ${reason}.`);
  hint(`Room “${room.name}”: ${reason}.`, 'bad', BACK_SHOWN);
  draw(true);
}

function changed(room, message) {
  if (message?.id && room !== current) room.unread++;
  draw(false);
}

async function askRooms() {
  if (!current?.isJoined) return;
  const reply = await current.channel.push('rooms', {});
  if (reply.status === 'ok') {
    open = reply.response.rooms;
    draw(false);
  }
}

setInterval(() => { if (!document.hidden) askRooms(); }, ROOMS_EVERY);

$('open-room').addEventListener('submit', (event) => {
  event.preventDefault();
  const name = $('new-room').value.trim();
  if (name) go(name);
  $('new-room').value = '';
});

function leaveRoom(room) {
  room.leave();
  rooms.delete(room.name);
  if (room === current) go(rooms.keys().next().value);
  draw(true);
}

// ---- the line: lost, and back again ----

function lineChanged({ state, wait, reason }) {
  document.body.dataset.line = state;
  $('state').textContent = state === 'open' ? '' : 'offline';
  if (state !== 'waiting') return;
  if (!everJoined) return backToTheDoor(reason ? `Disconnected: ${reason}.` : 'The chat does not answer. Is it running?');
  lost ??= { since: performance.now() };
  lost.reason = reason;
  const until = performance.now() + wait;
  clearInterval(ticking);
  const tick = () => {
    const left = Math.ceil((until - performance.now()) / 1000);
    hint(`Connection lost${reason ? ` (${reason})` : ''}. ${left > 1 ? `Trying again in ${left} s.` : 'Trying again…'}`, 'bad');
    $('now').hidden = left < 2;
  };
  tick();
  ticking = setInterval(tick, 500);
}

function back() {
  if (!lost) return;
  clearInterval(ticking);
  const { since, reason } = lost;
  lost = null;
  const took = performance.now() - since;
  const time = took < 1000 ? `${Math.round(took)} ms` : `${(took / 1000).toFixed(1)} s`;
  hint(`Back after ${time}${reason ? ` (${reason})` : ''}.`, 'good', BACK_SHOWN);
}

let hiding = 0;

function hint(text, kind, shown) {
  clearTimeout(hiding);
  $('hint').hidden = false;
  $('hint').dataset.kind = kind;
  $('hint-text').textContent = text;
  $('now').hidden = true;
  if (shown) hiding = setTimeout(() => { if (!lost) $('hint').hidden = true; }, shown);
}

$('now').addEventListener('click', () => line?.hurry());
addEventListener('online', () => line?.hurry());
document.addEventListener('visibilitychange', () => { if (!document.hidden) line?.hurry(); });

// ---- saying ----

$('say').addEventListener('submit', (event) => {
  event.preventDefault();
  const body = $('body').value.trim();
  if (!body || !current) return;
  current.say(body);
  $('body').value = '';
  draw(true);
});

$('body').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('say').requestSubmit();
  }
});

// ---- the picture ----

/** @param toTheEnd whether to show the newest message wherever the reader was */
function draw(toTheEnd) {
  draw.toTheEnd ||= toTheEnd;
  if (drawing) return;
  drawing = true;
  // A hidden page draws no frames, but must not keep what it was told for one.
  document.hidden ? setTimeout(paint) : requestAnimationFrame(paint);
}

function paint() {
  drawing = false;
  if (!current) return;
  const log = $('messages');
  const reads = !draw.toTheEnd && log.scrollHeight - log.scrollTop - log.clientHeight > NEAR_THE_END;
  const newest = current.said.at(-1)?.id ?? 0;
  $('title').textContent = current.name;
  document.title = `${current.name} · Understudy chat`;
  paintMessages(log);
  if (reads) {
    if (newest > (paint.newest ?? 0) && paint.room === current) $('newer').hidden = false;
  } else {
    log.scrollTop = log.scrollHeight;
    $('newer').hidden = true;
  }
  paint.newest = newest;
  paint.room = current;
  draw.toTheEnd = false;
  paintPeople();
  paintRooms();
}

function paintMessages(log) {
  const items = [];
  if (current.dropped) items.push(element('li', 'note', `${current.dropped} earlier messages are not shown.`));
  for (const entry of current.said) items.push((entry.item ??= entry.note ? element('li', 'note', entry.note) : said(entry)));
  for (const mine of current.unsaid) items.push(unsaid(mine));
  if (!items.length) items.push(element('li', 'note', current.isJoined ? 'Nobody has said anything yet.' : 'Joining…'));
  // Only what changed is touched: the reader's selection and a screen reader's place survive.
  const wanted = new Set(items);
  for (const item of [...log.children]) if (!wanted.has(item)) item.remove();
  items.forEach((item, at) => { if (log.children[at] !== item) log.insertBefore(item, log.children[at] ?? null); });
}

function said(message) {
  const { id, user, body, at } = message;
  const item = element('li', current.isMine(message) ? 'mine' : 'other');
  item.dataset.id = id;
  item.style.setProperty('--hue', hue(user));
  const time = element('time', '', new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
  time.dateTime = new Date(at).toISOString();
  item.append(element('b', '', user), element('p', '', body), time);
  return item;
}

function unsaid(mine) {
  const item = element('li', mine.why ? 'mine refused' : 'mine waiting');
  item.style.setProperty('--hue', hue(mine.user));
  item.append(element('b', '', mine.user), element('p', '', mine.body));
  item.append(element('time', '', mine.why ? `not sent: ${mine.why}` : current.isJoined ? 'sending…' : 'will be sent as soon as we are back'));
  if (mine.why) item.append(button('Try again', () => current.again(mine)), button('Discard', () => current.discard(mine)));
  return item;
}

function paintPeople() {
  const people = current.presence.list();
  $('count').textContent = current.crowd ?? people.reduce((all, [, phones]) => all + phones, 0);
  $('people').replaceChildren(...people.map(([user, phones]) => {
    const item = element('li', user === me.name ? 'me' : '', phones > 1 ? `${user} ×${phones}` : user);
    item.style.setProperty('--hue', hue(user));
    return item;
  }));
  $('crowd').textContent = current.crowd ? `${current.crowd} are here; the first ones are listed.` : '';
}

function paintRooms() {
  const here = new Map(open.map(({ name, here }) => [name, here]));
  for (const room of rooms.keys()) if (!here.has(room)) here.set(room, null);
  const focused = document.activeElement?.dataset?.room;
  $('rooms').replaceChildren(...[...here].map(([name, count]) => {
    const room = rooms.get(name);
    const item = element('li', room === current ? 'current' : room ? 'joined' : '');
    const visit = button(name, () => go(name));
    visit.dataset.room = name;
    if (room === current) visit.setAttribute('aria-current', 'true');
    if (count !== null) visit.append(element('small', '', `${count} here`));
    if (room?.unread) visit.append(element('em', '', String(room.unread)));
    item.append(visit);
    if (room && rooms.size > 1) {
      const leave = button('×', () => leaveRoom(room));
      leave.setAttribute('aria-label', `Leave ${name}`);
      item.append(leave);
    }
    return item;
  }));
  if (focused) [...$('rooms').querySelectorAll('button')].find((each) => each.dataset.room === focused)?.focus();
}

function element(tag, kind, text) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, action) {
  const made = element('button', 'plain', text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

function hue(user) {
  let sum = 0;
  for (const letter of user) sum = Math.imul(sum ^ letter.codePointAt(0), 16777619);
  return (sum >>> 0) % HUES;
}

$('messages').addEventListener('scroll', () => {
  const log = $('messages');
  if (log.scrollHeight - log.scrollTop - log.clientHeight <= NEAR_THE_END) $('newer').hidden = true;
});
$('newer').addEventListener('click', () => draw(true));

// ---- panels of a narrow screen ----

function panels(shown) {
  for (const name of ['rooms', 'people']) {
    const isShown = name === shown && !$(`${name}-panel`).classList.contains('shown');
    $(`${name}-panel`).classList.toggle('shown', isShown);
    $(`show-${name}`).setAttribute('aria-expanded', String(isShown));
  }
  $('shade').hidden = !document.querySelector('.panel.shown');
}

$('show-rooms').addEventListener('click', () => { panels('rooms'); askRooms(); });
$('show-people').addEventListener('click', () => panels('people'));
$('shade').addEventListener('click', () => panels());
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') panels(); });

// A page that is loaded again goes on where it was.
if (recall('inside') && $('name').value) enter(recall('name'), recall('code'), recall('room') || 'lobby');
