// The page on several phones at once.
// usage: page.cjs FOLDER, which takes pictures of it
'use strict';
const assert = require('assert');
const { check } = require('../browser.cjs');
const { start, until } = require('./server.cjs');

const [, , folder] = process.argv;
const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const HOSTILE = '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>';

check(async first => {
  const complaints = [];
  const chat = await start('--code');

  const open = async (name, theme, view = PHONE) => {
    const context = await first.browser().createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', error => complaints.push(`${name}: ${error}`));
    page.on('console', line => {
      if (['error', 'warn'].includes(line.type()) && !/WebSocket/.test(line.text())) complaints.push(`${name}: ${line.text()}`);
    });
    page.on('request', request => {
      if (new URL(request.url()).host !== new URL(chat.address).host) complaints.push(`${name} asks for ${request.url()}`);
    });
    await page.setViewport(view);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.goto(chat.address);
    return Object.assign(page, { who: name, picture: what => page.screenshot({ path: `${folder}/${what}.png` }) });
  };
  const enter = async (page, code) => {
    await page.$eval('#name', (field, name) => { field.value = name; }, page.who);
    await page.$eval('#code', (field, code) => { field.value = code; }, code);
    await page.click('#join button');
  };
  const inside = page => page.waitForSelector('#chat:not([hidden])');
  const say = async (page, body) => {
    await page.type('#body', body);
    await page.keyboard.press('Enter');
  };
  const bodies = page => page.$$eval('#messages li[data-id] p', all => all.map(each => each.textContent));
  const ids = page => page.$$eval('#messages li[data-id]', all => all.map(each => +each.dataset.id));
  const hears = (page, body) => until(`${page.who} hears '${body}'`, async () => (await bodies(page)).includes(body));
  const text = (page, selector) => page.$eval(selector, each => each.textContent);
  const still = page => until('no panel moves', () => page.evaluate(() =>
    document.getAnimations().every(each => !(each instanceof CSSTransition))));
  const fits = page => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

  const ada = await open('Ada', 'light');
  const grace = await open('Grace', 'dark');
  const dennis = await open('Dennis', 'light', { width: 1200, height: 800 });
  const all = [ada, grace, dennis];

  // The door, with a wrong code and with the right one.
  await enter(ada, 'WRONG2');
  await until('the refusal', async () => /wrong code/.test(await text(ada, '#refused')));
  await ada.picture('door');
  for (const page of all) {
    await enter(page, chat.code);
    await inside(page);
  }
  for (const page of all) await until('three here', async () => await text(page, '#count') === '3');

  // Talking; what looks like markup is text.
  await say(ada, 'Good morning, everyone!');
  await hears(grace, 'Good morning, everyone!');
  await say(grace, HOSTILE);
  await say(dennis, `A long line that has to wrap on a phone, ${'very'.repeat(20)} long.`);
  for (const page of all) {
    await hears(page, HOSTILE);
    await until('three messages', async () => (await bodies(page)).length === 3);
    assert.doesNotMatch(await page.title(), /broken/);
    assert.strictEqual(await page.$('#messages img, #messages script'), null);
    assert.ok(await fits(page), `${page.who}: nothing is wider than the screen`);
  }
  await ada.picture('light');
  await grace.picture('dark');
  await dennis.picture('wide');

  // A crash: back by itself, with a hint, and nobody else notices. How long it took is told, not tested.
  const hints = page => page.evaluate(() => {
    window.hints = [];
    new MutationObserver(() => window.hints.push(document.getElementById('hint-text').textContent))
      .observe(document.getElementById('hint-text'), { childList: true, characterData: true, subtree: true });
  });
  for (const page of all) await hints(page);
  const began = performance.now();
  await chat.crash('Ada');
  await until('Ada back', () => ada.evaluate(() => window.hints.some(hint => hint.startsWith('Back after'))));
  console.log(`  back after a crash: ${Math.round(performance.now() - began)} ms`);
  const [lost] = await ada.evaluate(() => window.hints);
  assert.match(lost, /Connection lost \(its process crashed; come back\)/);
  await ada.picture('back');
  assert.deepStrictEqual(await grace.evaluate(() => window.hints), []);

  // Saying a lot while everything crashes: nothing acknowledged is lost, nothing is doubled.
  const wanted = [];
  for (let i = 1; i <= 20; i++) {
    wanted.push(`message ${i}`);
    await say(ada, `message ${i}`);
    if (i % 4 === 0) await chat.crash('Ada').catch(() => {}); // It may be on its way back.
    if (i % 10 === 5) await chat.crash('room lobby');
    if (i === 15) await chat.crash('rooms');
  }
  for (const page of all) {
    await until(`${page.who} has all`, async () => (await bodies(page)).filter(body => body.startsWith('message ')).length >= 20);
    const heard = (await bodies(page)).filter(body => body.startsWith('message '));
    assert.deepStrictEqual(heard.toSorted(), wanted.toSorted(), page.who);
    const numbers = await ids(page);
    assert.deepStrictEqual(numbers, numbers.toSorted((a, b) => a - b), `${page.who}: in order`);
    assert.strictEqual(await page.$('#messages .waiting, #messages .refused'), null, `${page.who}: all sent`);
  }

  // A room that crashes under somebody who writes quickly refuses nothing.
  await grace.evaluate(() => {
    let left = 100;
    const writing = setInterval(() => {
      document.getElementById('body').value = `quick ${left}`;
      document.getElementById('say').requestSubmit();
      if (--left === 0) clearInterval(writing);
    }, 5);
  });
  for (let i = 0; i < 5; i++) {
    await chat.crash('room lobby').catch(() => {}); // It may just be coming back.
    await hears(grace, `quick ${90 - 20 * i}`);
  }
  for (const page of all) {
    await until(`${page.who} has all`, async () => (await bodies(page)).filter(body => body.startsWith('quick ')).length >= 100);
    assert.strictEqual(new Set(await ids(page)).size, (await ids(page)).length, `${page.who}: nothing twice`);
  }
  assert.strictEqual(await grace.$('#messages .waiting, #messages .refused'), null, 'nothing is left unsaid');

  // What was said while a phone was away comes after.
  await chat.crash('Grace');
  await say(ada, 'while Grace is away');
  await hears(grace, 'while Grace is away');

  // Rooms and who is here, on a phone.
  await ada.click('#show-rooms');
  await still(ada); // What moves is not where it was a moment ago.
  await ada.type('#new-room', 'garden');
  await ada.click('#open-room button');
  await until('the garden', async () => await text(ada, '#title') === 'garden' && await text(ada, '#count') === '1');
  await say(grace, 'to the lobby');
  await ada.click('#show-rooms');
  await until('unread', async () => await ada.$('#rooms em') !== null);
  await still(ada);
  await ada.picture('rooms');
  await ada.keyboard.press('Escape');
  await grace.click('#show-people');
  await still(grace);
  await grace.picture('people');
  await grace.keyboard.press('Escape');

  // Two of the same name: each page knows which message is its own.
  const namesake = await open('Grace', 'light');
  await enter(namesake, chat.code);
  await inside(namesake);
  await say(namesake, 'from the other Grace');
  await hears(grace, 'from the other Grace');
  await hears(namesake, 'from the other Grace');
  const kind = page => page.$$eval('#messages li[data-id]', all => all.find(each => each.querySelector('p').textContent === 'from the other Grace').className);
  assert.deepStrictEqual([await kind(grace), await kind(namesake)], ['other', 'mine']);
  await namesake.click('#show-rooms');
  await still(namesake);
  await namesake.click('#leave');

  // A page that is loaded again is inside at once.
  await dennis.reload();
  await inside(dennis);
  await hears(dennis, 'to the lobby');

  // The end: a goodbye, and a page that keeps trying.
  await chat.stop();
  await until('the hint', async () => /Connection lost/.test(await text(grace, '#hint-text')));
  await until('the pause grows', async () => /Trying again in \d+ s/.test(await text(grace, '#hint-text')));
  await grace.picture('away');
  if (!complaints.length) console.log('page: passed');
  return complaints;
});
