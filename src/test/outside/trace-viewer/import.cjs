// Hands traces to trace-viewer's importer in a browser and compares what it understood with the file.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const { check } = require('../browser.cjs');

const [viewer, ...files] = process.argv.slice(2);
const start = `<script src="/webcomponents.min.js"></script>
  <script>'use strict'; window.onTraceViewerImportFail = () => {};</script>
  <link rel="import" href="/trace_viewer_full.html">`;

const server = http.createServer((request, answer) => {
  const name = path.basename(request.url);
  const file = path.join(viewer, name);
  if (!fs.existsSync(file)) return answer.writeHead(404).end();
  answer.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'text/html');
  return answer.end(name ? fs.readFileSync(file) : start);
}).listen(0, '127.0.0.1', () => check(async page => {
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction('window.tr && tr.importer && tr.importer.Import && tr.Model');
  const complaints = [];
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    const events = JSON.parse(text).traceEvents;
    const seen = await page.evaluate(json => {
      const model = new tr.Model();
      const options = new tr.importer.ImportOptions();
      options.showImportWarnings = false;
      new tr.importer.Import(model, options).importTraces([json]);
      const threads = model.getAllThreads();
      return {
        warnings: model.importWarnings.map(each => `${each.type}: ${each.message}`),
        slices: threads.reduce((sum, each) => sum + each.sliceGroup.slices.length, 0),
        tracks: threads.map(each => each.name),
        arrows: model.flowEvents.map(each => Boolean(each.startSlice && each.endSlice)),
        counters: model.getAllProcesses().reduce((sum, each) => sum + Object.keys(each.counters).length, 0),
      };
    }, text);
    const of = phase => events.filter(each => each.ph === phase);
    const complain = (holds, what) => holds || complaints.push(`${file}: ${what}`);
    // It says of an arrow without an end that it has none; a message that nobody took has none.
    const warnings = seen.warnings.filter(each => !/flow_slice_start_error|does not end|no end/.test(each));
    complain(warnings.length === 0, warnings.slice(0, 3).join('; '));
    // What has no extent is a slice to it too.
    const slices = of('X').length + of('i').filter(each => each.s === 't').length;
    complain(seen.slices === slices && slices > 0, `${slices} slices became ${seen.slices}`);
    complain(seen.arrows.length === of('f').length, `${of('f').length} arrows became ${seen.arrows.length}`);
    complain(seen.arrows.every(Boolean), `${seen.arrows.filter(each => !each).length} arrows hang in the air`);
    complain(seen.counters === new Set(of('C').map(each => each.name)).size, `${seen.counters} counters`);
    const names = events.filter(each => each.name === 'thread_name').map(each => each.args.name);
    complain(names.every(each => seen.tracks.includes(each)), `tracks ${seen.tracks}`);
    console.log(`${file}: ${seen.slices} slices, ${seen.arrows.length} arrows, ${seen.tracks.length} tracks, ${seen.counters} counters`);
  }
  return complaints;
}));
