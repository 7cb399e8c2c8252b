// Rows that are selected, and what is done with them: reviews in the LIMS, automatic reviews.
'use strict';
(() => {
  const { $, $$, make, post, dialog, notice, tableOf, load } = egcg;

  // --- selection: it survives paging and sorting ------------------------------------------------------------------
  const picked = new Map();
  const picks = section => { if (!picked.has(section.dataset.key)) picked.set(section.dataset.key, new Map()); return picked.get(section.dataset.key); };
  let lastPicked = null;
  document.addEventListener('egcg:table', event => { if (event.target.dataset.action) showPicks(event.target); });

  const rowsOf = section => $$('tbody > tr[data-key]', section).filter(row => row.closest('.data') === $('.tablewrap > .data', section));
  function pick(section, row, on) {
    if (on) picks(section).set(row.dataset.key, (row.dataset.entities || '').split('\n').filter(Boolean));
    else picks(section).delete(row.dataset.key);
  }

  function showPicks(section) {
    const chosen = picks(section);
    const rows = rowsOf(section);
    rows.forEach(row => {
      row.classList.toggle('picked', chosen.has(row.dataset.key));
      const box = $('input[data-pick=row]', row);
      if (box) box.checked = chosen.has(row.dataset.key);
    });
    const all = $('input[data-pick=all]', section);
    if (all) { all.checked = rows.length > 0 && rows.every(row => chosen.has(row.dataset.key)); all.indeterminate = !all.checked && rows.some(row => chosen.has(row.dataset.key)); }
    $(`.selbar[data-for="${CSS.escape(section.dataset.key)}"]`)?.remove();
    if (chosen.size === 0) return;
    const review = section.dataset.action === 'run_review' ? 'Start run review' : 'Start sample review';
    const may = section.dataset.mayReview === 'yes';
    const bar = make('div', { class: 'selbar', role: 'region', 'aria-label': 'Selected rows', 'data-for': section.dataset.key },
      make('b', {}, `${chosen.size} ${chosen.size === 1 ? section.dataset.one : section.dataset.noun} selected`), make('span', { class: 'quiet' }, 'Shift-click for a range'),
      may ? make('button', { type: 'button', class: 'btn', onclick: () => automatic(section) }, 'Automatic review') : null,
      may ? make('button', { type: 'button', class: 'btn primary', onclick: () => startReview(section) }, review) : make('span', { class: 'quiet' }, 'Reviews are started by editors'),
      make('button', { type: 'button', class: 'btn plain', onclick: () => { chosen.clear(); showPicks(section); } }, 'Clear'));
    section.after(bar);
  }

  Object.assign(egcg, { picked, showPicks });
  const entitiesOf = section => [...new Set([...picks(section).values()].flat())].sort();

  document.addEventListener('click', event => {
    const box = event.target.closest('input[data-pick]');
    if (!box) return;
    const section = tableOf(box);
    const rows = rowsOf(section);
    if (box.dataset.pick === 'all') rows.forEach(row => pick(section, row, box.checked));
    else {
      const row = box.closest('tr');
      const from = lastPicked && rows.findIndex(candidate => candidate.dataset.key === lastPicked);
      const to = rows.indexOf(row);
      if (event.shiftKey && from !== null && from >= 0) rows.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(between => pick(section, between, box.checked));
      else pick(section, row, box.checked);
      lastPicked = row.dataset.key;
    }
    showPicks(section);
  });

  egcg.onClick('[data-review-all]', button => {
    const section = $('#t-' + button.dataset.reviewAll);
    if (!section) return;
    rowsOf(section).forEach(row => pick(section, row, true));
    showPicks(section);
    if (button.dataset.reviewHow === 'automatic') automatic(section); else startReview(section);
  });

  // --- reviews ----------------------------------------------------------------------------------------------------
  function startReview(section) {
    const entities = entitiesOf(section);
    if (entities.length === 0) { notice('The selected rows name no samples that the LIMS could review.'); return; }
    const action = section.dataset.action;
    const samples = entities.length === 1 ? '1 sample' : `${entities.length} samples`;
    const title = action === 'run_review' ? 'Start run review' : 'Start sample review';
    const text = action === 'run_review' ? `About to review the usability of run elements from ${samples}:` : `About to review the usability of ${samples}:`;
    const user = make('input', { id: 'lims-user', autocomplete: 'off', maxlength: '255', placeholder: 'lims username' });
    const password = make('input', { id: 'lims-password', type: 'password', autocomplete: 'off', maxlength: '1024', placeholder: 'lims password' });
    const result = make('div', { 'aria-live': 'polite' });
    const confirm = make('button', { type: 'submit', class: 'btn primary', disabled: '' }, 'Confirm');
    const closing = make('button', { type: 'button', class: 'btn' }, 'Close');
    const form = make('form', {}, make('div', { class: 'body' }, make('p', {}, text), make('div', { class: 'scroll', tabindex: '0' }, make('ul', {}, ...entities.map(name => make('li', {}, name)))),
      make('div', { class: 'two' }, make('div', { class: 'field' }, make('label', { for: 'lims-user' }, 'Username'), user), make('div', { class: 'field' }, make('label', { for: 'lims-password' }, 'Password'), password)), result),
      make('div', { class: 'foot' }, make('span', { class: 'quiet' }, 'Opens a step in the LIMS, where you decide.'), closing, confirm));
    let done = false, busy = false;
    const ready = () => { confirm.disabled = done || busy || !user.value || !password.value; };
    form.addEventListener('input', ready);
    const box = dialog(title, form, null);
    closing.addEventListener('click', () => box.close());
    user.focus();
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (confirm.disabled) return;
      busy = true; ready();
      result.replaceChildren(make('p', { class: 'quiet' }, 'Asking the LIMS…'));
      try {
        const answer = await post('/ui/review', { action_type: action, review_entities: JSON.stringify(entities), username: user.value, password: password.value });
        const body = await answer.json().catch(() => ({}));
        if (answer.ok && body.lims_url) {
          done = true;
          const safe = /^https?:\/\//i.test(body.lims_url);
          result.replaceChildren(make('div', { class: 'note pass', role: 'status' }, 'Started: ', safe ? make('a', { href: body.lims_url, target: '_blank', rel: 'noopener noreferrer' }, body.lims_url) : body.lims_url));
        } else result.replaceChildren(make('div', { class: 'note fail', role: 'alert' }, body.message ?? 'The service is unavailable. Nothing was started.'));
      } catch { result.replaceChildren(make('div', { class: 'note fail', role: 'alert' }, 'The service is unavailable. Nothing was started.')); }
      busy = false; ready();
    });
  }

  async function automatic(section) {
    const keys = [...picks(section).keys()];
    const kind = section.dataset.name === 'samples' ? 'samples' : section.dataset.name === 'lane_aggregation' ? 'lanes' : 'runs';
    const body = make('div', { class: 'body' }, make('p', { class: 'quiet' }, 'Working out the verdicts…'));
    const run = make('button', { type: 'button', class: 'btn primary', disabled: '' }, 'Review automatically');
    const closing = make('button', { type: 'button', class: 'btn' }, 'Close');
    const box = dialog('Automatic review', body, make('div', { class: 'foot' }, make('span', { class: 'quiet' }, 'Writes the verdicts into the documents.'), closing, run));
    closing.addEventListener('click', () => box.close());
    const query = keys.map(key => 'id=' + encodeURIComponent(key)).join('&');
    const show = async (answer, heading) => {
      const found = await answer.json().catch(() => ({}));
      if (!answer.ok) { body.replaceChildren(make('div', { class: 'note fail', role: 'alert' }, found.message ?? 'The service is unavailable.')); return false; }
      const rows = (found.reviews ?? []).map(review => make('tr', {}, make('th', { scope: 'row', class: 'id' }, review.id), make('td', {}, review.before ? make('span', { class: 'verdict bare ' + review.beforeStyle }, review.before) : '–'), make('td', {}, make('span', { class: 'verdict bare ' + review.style }, review.verdict)), make('td', {}, review.why)));
      body.replaceChildren(make('p', {}, heading), make('div', { class: 'scroll', tabindex: '0' }, make('table', { class: 'data' }, make('thead', {}, make('tr', {}, ...['What', 'Before', 'Automatic verdict', 'Why'].map(text => make('th', { scope: 'col' }, text)))), make('tbody', {}, ...rows))));
      return rows.length > 0;
    };
    try { run.disabled = !(await show(await fetch(`/ui/automatic?kind=${kind}&${query}`), 'What the current thresholds say. Nothing has been written yet.')); }
    catch { body.replaceChildren(make('div', { class: 'note fail', role: 'alert' }, 'The service is unavailable.')); }
    run.addEventListener('click', async () => {
      run.disabled = true;
      try { await show(await post('/ui/automatic', { kind, ids: JSON.stringify(keys) }), 'Reviewed. These verdicts are written.'); picks(section).clear(); load(document.getElementById(section.id), location.href, false); }
      catch { body.replaceChildren(make('div', { class: 'note fail', role: 'alert' }, 'The service is unavailable. It is not known whether anything was written.')); }
    });
  }
})();
