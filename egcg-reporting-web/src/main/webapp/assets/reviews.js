// What is done with selected rows: reviews in the LIMS, automatic reviews. Rows can be left out before it is done.
'use strict';
(() => {
  const { $, make, post, dialog, notice, load, picks, pickHere, onSelection, showPicks } = egcg;
  const kindOf = section => section.dataset.name === 'samples' ? 'samples' : section.dataset.name === 'lane_aggregation' ? 'lanes' : 'runs';
  const away = text => make('div', { class: 'note fail', role: 'alert' }, text);
  const verdict = (word, style) => word ? make('span', { class: 'verdict bare ' + style }, word) : '–';
  const several = (count, one, many) => count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;

  // --- what would be done, row by row -----------------------------------------------------------------------------
  const MOST_NAMES = 3000, MOST_ROWS = 200;
  /** As many names at once as the service takes, and an address holds. */
  function portions(keys) {
    const all = [];
    let length = Infinity;
    for (const key of keys) {
      const needs = encodeURIComponent(key).length + 4;
      if (length + needs > MOST_NAMES || all.at(-1).length >= MOST_ROWS) { all.push([]); length = 0; }
      all.at(-1).push(key);
      length += needs;
    }
    return all;
  }

  /** A table of verdicts in which each row can be left out. */
  function preview(section, keys, changed) {
    const left = new Set();
    const body = make('tbody');
    const table = make('table', { class: 'data blocks' }, make('caption', { class: 'sr' }, 'What was selected'), make('thead', {}, make('tr', {}, ...['Take', 'What', 'Before', 'Automatic verdict', 'Why'].map(text => make('th', { scope: 'col' }, text)))), body);
    const rows = new Map(keys.map(key => [key, []]));
    const row = (key, review, first) => make('tr', { 'data-of': key }, make('td', { class: 'mid' }, first ? box(key) : null), make('th', { scope: 'row', class: 'id' }, review.id), make('td', { 'data-of': 'Before' }, verdict(review.before, review.beforeStyle)), make('td', { 'data-of': 'Automatic verdict' }, verdict(review.verdict, review.style)), make('td', {}, review.why));
    const box = key => {
      const take = make('input', { type: 'checkbox', 'aria-label': 'Take ' + key });
      take.checked = !left.has(key);
      take.addEventListener('change', () => { if (take.checked) left.delete(key); else left.add(key); rows.get(key).forEach(line => line.classList.toggle('leftout', !take.checked)); changed(); });
      return take;
    };
    const put = (key, reviews) => { const lines = reviews.map((review, i) => row(key, review, i === 0)); const old = rows.get(key); old[0]?.before(...lines); old.forEach(line => line.remove()); if (!old[0]) body.append(...lines); lines.forEach(line => line.classList.toggle('leftout', left.has(key))); rows.set(key, lines); };
    keys.forEach(key => put(key, [{ id: key, before: '', verdict: '', why: '' }]));
    const show = reviews => { for (const key of new Set(reviews.map(review => review.of))) if (rows.has(key)) put(key, reviews.filter(review => review.of === key)); };
    const read = async () => {
      for (const some of portions(keys)) {
        if (!table.isConnected) return;
        const answer = await fetch(`/ui/automatic?kind=${kindOf(section)}&` + some.map(key => 'id=' + encodeURIComponent(key)).join('&'));
        const found = await answer.json().catch(() => ({}));
        if (!answer.ok) throw new Error(found.message ?? 'The service is unavailable.');
        show(found.reviews ?? []);
      }
    };
    return { box: make('div', { class: 'scroll', tabindex: '0' }, table), taken: () => keys.filter(key => !left.has(key)), show, read, lock: () => body.querySelectorAll('input').forEach(input => { input.disabled = true; }) };
  }

  // --- reviews in the LIMS ----------------------------------------------------------------------------------------
  function startReview(section) {
    const all = picks(section), action = section.dataset.action;
    const entities = keys => [...new Set(keys.flatMap(key => all.get(key) ?? []))].sort();
    if (entities([...all.keys()]).length === 0) { notice('The selected rows name no samples that the LIMS could review.'); return; }
    const sentence = make('p');
    const seen = preview(section, [...all.keys()].sort(), () => { say(); ready(); });
    const about = () => entities(seen.taken());
    const names = make('ul', { class: 'ids' });
    const say = () => { names.replaceChildren(...(action === 'run_review' ? about().map(name => make('li', {}, name)) : [])); const samples = several(about().length, 'sample', 'samples'); sentence.textContent = action === 'run_review' ? `About to review the usability of run elements from ${samples}:` : `About to review the usability of ${samples}:`; };
    const user = make('input', { id: 'lims-user', autocomplete: 'off', maxlength: '255', placeholder: 'lims username' });
    const password = make('input', { id: 'lims-password', type: 'password', autocomplete: 'off', maxlength: '1024', placeholder: 'lims password' });
    const result = make('div', { 'aria-live': 'polite' });
    const confirm = make('button', { type: 'submit', class: 'btn primary', disabled: '' }, 'Confirm');
    const closing = make('button', { type: 'button', class: 'btn' }, 'Close');
    const form = make('form', {}, make('div', { class: 'body' }, sentence, names, seen.box,
      make('div', { class: 'two' }, make('div', { class: 'field' }, make('label', { for: 'lims-user' }, 'Username'), user), make('div', { class: 'field' }, make('label', { for: 'lims-password' }, 'Password'), password)), result),
      make('div', { class: 'foot' }, make('span', { class: 'quiet' }, 'Opens a step in the LIMS, where you decide.'), closing, confirm));
    let done = false, busy = false;
    const ready = () => { confirm.disabled = done || busy || !user.value || !password.value || about().length === 0; };
    say();
    form.addEventListener('input', ready);
    const box = dialog(action === 'run_review' ? 'Start run review' : 'Start sample review', form, null);
    closing.addEventListener('click', () => box.close());
    user.focus();
    // The LIMS decides: without the verdicts of here it can be asked all the same.
    seen.read().catch(problem => seen.box.before(make('p', { class: 'quiet' }, 'The automatic verdicts are not known: ' + problem.message)));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (confirm.disabled) return;
      busy = true; ready();
      result.replaceChildren(make('p', { class: 'quiet' }, 'Asking the LIMS…'));
      try {
        const answer = await post('/ui/review', { action_type: action, review_entities: JSON.stringify(about()), username: user.value, password: password.value });
        const body = await answer.json().catch(() => ({}));
        if (answer.ok && body.lims_url) {
          done = true;
          seen.lock();
          const safe = /^https?:\/\//i.test(body.lims_url);
          result.replaceChildren(make('div', { class: 'note pass', role: 'status' }, 'Started: ', safe ? make('a', { href: body.lims_url, target: '_blank', rel: 'noopener noreferrer' }, body.lims_url) : body.lims_url));
        } else result.replaceChildren(away(body.message ?? 'The service is unavailable. Nothing was started.'));
      } catch { result.replaceChildren(away('The service is unavailable. Nothing was started.')); }
      busy = false; ready();
    });
  }

  // --- automatic reviews ------------------------------------------------------------------------------------------
  function automatic(section) {
    const heading = make('p', { 'aria-live': 'polite' }, 'Working out the verdicts…'), problem = make('div');
    const run = make('button', { type: 'button', class: 'btn primary', disabled: '' }, 'Review automatically');
    const closing = make('button', { type: 'button', class: 'btn' }, 'Close');
    let ready = false;
    const may = () => { run.disabled = !ready || seen.taken().length === 0; };
    const seen = preview(section, [...picks(section).keys()].sort(), may);
    const box = dialog('Automatic review', make('div', { class: 'body' }, heading, problem, seen.box), make('div', { class: 'foot' }, make('span', { class: 'quiet' }, 'Writes the verdicts into the documents.'), closing, run));
    closing.addEventListener('click', () => box.close());
    seen.read().then(() => { heading.textContent = 'What the current thresholds say. Nothing has been written yet.'; ready = true; may(); },
      failed => { heading.textContent = 'The verdicts could not be worked out. Nothing has been written.'; problem.replaceChildren(away(failed.message || 'The service is unavailable.')); });
    run.addEventListener('click', async () => {
      run.disabled = true;
      const keys = seen.taken();
      let written = 0;
      try {
        for (const some of portions(keys)) {
          heading.textContent = `Reviewing… ${written.toLocaleString('en')} of ${keys.length.toLocaleString('en')}`;
          const answer = await post('/ui/automatic', { kind: kindOf(section), ids: JSON.stringify(some) });
          const found = await answer.json().catch(() => ({}));
          if (!answer.ok) { problem.replaceChildren(away(found.message ?? 'The service is unavailable.')); break; }
          seen.show(found.reviews ?? []);
          some.forEach(key => picks(section).delete(key));
          written += some.length;
        }
      } catch { problem.replaceChildren(away('The service is unavailable. It is not known whether anything was written.')); }
      seen.lock();
      heading.textContent = written === keys.length ? 'Reviewed. These verdicts are written.' : `The first ${written.toLocaleString('en')} of ${keys.length.toLocaleString('en')} are reviewed.`;
      showPicks(section);
      load(section, location.href, false, true);
    });
  }

  /** The buttons in a page's head, which take all rows of one of its tables. */
  egcg.onClick('[data-review-all]', button => {
    const section = $('#t-' + button.dataset.reviewAll);
    if (!section) return;
    pickHere(section);
    if (button.dataset.reviewHow === 'automatic') automatic(section); else startReview(section);
  });

  onSelection(section => make('button', { type: 'button', class: 'btn', onclick: () => automatic(section) }, 'Automatic review'));
  onSelection(section => make('button', { type: 'button', class: 'btn primary', onclick: () => startReview(section) }, section.dataset.action === 'run_review' ? 'Start run review' : 'Start sample review'));
})();
