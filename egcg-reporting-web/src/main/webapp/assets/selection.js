// Rows that are selected: on this page, or all that match; they stay so when one pages or sorts.
'use strict';
(() => {
  const { $, $$, make, notice, tableOf } = egcg;
  const picked = new Map();
  const picks = section => { if (!picked.has(section.dataset.key)) picked.set(section.dataset.key, new Map()); return picked.get(section.dataset.key); };
  const things = (section, count) => `${count.toLocaleString('en')} ${count === 1 ? section.dataset.one : section.dataset.noun}`;
  const acts = [];
  /** Offers something to do with the selected rows of a table: a button, or null where it is not for this user or table. */
  const onSelection = button => acts.push(button);
  let lastPicked = null;
  document.addEventListener('egcg:table', event => { if (event.target.dataset.action) showPicks(event.target); });

  const rowsOf = section => $$('tbody > tr[data-key]', section).filter(row => row.closest('.data') === $('.tablewrap > .data', section));
  function pick(section, row, on) {
    if (on) picks(section).set(row.dataset.key, (row.dataset.entities ?? row.dataset.key).split('\n').filter(Boolean));
    else picks(section).delete(row.dataset.key);
  }

  function mark(section, rows, chosen) {
    rows.forEach(row => {
      row.classList.toggle('picked', chosen.has(row.dataset.key));
      row.setAttribute('aria-selected', String(chosen.has(row.dataset.key)));
      const box = $('input[data-pick=row]', row);
      if (box) box.checked = chosen.has(row.dataset.key);
    });
    const all = $('input[data-pick=all]', section);
    if (all) { all.checked = rows.length > 0 && rows.every(row => chosen.has(row.dataset.key)); all.indeterminate = !all.checked && rows.some(row => chosen.has(row.dataset.key)); }
    return Boolean(all?.checked);
  }

  function showPicks(section) {
    const chosen = picks(section);
    const whole = mark(section, rowsOf(section), chosen);
    const selector = `.selbar[data-for="${CSS.escape(section.dataset.key)}"]`;
    const focused = $(selector)?.contains(document.activeElement);
    $(selector)?.remove();
    if (chosen.size === 0) return;
    const clear = make('button', { type: 'button', class: 'btn plain', onclick: () => { chosen.clear(); showPicks(section); egcg.toRows(); } }, 'Clear');
    const bar = make('div', { class: 'selbar', role: 'region', 'aria-label': 'Selected rows', 'data-for': section.dataset.key },
      make('b', {}, things(section, chosen.size) + ' selected'), furtherOf(section, chosen, whole),
      comparing(section, chosen), ...(section.dataset.mayReview === 'yes' ? acts.map(act => act(section)) : [make('span', { class: 'quiet' }, 'Reviews are started by editors')]), clear);
    section.after(bar);
    if (focused) $('button, a.btn', bar).focus();
  }

  const MOST = 8;
  /** Leads to what is selected, side by side; in the order in which it was. */
  function comparing(section, chosen) {
    if (!['runs', 'lanes', 'samples'].includes(section.dataset.noun)) return null;
    if (chosen.size < 2) return make('span', { class: 'quiet' }, 'One more to compare');
    if (chosen.size > MOST) return make('span', { class: 'quiet' }, `Up to ${MOST} can be compared`);
    return make('a', { class: 'btn', href: `/compare/${section.dataset.noun}?ids=` + [...chosen.keys()].map(encodeURIComponent).join('%7C') }, 'Compare');
  }

  egcg.onKey('c', 'Everywhere', 'Compares the selected rows', () => { const link = $('.selbar a[href^="/compare/"]'); if (link) link.click(); else notice('Select two or more rows first.'); });

  /** All rows of this page are selected, and there are more that match: they can be selected too. */
  function furtherOf(section, chosen, whole) {
    const matched = Number(section.dataset.matched), here = rowsOf(section).length;
    if (!whole || matched <= here || chosen.size >= matched) return make('span', { class: 'quiet' }, 'Shift-click for a range');
    return make('span', { class: 'further' }, `All ${here} on this page are selected. `,
      make('button', { type: 'button', class: 'btn plain', onclick: event => pickAll(section, event.target) }, `Select all ${matched.toLocaleString('en')} that match`));
  }

  async function pickAll(section, button) {
    button.disabled = true;
    const url = new URL(section.dataset.here, location.href);
    url.searchParams.set('part', section.dataset.key);
    url.searchParams.set('export', 'selection');
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(String(answer.status));
      for (const row of await answer.json()) picks(section).set(row.key, row.entities);
      showPicks(section);
      egcg.say(`${things(section, picks(section).size)} selected`);
    } catch { button.disabled = false; notice('The rows that match could not be read. Those of this page stay selected.'); }
  }

  document.addEventListener('click', event => {
    const box = event.target.closest('input[data-pick]');
    if (!box) return;
    const section = tableOf(box);
    const rows = rowsOf(section);
    if (box.dataset.pick === 'all') rows.forEach(row => pick(section, row, box.checked));
    else {
      const row = box.closest('tr');
      const from = lastPicked ? rows.findIndex(candidate => candidate.dataset.key === lastPicked) : -1;
      const to = rows.indexOf(row);
      if (event.shiftKey && from >= 0) rows.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(between => pick(section, between, box.checked));
      else pick(section, row, box.checked);
      lastPicked = row.dataset.key;
    }
    showPicks(section);
  });

  /** Selects all rows of this page. */
  function pickHere(section) { rowsOf(section).forEach(row => pick(section, row, true)); showPicks(section); }

  Object.assign(egcg, { picked, picks, pickHere, onSelection, showPicks });
})();
