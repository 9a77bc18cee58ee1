'use strict';
// Replays what the application worked out for each event: which places changed, and to what.
(() => {
  const run = JSON.parse(document.getElementById('run').textContent);
  const events = run.events;
  const places = run.places.map(() => ({ parent: -1, state: -1, pid: 0, waiting: 0, restarts: 0 }));
  const nodes = new Map();
  const undo = [];
  const waitingAt = [];
  const find = id => document.getElementById(id);
  const tree = find('tree');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const MOST_MOVING = 60;
  const LINES = 40;
  let at = 0;
  let clock = run.from;
  let playing = false;
  let lastFrame = 0;
  let owed = 0;
  let loose = null;
  let lit = [];

  // The state: rows are [place, parent, state, pid, waiting, restarts].
  function put(rows, dirty) {
    const before = [];
    for (const [place, parent, state, pid, waiting, restarts] of rows) {
      const one = places[place];
      before.push([place, one.parent, one.state, one.pid, one.waiting, one.restarts]);
      Object.assign(one, { parent, state, pid, waiting, restarts });
      if (dirty) dirty.add(place);
    }
    return before.reverse();
  }

  function learn() {
    put(run.before);
    let waiting = places.reduce((sum, one) => sum + one.waiting, 0);
    for (const event of events) {
      const was = event[6].reduce((sum, row) => sum + places[row[0]].waiting, 0);
      undo.push(put(event[6]));
      waiting += event[6].reduce((sum, row) => sum + places[row[0]].waiting, 0) - was;
      waitingAt.push(waiting);
    }
    for (let i = events.length - 1; i >= 0; i--) put(undo[i]);
  }

  // The tree.
  function element(name, kind, parent) {
    const one = document.createElement(name);
    if (kind) one.className = kind;
    if (parent) parent.append(one);
    return one;
  }

  function make(place) {
    const [name, kind, strategy, behaviour] = run.places[place];
    const box = element('div', '');
    const card = element('div', 'card', box);
    const id = element('div', 'id', card);
    id.textContent = name;
    card.title = name + (behaviour ? '\n' + behaviour : '');
    const pid = element('div', 'of', card);
    if (strategy) element('div', 'of', card).textContent = strategy;
    const mail = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    mail.setAttribute('class', 'mail');
    mail.setAttribute('preserveAspectRatio', 'none');
    mail.setAttribute('viewBox', '0 0 100 6');
    const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    bar.setAttribute('height', '6');
    bar.setAttribute('rx', '1');
    mail.append(bar);
    card.append(mail);
    element('div', 'cross', card).textContent = '\u2715';
    const again = element('div', 'again', card);
    const children = element('div', 'children', box);
    return { box, card, pid, bar, again, children, place, supervisor: kind === 'supervisor' };
  }

  function node(place) {
    if (!nodes.has(place)) nodes.set(place, make(place));
    return nodes.get(place);
  }

  function home(place) {
    const parent = places[place].parent;
    if (parent >= 0) return node(parent).children;
    if (node(place).supervisor) return tree;
    if (!loose) {
      const frame = element('div', 'family');
      element('div', 'of', frame).textContent = 'without a supervisor';
      loose = element('div', 'loose', frame);
    }
    if (!loose.parentNode.isConnected) tree.append(loose.parentNode);
    return loose;
  }

  function seat(one) {
    const into = home(one.place);
    if (one.box.parentNode === into) return;
    let next = null;
    for (const other of into.children) {
      if (Number(other.dataset.place) > one.place) { next = other; break; }
    }
    one.box.dataset.place = one.place;
    into.insertBefore(one.box, next);
  }

  const LOOKS = {
    starting: 'starting', running: '', suspended: 'suspended', stopping: 'stopping',
    restarting: 'dead', backing_off: 'dead', down: 'dead', gave_up: 'dead',
  };

  function show(place) {
    const now = places[place];
    const one = node(place);
    if (now.state < 0) {
      one.box.remove();
      if (loose && !loose.children.length) loose.parentNode.remove();
      return;
    }
    seat(one);
    const state = run.states[now.state];
    one.box.className = (one.supervisor ? 'family supervisor ' : '') + LOOKS[state];
    const words = state === 'running' ? '' : ' ' + state.replace('_', ' ');
    const waiting = now.waiting ? ` \u00b7 ${now.waiting} waiting` : '';
    one.pid.textContent = `<0.${now.pid}.0>${words}${waiting}`;
    one.bar.setAttribute('width', now.waiting ? Math.min(100, Math.log2(1 + now.waiting) * 10) : 0);
    one.again.textContent = now.restarts;
    one.again.hidden = now.restarts === 0;
    one.again.title = `restarted: ${now.restarts}`;
  }

  // Moving through time.
  function light(event) {
    for (const [box, kind] of lit) box.classList.remove(kind);
    lit = [];
    if (!event) return;
    const place = whom(event);
    if (!nodes.has(place)) return;
    const kind = { crash: 'crashed', restart: 'risen' }[event[7]] ?? 'subject';
    node(place).box.classList.add(kind);
    lit.push([node(place).box, kind]);
  }

  function go(target, alive) {
    const dirty = new Set();
    const from = at;
    target = Math.max(0, Math.min(events.length, target));
    while (at < target) put(events[at++][6], dirty);
    while (at > target) put(undo[--at], dirty);
    dirty.forEach(show);
    if (alive) {
      const passed = events.slice(Math.max(from, at - MOST_MOVING), at);
      passed.forEach(fly);
      passed.filter(event => event[7]).forEach(flash);
    }
    light(at > 0 ? events[at - 1] : null);
    if (!alive) clock = at > 0 ? events[at - 1][0] : run.from;
    tell();
  }

  // A restart is about the child, not about the supervisor that begins it.
  const whom = event => (event[7] === 'restart' && event[4] >= 0 ? event[4] : event[3]);

  function flash(event) {
    const one = nodes.get(whom(event));
    if (!one || still) return;
    const colour = paint(event[7] === 'crash' ? '--crash' : '--restart');
    one.card.animate(
      [{ boxShadow: `0 0 0 8px ${colour}` }, { boxShadow: '0 0 0 0 transparent' }], { duration: 1600 });
  }

  const paint = name => getComputedStyle(document.documentElement).getPropertyValue(name);

  function middle(place) {
    const frame = tree.getBoundingClientRect();
    if (place < 0) return [tree.scrollLeft + 4, tree.scrollTop + 4];
    const one = nodes.get(place);
    if (!one || !one.box.isConnected) return null;
    const box = one.card.getBoundingClientRect();
    return [
      box.left + box.width / 2 - frame.left + tree.scrollLeft,
      box.top + box.height / 2 - frame.top + tree.scrollTop,
    ];
  }

  function fly(event) {
    if (still || run.kinds[event[1]] !== 'sent' || tree.querySelectorAll('.dot').length >= MOST_MOVING) return;
    const from = middle(event[3]);
    const to = middle(event[4]);
    if (!from || !to || event[4] < 0) return;
    const dot = element('div', 'dot', tree);
    const point = ([x, y]) => `translate(${x}px, ${y}px)`;
    dot.animate([{ transform: point(from) }, { transform: point(to) }], { duration: 380, easing: 'ease-in-out' })
      .finished.then(() => dot.remove(), () => dot.remove());
  }

  const seconds = nanos => (nanos / 1e9).toFixed(3) + ' s';

  function tell() {
    const story = find('story');
    story.replaceChildren();
    for (let i = at - 1; i >= Math.max(0, at - LINES); i--) {
      const event = events[i];
      const line = element('li', event[7] === 'crash' ? 'bad' : event[7] === 'restart' ? 'again' : '', story);
      if (i === at - 1) line.classList.add('now');
      element('time', '', line).textContent = seconds(event[0]);
      line.append(`${run.roles[event[2]]} ${event[5]}`);
    }
    find('seek').value = at;
    find('seek').setAttribute('aria-valuetext', `${seconds(clock)}, event ${at}`);
    const next = at < events.length && playing && events[at][0] - clock > 1e9
      ? ` \u00b7 next in ${seconds(events[at][0] - clock)}` : '';
    find('clock').textContent =
      `${seconds(clock)} \u00b7 event ${at.toLocaleString('en')} of ${events.length.toLocaleString('en')}${next}`;
    find('back').disabled = find('first').disabled = at === 0;
    find('forth').disabled = at === events.length;
    find('crash-before').disabled = crash(-1) < 0;
    find('crash-after').disabled = crash(1) < 0;
  }

  const crashes = events.map((event, i) => (event[7] === 'crash' ? i + 1 : 0)).filter(Boolean);
  const crash = way => (way < 0 ? crashes.findLast(i => i < at) : crashes.find(i => i > at)) ?? -1;

  function draw() {
    const chart = find('chart');
    const scale = devicePixelRatio || 1;
    const width = chart.width = Math.max(1, chart.clientWidth * scale);
    const height = chart.height = Math.max(1, chart.clientHeight * scale);
    const pen = chart.getContext('2d');
    const most = waitingAt.reduce((a, b) => Math.max(a, b), 1);
    const x = i => 8 * scale + (i / Math.max(1, events.length)) * (width - 16 * scale);
    pen.strokeStyle = paint('--wait');
    pen.lineWidth = scale;
    pen.beginPath();
    waitingAt.forEach((n, i) => pen.lineTo(x(i + 1), height - 2 - (n / most) * (height - 8)));
    pen.stroke();
    for (const [mark, name] of [['restart', '--restart'], ['crash', '--crash']]) {
      pen.fillStyle = paint(name);
      events.forEach((event, i) => { if (event[7] === mark) pen.fillRect(x(i + 1) - scale, 0, 2 * scale, height); });
    }
  }

  // Playing.
  function play(on) {
    if (on && at === events.length) go(0);
    playing = on && events.length > 0;
    find('play').textContent = playing ? 'Pause' : 'Play';
    lastFrame = 0;
    owed = 0;
    if (playing) requestAnimationFrame(frame);
    tell();
  }

  function frame(now) {
    if (!playing) return;
    const passed = lastFrame ? Math.min(now - lastFrame, 250) / 1000 : 0;
    lastFrame = now;
    const pace = find('pace').value;
    const rate = Number(pace.slice(1));
    let target = at;
    if (pace[0] === 'e') {
      owed += passed * rate;
      target += Math.floor(owed);
      owed -= Math.floor(owed);
      clock = target > 0 ? events[Math.min(target, events.length) - 1][0] : run.from;
    } else {
      clock = Math.min(run.until, clock + passed * rate * 1e9);
      while (target < events.length && events[target][0] <= clock) target++;
    }
    if (target !== at) go(target, true); else if (pace[0] === 't') tell();
    if (at >= events.length) play(false); else requestAnimationFrame(frame);
  }

  function jump(target) {
    if (playing) play(false);
    go(target);
  }

  find('play').onclick = () => play(!playing);
  find('first').onclick = () => jump(0);
  find('back').onclick = () => jump(at - 1);
  find('forth').onclick = () => jump(at + 1);
  find('crash-before').onclick = () => crash(-1) >= 0 && jump(crash(-1));
  find('crash-after').onclick = () => crash(1) >= 0 && jump(crash(1));
  find('seek').oninput = event => jump(Number(event.target.value));
  find('story').onclick = event => {
    const line = event.target.closest('li');
    if (line) jump(at - [...find('story').children].indexOf(line));
  };
  addEventListener('keydown', event => {
    if (event.target.tagName === 'SELECT' || event.ctrlKey || event.altKey || event.metaKey) return;
    const moves = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key === ' ') play(!playing);
    else if (event.key === 'Home') jump(0);
    else if (event.key === 'End') jump(events.length);
    else if (moves[event.key] && event.shiftKey) { if (crash(moves[event.key]) >= 0) jump(crash(moves[event.key])); }
    else if (moves[event.key]) jump(at + moves[event.key]);
    else return;
    event.preventDefault();
  });
  addEventListener('resize', draw);
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', draw);

  function moment(text) {
    const nanos = Number(text) * 1e9;
    let target = 0;
    while (target < events.length && events[target][0] <= nanos) target++;
    return target;
  }

  // The address may say where to begin: #t=12.5
  function begin() {
    const asked = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
    return asked ? moment(asked[1]) : moment(run.from / 1e9);
  }

  learn();
  find('about').textContent = run.about;
  run.notes.forEach(note => { element('li', '', find('notes')).textContent = note; });
  find('seek').max = events.length;
  places.forEach((_, place) => { if (places[place].state >= 0) show(place); });
  go(begin());
  draw();
  addEventListener('hashchange', () => jump(begin()));
})();
