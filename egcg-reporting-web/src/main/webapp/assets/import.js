// The folder of a run is sent once to see what it makes, and once more to store it: the service keeps nothing between.
'use strict';
(() => {
  const { $, make, say } = egcg;
  const drop = $('#dropzone');
  if (!drop) return;
  const made = $('#made');
  const names = { run_elements: 'Run elements', unexpected_barcodes: 'Unexpected barcodes', lanes: 'Lanes', runs: 'Runs', samples: 'Samples', projects: 'Projects' };
  const number = count => count.toLocaleString('en');
  const show = (...children) => made.replaceChildren(...children.filter(Boolean));
  const failed = text => { show(make('div', { class: 'note fail', role: 'alert' }, make('span', { class: 'long' }, text))); say(text); };

  async function send(file, fields) {
    const answer = await fetch('/ui/import?' + new URLSearchParams({ name: file.name, ...fields }), { method: 'POST', headers: { 'X-CSRF-Token': $('meta[name=csrf]').content, 'Content-Type': 'application/octet-stream' }, body: file });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(body.message ?? 'The service did not take the file.');
    return body;
  }

  function table(run) {
    const rows = run.steps.map(step => make('tr', {}, make('th', { scope: 'row' }, names[step.resource] ?? step.resource), ...[step.new, step.changed, step.same].map(count => make('td', { class: 'num' }, number(count)))));
    const head = make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'What'), ...['New', 'Changed', 'As they are'].map(text => make('th', { scope: 'col', class: 'num' }, text))));
    return make('div', { class: 'tablewrap', role: 'region', 'aria-label': 'What ' + run.run_id + ' makes', tabindex: '0' }, make('table', { class: 'data' }, make('caption', { class: 'sr' }, 'What ' + run.run_id + ' makes'), head, make('tbody', {}, ...rows)));
  }

  function card(run, stored) {
    const title = stored ? make('a', { href: '/run/' + encodeURIComponent(run.run_id) }, run.run_id) : run.run_id;
    const not = run.not_taken.length ? make('details', {}, make('summary', {}, run.not_taken.length === 1 ? '1 file of a tool was not taken' : `${number(run.not_taken.length)} files of tools were not taken`), make('ul', {}, ...run.not_taken.map(text => make('li', {}, text)))) : null;
    return make('section', { class: 'card' }, make('header', { class: 'heading' }, make('h2', {}, title), run.complete ? null : make('span', { class: 'quiet' }, 'The instrument has not written all of it yet.')), table(run), not);
  }

  const busy = text => show(make('p', { class: 'card empty', role: 'status' }, text));

  async function store(file, changes) {
    busy('Storing…');
    try {
      const answer = await send(file, { store: changes });
      show(make('div', { class: 'note pass', role: 'status' }, make('span', {}, 'Stored.')), ...answer.runs.map(run => card(run, true)));
      say('Stored');
    } catch (wrong) { failed(wrong.message); }
  }

  async function look(file) {
    if (file.size > drop.dataset.megabytes * 1024 * 1024) { failed(`${file.name} has more than ${drop.dataset.megabytes} MB. Import it on the command line.`); return; }
    busy(`Reading ${file.name}…`);
    try {
      const answer = await send(file, {});
      const button = make('button', { type: 'button', class: 'btn primary', onclick: () => store(file, answer.changes) }, 'Store it');
      const foot = answer.changes ? make('div', { class: 'foot' }, button, make('span', { class: 'quiet' }, (answer.changes === 1 ? '1 document is new or changes.' : `${number(answer.changes)} documents are new or change.`) + ' Nothing is stored yet.')) : make('p', { class: 'empty' }, 'All of it is stored already.');
      const cards = answer.runs.map(run => card(run, false));
      show(...cards, foot);
      say('Nothing is stored yet');
    } catch (wrong) { failed(wrong.message); }
  }

  $('#folder').addEventListener('change', event => { const file = event.target.files[0]; event.target.value = ''; if (file) look(file); });
  for (const name of ['dragover', 'dragleave', 'drop']) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.toggle('over', name === 'dragover'); });
  drop.addEventListener('drop', event => {
    const file = event.dataTransfer.files[0];
    if (event.dataTransfer.items?.[0]?.webkitGetAsEntry?.()?.isDirectory) failed('Browsers hand over files. Make a zip of the folder, without images and base calls.');
    else if (file) look(file);
  });
})();
