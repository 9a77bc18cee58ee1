// Uses the page as a person would.
'use strict';
const path = require('path');
const { check } = require('../browser.cjs');

const [chat, hostile] = process.argv.slice(2).map(file => 'file://' + path.resolve(file));

check(async page => {
  const complaints = [];
  const expect = (holds, what) => holds || complaints.push(what);
  const asked = [];
  page.on('console', message => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`error: ${error.message}`));
  page.on('dialog', dialog => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => asked.push(request.url()));
  const clock = () => page.$eval('#clock', each => each.textContent);
  const card = name => page.evaluate(wanted => {
    const found = [...document.querySelectorAll('.card')].find(each => each.querySelector('.id').textContent === wanted);
    return found && { text: found.textContent, dead: found.parentNode.classList.contains('dead') };
  }, name);

  await page.setViewport({ width: 1400, height: 900 });
  await page.goto(chat);
  expect((await card('lobby')).text.includes('<0.6.0>'), 'the lobby is not there at the beginning');
  await page.click('#crash-after');
  expect((await clock()).startsWith('12.300 s'), `the crash is at ${await clock()}`);
  expect((await card('lobby')).dead, 'the lobby does not look dead');
  expect((await page.$eval('#story li.now', each => each.textContent)).includes('exits with killed'), 'no sentence for the crash');
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
  expect((await card('lobby')).text.includes('<0.20.0>') && !(await card('lobby')).dead, 'the lobby does not come back');
  expect((await card('lobby')).text.endsWith('1'), 'the restart is not counted');
  await page.keyboard.press('Home');
  expect(!(await card('lobby')), 'before the first event there is a tree');
  await page.keyboard.press('End');
  const end = await clock();
  expect(/event ([\d,]+) of \1/.test(end), `the end is ${end}`);
  await page.$eval('#seek', each => { each.value = 872; each.dispatchEvent(new Event('input')); });
  expect((await clock()).includes('event 872 '), `the slider leads to ${await clock()}`);
  await page.select('#pace', 'e30');
  await page.keyboard.press('Home');
  await page.click('#play');
  await page.waitForFunction(() => Number(/event (\d+) /.exec(document.querySelector('#clock').textContent)[1]) > 20);
  await page.waitForFunction(() => document.querySelector('.dot'), { polling: 'mutation' });
  await page.keyboard.press('Space');
  const paused = await clock();
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(paused === await clock(), 'it goes on while it is paused');
  await page.goto(chat + '#t=15');
  expect(/^1[45]\./.test(await clock()), `the address leads to ${await clock()}`);
  const refused = await page.evaluate(() => new Promise(done => {
    document.addEventListener('securitypolicyviolation', () => done(true), { once: true });
    const script = document.createElement('script');
    script.textContent = 'window.foreign = true';
    document.body.append(script);
    setTimeout(() => done(false), 2000);
  }));
  expect(refused && !(await page.evaluate(() => window.foreign)), 'a foreign script runs');
  complaints.splice(0, complaints.length, ...complaints.filter(each => !each.includes('Content Security Policy')));

  await page.goto(hostile);
  await page.keyboard.press('End');
  expect(Boolean(await card('<script>alert(1)<|script>')), 'the name is not shown as text');
  expect(await page.$$eval('script', all => all.length) === 2, 'there is a script too many');
  expect(asked.every(each => each.startsWith('file:')), `asked for ${asked.filter(each => !each.startsWith('file:'))}`);
  return complaints;
});
