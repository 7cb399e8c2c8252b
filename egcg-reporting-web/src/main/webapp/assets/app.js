// What the pages do beyond links and forms: tables that load in place, selection, dialogs, search, tooltips.
// Text from documents only ever becomes text, never markup.
'use strict';
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const csrf = () => $('meta[name=csrf]')?.content ?? '';
  const say = text => { const live = $('#announce'); if (live) { live.textContent = ''; setTimeout(() => { live.textContent = text; }, 50); } };
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'class') element.className = value;
      else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };
  const post = (path, fields) => fetch(path, { method: 'POST', headers: { 'X-CSRF-Token': csrf() }, body: new URLSearchParams(fields) });
  const messageOf = async answer => { try { const body = await answer.json(); return body.message ?? body._error?.message; } catch { return null; } };

  // --- tables load in place ---------------------------------------------------------------------------------------
  const tableOf = element => element.closest('section.table');
  const withPart = (url, key) => { const full = new URL(url, location.href); full.hash = ''; full.searchParams.set('part', key); return full; };

  async function load(section, url, push = true) {
    const key = section.dataset.key;
    const busy = setTimeout(() => { section.classList.add('loading'); const bar = $('.progress', section); if (bar) bar.hidden = false; }, 300);
    section.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(withPart(url, key), { headers: { Accept: 'text/html' } });
      if (answer.redirected && new URL(answer.url).pathname === '/login') { location.href = '/login?redirect=' + encodeURIComponent(location.pathname + location.search); return null; }
      const fresh = $('#' + CSS.escape(section.id), new DOMParser().parseFromString(await answer.text(), 'text/html'));
      if (!fresh) throw new Error('no table in the answer');
      const focus = focusIn(section);
      const scroll = $('.tablewrap', section)?.scrollLeft ?? 0;
      section.replaceWith(document.adoptNode(fresh));
      if ($('.tablewrap', fresh)) $('.tablewrap', fresh).scrollLeft = scroll;
      prepare(fresh);
      focusAgain(fresh, focus);
      if (push && fresh.dataset.here) history.pushState({ table: fresh.id }, '', fresh.dataset.here);
      say($('.range', fresh)?.parentElement ? `${$('.range', fresh).textContent.trim()}` : '');
      return fresh;
    } catch {
      failed(section, url);
      return null;
    } finally {
      clearTimeout(busy);
      section.classList.remove('loading');
      section.removeAttribute('aria-busy');
      const bar = $('.progress', section);
      if (bar) bar.hidden = true;
    }
  }

  function failed(section, url) {
    $('.note.failed', section)?.remove();
    const again = make('button', { type: 'button', class: 'btn', onclick: () => load(section, url) }, 'Try again');
    section.insertBefore(make('div', { class: 'note fail failed', role: 'alert' }, 'The server did not answer. What is shown is from before. ', again), section.children[1] ?? null);
  }

  function focusIn(section) {
    const active = document.activeElement;
    if (!active || !section.contains(active)) return null;
    const column = active.closest('th[data-col]');
    if (column) return { selector: `th[data-col="${CSS.escape(column.dataset.col)}"] a` };
    if (active.matches('.search input')) return { selector: '.search input', at: active.selectionStart };
    return { selector: '.tablewrap' };
  }

  function focusAgain(section, focus) {
    const target = focus && ($(focus.selector, section) ?? $('.fold', section));
    if (!target) return;
    target.focus({ preventScroll: true });
    if (focus.at !== undefined && target.setSelectionRange) target.setSelectionRange(target.value.length, target.value.length);
  }

  addEventListener('popstate', () => location.reload());

  // --- one table --------------------------------------------------------------------------------------------------
  const picked = new Map();
  const picks = section => { if (!picked.has(section.dataset.key)) picked.set(section.dataset.key, new Map()); return picked.get(section.dataset.key); };
  let lastPicked = null;

  function prepare(section) {
    widths(section);
    grips(section);
    if (section.dataset.action) { showPicks(section); }
  }

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  function widths(section) {
    const id = CSS.escape(section.id);
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) if (sheet.cssRules[i].selectorText.includes('#' + id + ' ')) sheet.deleteRule(i);
    $$('th[data-width]', section).forEach(th => {
      const place = [...th.parentElement.children].indexOf(th) + 1;
      sheet.insertRule(`#${id} .data > thead > tr:last-child > th:nth-child(${place}), #${id} .data > tbody > tr:not(.childrow) > :nth-child(${place}) { width: ${th.dataset.width}px; min-width: ${th.dataset.width}px; max-width: ${th.dataset.width}px; overflow: hidden; text-overflow: ellipsis; }`);
    });
  }

  function grips(section) {
    $$('.tablewrap thead tr:last-child th[data-col]', section).forEach(th => {
      const grip = make('span', { class: 'grip', 'aria-hidden': 'true' });
      grip.addEventListener('pointerdown', down => {
        down.preventDefault();
        grip.setPointerCapture(down.pointerId);
        const start = th.offsetWidth - down.clientX;
        const move = event => { th.dataset.width = Math.max(40, Math.min(1200, Math.round(start + event.clientX))); widths(section); };
        grip.addEventListener('pointermove', move);
        grip.addEventListener('pointerup', () => {
          grip.removeEventListener('pointermove', move);
          go(section, { w: $$('th[data-width]', section).map(h => `${h.dataset.col}:${h.dataset.width}`).join(',') });
        }, { once: true });
      });
      grip.addEventListener('click', event => event.stopPropagation());
      th.append(grip);
    });
  }

  /** Loads the table with some of its parameters changed. */
  function go(section, changes) {
    const url = new URL(section.dataset.here, location.href);
    const prefix = section.dataset.prefix ?? '';
    url.searchParams.delete(prefix + 'page');
    for (const [name, value] of Object.entries(changes)) url.searchParams.set(prefix + name, value);
    return load(section, url);
  }

  // --- selection --------------------------------------------------------------------------------------------------
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
      make('b', {}, `${chosen.size} ${section.dataset.noun} selected`), make('span', { class: 'quiet' }, 'Shift-click for a range'),
      may ? make('button', { type: 'button', class: 'btn', onclick: () => automatic(section) }, 'Automatic review') : null,
      may ? make('button', { type: 'button', class: 'btn primary', onclick: () => startReview(section) }, review) : make('span', { class: 'quiet' }, 'Reviews are started by editors'),
      make('button', { type: 'button', class: 'btn plain', onclick: () => { chosen.clear(); showPicks(section); } }, 'Clear'));
    section.after(bar);
  }

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

  // --- clicks on what a table offers ------------------------------------------------------------------------------
  document.addEventListener('click', event => {
    const target = event.target.closest('a, button, summary');
    if (!target || event.defaultPrevented || event.button !== 0) return;
    const section = tableOf(target);
    if (target.matches('.data thead a') && !event.metaKey && !event.ctrlKey) { event.preventDefault(); load(section, event.shiftKey ? target.dataset.add : target.href); }
    else if (target.matches('a[data-load]') && !event.metaKey && !event.ctrlKey) { event.preventDefault(); load(section, target.href); }
    else if (target.matches('a.retry')) { event.preventDefault(); if (section) load(section, location.href, false); else location.reload(); }
    else if (target.matches('.fold')) fold(target, section);
    else if (target.matches('.tabs a[data-tab]')) { event.preventDefault(); tab(target); }
    else if (target.matches('[data-tab-link]')) { const link = $(`.tabs a[data-tab="${CSS.escape(target.dataset.tabLink)}"]`); if (link) { event.preventDefault(); tab(link).then(() => link.scrollIntoView({ block: 'center' })); } }
    else if (target.matches('button.unfold')) unfold(target, section);
    else if (target.matches('button.list')) openList(target);
    else if (target.matches('[data-columns]')) columns(target, section);
    else if (target.matches('[data-move]')) move(target);
    else if (target.matches('[data-add-filter]')) filterDialog(section);
    else if (target.matches('[data-paste]')) pasteDialog(section, target.dataset.paste);
    else if (target.matches('[data-copy]')) copyRows(target.dataset.copy);
    else if (target.matches('[data-copy-link]')) copyText(location.href, 'Link copied');
    else if (target.matches('[data-copy-text]')) copyText($('#' + target.dataset.copyText).textContent, 'Copied');
    else if (target.matches('[data-forget]')) forget(target, section);
    else if (target.matches('[data-density]')) density();
    else if (target.matches('[data-theme-switch]')) { const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'; remember('egcg.theme', next); document.documentElement.dataset.theme = next; say(next + ' colours'); dispatchEvent(new CustomEvent('egcg:theme')); }
    else if (target.matches('[data-unfold]')) { const box = $('#' + target.dataset.unfold); box.hidden = !box.hidden; target.setAttribute('aria-expanded', String(!box.hidden)); }
  });

  function fold(button, section) {
    if (!section) return;
    if (section.classList.contains('folded')) { load(section, location.href, false).then(fresh => { if (fresh) $('.fold', fresh)?.focus(); }); return; }
    const open = section.classList.toggle('folded-away');
    button.setAttribute('aria-expanded', String(!open));
  }

  async function tab(link) {
    const holder = link.closest('[data-tabs]');
    const section = $('section.table', holder);
    section.id = 't-' + link.dataset.tab;
    section.dataset.key = link.dataset.tab;
    $$('.tabs a', holder).forEach(other => { if (other === link) other.setAttribute('aria-current', 'true'); else other.removeAttribute('aria-current'); });
    await load(section, link.href, false);
    history.replaceState(history.state, '', link.href);
  }

  async function unfold(button, section) {
    const row = button.closest('tr');
    if (button.getAttribute('aria-expanded') === 'true') { row.nextElementSibling?.remove(); toggled(button, false); return; }
    const url = withPart(section.dataset.here, section.dataset.key);
    url.searchParams.set('child', row.dataset.key);
    const cell = make('td', { colspan: String(row.children.length) }, 'Loading…');
    row.after(make('tr', { class: 'childrow' }, cell));
    toggled(button, true);
    try {
      const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
      cell.replaceChildren(document.adoptNode($('.childtable', page)));
    } catch { cell.textContent = 'The samples could not be loaded.'; }
  }
  const toggled = (button, open) => { button.setAttribute('aria-expanded', String(open)); button.textContent = open ? '−' : '+'; };

  // --- lists in cells ---------------------------------------------------------------------------------------------
  let pop = null;
  function closePop(focus = false) { if (!pop) return; const from = pop.from; pop.box.remove(); pop = null; from.setAttribute('aria-expanded', 'false'); if (focus) from.focus(); }
  function openList(button) {
    const again = pop?.from === button;
    closePop();
    if (again) return;
    const prefix = button.dataset.link;
    const items = button.dataset.items.split('\n').map(text => make('li', {}, prefix ? make('a', { href: prefix + encodeURIComponent(text).replaceAll('%20', '+') }, text) : text));
    if (button.dataset.more) items.push(make('li', { class: 'quiet' }, `and ${button.dataset.more} more`));
    const box = make('div', { class: 'pop', role: 'group', 'aria-label': 'List' }, make('ul', {}, ...items));
    button.after(box);
    const at = button.getBoundingClientRect();
    box.style.left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 12)) + 'px';
    box.style.top = (at.bottom + box.offsetHeight + 8 > innerHeight ? Math.max(8, at.top - box.offsetHeight - 4) : at.bottom + 4) + 'px';
    button.setAttribute('aria-expanded', 'true');
    pop = { box, from: button };
    $('a', box)?.focus({ preventScroll: true });
  }
  document.addEventListener('click', event => { if (pop && !pop.box.contains(event.target) && event.target.closest('button.list') !== pop.from) closePop(); });
  document.addEventListener('scroll', event => { if (pop && !pop.box.contains(event.target)) closePop(); }, true);

  // --- columns, filters, pasted ids, saved views ------------------------------------------------------------------
  function columns(button, section) {
    const boxes = $$('.columns input', section);
    if (button.dataset.columns === 'all') boxes.forEach(box => { box.checked = true; });
    else if (button.dataset.columns === 'first') boxes.forEach(box => { box.checked = box.dataset.first === 'yes'; });
    else go(section, { cols: boxes.filter(box => box.checked).map(box => box.value).join(',') });
  }
  function move(button) {
    const item = button.closest('li');
    if (button.dataset.move === 'up') item.previousElementSibling?.before(item); else item.nextElementSibling?.after(item);
    button.focus();
  }

  function dialog(title, body, foot) {
    const close = make('button', { type: 'button', class: 'btn plain', 'aria-label': 'Close' }, '×');
    const box = make('dialog', { 'aria-label': title }, make('header', {}, make('h2', {}, title), close), body, foot);
    close.addEventListener('click', () => box.close());
    box.addEventListener('close', () => box.remove());
    document.body.append(box);
    box.showModal();
    return box;
  }

  const CONDITIONS = {
    number: [['<', 'less than'], ['<=', 'at most'], ['>', 'more than'], ['>=', 'at least'], ['..', 'between'], ['=', 'is one of'], ['!empty', 'is empty'], ['!filled', 'is not empty']],
    date: [['>=', 'from'], ['<=', 'to'], ['..', 'between'], ['!empty', 'is empty'], ['!filled', 'is not empty']],
    text: [['~', 'contains'], ['=', 'is one of'], ['!empty', 'is empty'], ['!filled', 'is not empty']],
  };
  function filterDialog(section) {
    const boxes = $$('.columns input', section);
    const column = make('select', { id: 'filter-column' }, ...boxes.map(box => make('option', { value: box.value }, box.parentElement.textContent.trim())));
    const condition = make('select', { id: 'filter-condition' });
    const first = make('input', { id: 'filter-value', maxlength: '500', autocomplete: 'off' });
    const second = make('input', { id: 'filter-second', maxlength: '100', autocomplete: 'off' });
    const firstField = make('div', { class: 'field' }, make('label', { for: 'filter-value' }, 'Value'), first);
    const secondField = make('div', { class: 'field' }, make('label', { for: 'filter-second' }, 'And'), second);
    const fill = () => {
      const box = boxes[column.selectedIndex];
      const all = [...CONDITIONS[box.dataset.comparison]];
      if (box.dataset.limited === 'yes') all.unshift(['!outside', 'is outside its limit']);
      condition.replaceChildren(...all.map(([value, label]) => make('option', { value }, label)));
      first.type = second.type = box.dataset.comparison === 'date' ? 'date' : 'text';
      show();
    };
    const show = () => { firstField.hidden = condition.value.startsWith('!'); secondField.hidden = condition.value !== '..'; };
    column.addEventListener('change', fill);
    condition.addEventListener('change', show);
    const form = make('form', { class: 'body', method: 'dialog' },
      make('div', { class: 'filterform' }, make('div', { class: 'field' }, make('label', { for: 'filter-column' }, 'Column'), column),
        make('div', { class: 'field' }, make('label', { for: 'filter-condition' }, 'Condition'), condition), firstField, secondField),
      make('p', { class: 'quiet small' }, 'Several values are separated by |'),
      make('div', { class: 'acts' }, make('button', { type: 'submit', class: 'btn primary' }, 'Filter')));
    const box = dialog('Add a filter', form, null);
    form.addEventListener('submit', event => {
      event.preventDefault();
      const sign = condition.value;
      const value = sign.startsWith('!') ? sign : sign === '..' ? `${first.value}..${second.value}` : (sign === '=' ? '' : sign) + first.value;
      if (!sign.startsWith('!') && !first.value.trim()) { first.focus(); return; }
      box.close();
      go(section, { ['f.' + column.value]: value });
    });
    fill();
  }

  function pasteDialog(section, column) {
    const text = make('textarea', { class: 'input', rows: '10', id: 'pasted', placeholder: 'One per line, or separated by blanks, commas or semicolons' });
    const form = make('form', { class: 'body' }, make('div', { class: 'field' }, make('label', { for: 'pasted' }, 'Show only these'), text), make('div', { class: 'acts' }, make('button', { type: 'submit', class: 'btn primary' }, 'Filter')));
    const box = dialog('Paste ids', form, null);
    form.addEventListener('submit', event => {
      event.preventDefault();
      const ids = [...new Set(text.value.split(/[\s,;|]+/).filter(Boolean))];
      if (ids.length === 0) { text.focus(); return; }
      box.close();
      go(section, { ['f.' + column]: ids.join('|') });
    });
    text.focus();
  }

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.matches('.search')) { event.preventDefault(); go(tableOf(form), { q: new FormData(form).get($('input[type=search]', form).name) }); }
    else if (form.matches('.saveview')) {
      event.preventDefault();
      const section = tableOf(form);
      const name = form.elements.name.value.trim();
      const answer = await post('/ui/views', { table: section.dataset.name, name, query: section.dataset.saved, shared: String(Boolean(form.elements.shared?.checked)) });
      if (answer.ok) go(section, { view: name }); else notice(await messageOf(answer) ?? 'The view could not be saved.');
    }
  });
  async function forget(button, section) {
    const answer = await post('/ui/views', { table: section.dataset.name, name: button.dataset.forget, query: '', shared: button.dataset.shared, remove: 'true' });
    if (answer.ok) { const url = new URL(section.dataset.here, location.href); url.searchParams.delete((section.dataset.prefix ?? '') + 'view'); load(section, url); }
    else notice(await messageOf(answer) ?? 'The view could not be forgotten.');
  }
  let typing;
  document.addEventListener('input', event => {
    if (!event.target.matches('.search input[type=search]')) return;
    clearTimeout(typing);
    typing = setTimeout(() => go(tableOf(event.target), { q: event.target.value }), 350);
  });
  document.addEventListener('change', event => { if (event.target.matches('select[data-length]')) load(tableOf(event.target), event.target.value); });

  function density() {
    const comfortable = document.documentElement.dataset.density !== 'comfortable';
    if (comfortable) document.documentElement.dataset.density = 'comfortable'; else delete document.documentElement.dataset.density;
    remember('egcg.density', comfortable ? 'comfortable' : 'dense');
    $$('[data-density]').forEach(button => { if (button.matches('button')) button.setAttribute('aria-pressed', String(comfortable)); });
  }

  async function copyText(text, said) { try { await navigator.clipboard.writeText(text); notice(said); } catch { notice('The browser did not allow copying.'); } }
  async function copyRows(href) {
    const answer = await fetch(href);
    if (answer.ok) copyText(await answer.text(), 'Rows copied'); else notice('The rows could not be copied.');
  }
  function notice(text) {
    $('.toast')?.remove();
    const box = make('div', { class: 'selbar toast' }, text);
    $('main').append(box);
    say(text);
    setTimeout(() => box.remove(), 3500);
  }

  // --- reviews ----------------------------------------------------------------------------------------------------
  function startReview(section) {
    const entities = entitiesOf(section);
    if (entities.length === 0) { notice('The selected rows name no samples that the LIMS could review.'); return; }
    const action = section.dataset.action;
    const title = action === 'run_review' ? 'Start run review' : 'Start sample review';
    const text = action === 'run_review' ? `About to review the usability of run elements from ${entities.length} samples:` : `About to review the usability of ${entities.length} samples:`;
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

  // --- tooltips: on hover and on focus ----------------------------------------------------------------------------
  const tip = make('div', { id: 'tip', role: 'tooltip', hidden: '' });
  document.body.append(tip);
  let tipped = null;
  function showTip(element, text) {
    tip.textContent = text;
    tip.hidden = false;
    const at = element.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = (at.bottom + tip.offsetHeight + 12 > innerHeight ? at.top - tip.offsetHeight - 6 : at.bottom + 6) + 'px';
    element.setAttribute('aria-describedby', 'tip');
    tipped = element;
  }
  function hideTip() { tip.hidden = true; tipped?.removeAttribute('aria-describedby'); tipped = null; }
  const consider = event => {
    const element = event.target.closest?.('[data-tip]') ?? event.target.closest?.('.data td, .data tbody th');
    if (!element) { hideTip(); return; }
    if (element === tipped) return;
    hideTip();
    if (element.dataset.tip) showTip(element, element.dataset.tip);
    else if (element.scrollWidth > element.clientWidth + 1) showTip(element, element.textContent.trim());
  };
  document.addEventListener('mouseover', consider);
  document.addEventListener('focusin', consider);
  document.addEventListener('focusout', hideTip);
  document.addEventListener('scroll', hideTip, true);

  // --- keyboard ---------------------------------------------------------------------------------------------------
  document.addEventListener('keydown', event => {
    const typingNow = event.target.matches?.('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typingNow && !event.ctrlKey && !event.metaKey) { event.preventDefault(); $('#find')?.focus(); }
    if (event.key === 'Escape') {
      hideTip();
      if (pop) { event.preventDefault(); closePop(true); return; }
      const open = $('details.drop[open]');
      if (open) { open.open = false; $('summary', open).focus(); }
    }
  });
  document.addEventListener('click', event => { $$('details.drop[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }); });

  // --- the search of the bar --------------------------------------------------------------------------------------
  const find = $('#find'), found = $('#found');
  if (find) {
    let wait, chosen = -1, asked = 0;
    const options = () => $$('li[role=option]', found);
    const hide = () => { found.hidden = true; find.setAttribute('aria-expanded', 'false'); chosen = -1; find.removeAttribute('aria-activedescendant'); };
    const choose = to => { const all = options(); if (all.length === 0) return; chosen = (to + all.length) % all.length; all.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen))); find.setAttribute('aria-activedescendant', all[chosen].id); all[chosen].scrollIntoView({ block: 'nearest' }); };
    const ask = async () => {
      const turn = ++asked;
      if (!find.value.trim()) { hide(); return; }
      try {
        const answer = await fetch('/ui/find?find=' + encodeURIComponent(find.value));
        if (!answer.ok || turn !== asked) return;
        const body = await answer.json();
        found.replaceChildren(...body.found.map((thing, i) => make('li', { role: 'option', id: 'found-' + i, 'aria-selected': 'false', 'data-href': thing.href }, make('b', {}, thing.name), make('span', {}, thing.also ? `${thing.kind}, ${thing.also}` : thing.kind))));
        if (body.found.length === 0) found.replaceChildren(make('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, make('span', {}, 'Nothing begins like this. Enter searches plates too.')));
        found.hidden = false;
        find.setAttribute('aria-expanded', 'true');
        chosen = -1;
      } catch { hide(); }
    };
    find.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(ask, 200); });
    find.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
      else if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen - 1); }
      else if (event.key === 'Escape') hide();
      else if (event.key === 'Enter' && chosen >= 0 && options()[chosen].dataset.href) { event.preventDefault(); location.href = options()[chosen].dataset.href; }
    });
    found.addEventListener('mousedown', event => { const option = event.target.closest('li[data-href]'); if (option) { event.preventDefault(); location.href = option.dataset.href; } });
    find.addEventListener('blur', () => setTimeout(hide, 150));
  }

  $$('section.table').forEach(prepare);
  $$('button[data-density]').forEach(button => button.setAttribute('aria-pressed', String(document.documentElement.dataset.density === 'comfortable')));
})();
