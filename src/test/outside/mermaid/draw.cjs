// Draws each file with Mermaid in a browser and looks at the texts of the picture.
'use strict';
const fs = require('fs');
const path = require('path');
const { check } = require('../browser.cjs');

// What a label of ours reads as, once Mermaid has drawn it.
const read = text => text.replace(/#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)));
const squeeze = text => text.replace(/\s+/g, '');

check(async page => {
  await page.addScriptTag({ path: path.join(process.env.NODE_PATH, 'mermaid/dist/mermaid.min.js') });
  const complaints = [];
  for (const file of process.argv.slice(2)) {
    const source = fs.readFileSync(file, 'utf8');
    const drawn = await page.evaluate(async text => {
      window.alert = () => { throw new Error('a script ran'); };
      mermaid.initialize({ startOnLoad: false });
      try {
        const { svg } = await mermaid.render('drawing', text);
        const picture = new DOMParser().parseFromString(svg, 'text/html');
        return {
          script: picture.querySelectorAll('script, img, iframe').length,
          texts: [...picture.querySelectorAll('text, foreignObject')].map(each => each.textContent).join('\n'),
        };
      } catch (error) {
        return { error: error.message };
      }
    }, source);
    if (drawn.error) {
      complaints.push(`${file}: ${drawn.error}`);
      continue;
    }
    if (drawn.script) complaints.push(`${file}: markup came through`);
    const shown = squeeze(drawn.texts);
    const labels = source.split('\n').flatMap(line => {
      const arrow = /^ {2}p\d+\S*?p\d+: (.*)$/.exec(line);
      const someone = /^ {2}(?:create )?participant p\d+ as (.*)$/.exec(line);
      const place = /^ {2}n\d+\(?\["(.*?)<br\/>/.exec(line);
      return [arrow, someone, place].filter(Boolean).map(found => read(found[1]));
    });
    if (labels.length < 4) complaints.push(`${file}: only ${labels.length} labels to look for`);
    const lost = labels.filter(label => !shown.includes(squeeze(label)));
    lost.slice(0, 3).forEach(label => complaints.push(`${file}: not drawn: ${label}`));
    console.log(`${file}: ${labels.length} labels, ${lost.length} lost`);
  }
  return complaints;
});
