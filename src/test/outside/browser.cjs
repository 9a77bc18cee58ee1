// A browser for checks: Debian's Chromium, driven by puppeteer-core, with nothing that calls home.
'use strict';
const puppeteer = require('puppeteer-core');
const { execFileSync } = require('child_process');

// Opens a page, hands it to `work`, and ends with 1 if anything goes wrong or `work` finds a complaint.
exports.check = async work => {
  const browser = await puppeteer.launch({
    executablePath: execFileSync('which', ['chromium']).toString().trim(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update'],
  });
  let complaints;
  try {
    complaints = await work(await browser.newPage());
  } catch (error) {
    complaints = [error.stack];
  } finally {
    await browser.close();
  }
  complaints.forEach(line => console.log(line));
  process.exit(complaints.length ? 1 : 0);
};
