// What a heading says and offers of its column: which values there are, how they spread, and a choice among them.
'use strict';
(() => {
  const { $, $$, make, onClick, dialog, notice, tableOf, go } = egcg;
  const SVG = 'http://www.w3.org/2000/svg', WIDTH = 160, DAY = 86400000;
  const draw = (tag, attributes, ...children) => { const element = document.createElementNS(SVG, tag); for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value); element.append(...children); return element; };
  const bars = (profile, words, ...more) => draw('svg', { class: 'headspread', viewBox: `0 0 ${WIDTH} 28`, preserveAspectRatio: 'none', role: 'img', 'aria-label': words }, draw('path', { class: 'bars', d: profile.path }), ...more);
  const heads = section => $$('.tablewrap > .data > thead > tr:last-child > th[data-col]', section);
  const nameOf = th => [...th.childNodes].filter(node => !node.matches?.('.colmenu, .grip, svg')).map(node => node.textContent).join('').replace(/[▲▼]\d*$/, '').trim();

  /** How the values of columns spread over what the table shows now. */
  async function read(section, columns) {
    const url = new URL(section.dataset.here, location.href);
    url.searchParams.set('part', section.dataset.key);
    url.searchParams.set('export', 'profile');
    url.searchParams.set((section.dataset.prefix ?? '') + 'cols', columns.join(','));
    const answer = await fetch(url, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()).columns;
  }

  const shown = (profile, value) => profile.kind === 'date' ? egcgDates.figures(value * DAY) : Number(value.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 6 });
  const spelled = (profile, value) => profile.kind === 'date' ? shown(profile, value) : String(Number(value.toPrecision(6)));

  // --- the place of a row in the headings -------------------------------------------------------------------------
  const spreads = new WeakMap();
  async function spread(section) {
    let profiles;
    try { profiles = await read(section, heads(section).map(th => th.dataset.col)); } catch { notice('How the values spread could not be read.'); return; }
    spreads.set(section, new Map(profiles.map(profile => [profile.id, profile])));
    heads(section).forEach(th => {
      $('svg.headspread', th)?.remove();
      const profile = spreads.get(section).get(th.dataset.col);
      if (profile?.path) th.append(bars(profile, `${shown(profile, profile.least)} to ${shown(profile, profile.greatest)}`, draw('line', { x1: -9, x2: -9, y1: 0, y2: 28 })));
    });
  }

  function clear(section) { spreads.delete(section); $$('svg.headspread', section).forEach(svg => svg.remove()); }

  function place(row) {
    const section = tableOf(row), profiles = section && spreads.get(section);
    if (!profiles) return;
    heads(section).forEach(th => {
      const line = $('svg.headspread line', th), at = profiles.get(th.dataset.col)?.places?.[row.dataset.key];
      if (line) for (const end of ['x1', 'x2']) line.setAttribute(end, at ?? -9);
    });
  }
  for (const on of ['mouseover', 'focusin']) document.addEventListener(on, event => { const row = event.target.closest?.('tbody > tr[data-key]'); if (row) place(row); });
  const wanted = new Set();
  onClick('[data-spread]', button => {
    const section = tableOf(button), on = !wanted.delete(section.id);
    if (on) wanted.add(section.id);
    button.setAttribute('aria-pressed', String(on));
    if (on) spread(section); else clear(section);
  });

  // --- the choice in a heading ------------------------------------------------------------------------------------
  function ranges(profile) {
    const step = profile.kind === 'date' || (Number.isInteger(profile.least) && Number.isInteger(profile.greatest)) ? Math.max(1, Math.round((profile.greatest - profile.least) / 200)) : (profile.greatest - profile.least) / 200;
    const steps = Math.ceil((profile.greatest - profile.least) / step);
    const valueAt = at => at >= steps ? profile.greatest : profile.least + at * step;
    const said = make('output', {}), cover = draw('rect', { class: 'chosen', y: 0, height: 28 });
    const ends = [['From', 0], ['To', steps]].map(([label, at]) => {
      const input = make('input', { type: 'range', min: 0, max: steps, step: 1, 'aria-label': label });
      input.value = at;
      return input;
    });
    const [from, to] = ends;
    const values = () => [valueAt(Number(from.value)), valueAt(Number(to.value))];
    const show = () => {
      const [low, high] = values();
      said.textContent = `${shown(profile, low)} to ${shown(profile, high)}`;
      ends.forEach((end, which) => end.setAttribute('aria-valuetext', shown(profile, values()[which])));
      cover.setAttribute('x', WIDTH * from.value / steps);
      cover.setAttribute('width', WIDTH * Math.max(0, to.value - from.value) / steps);
    };
    from.addEventListener('input', () => { if (Number(from.value) > Number(to.value)) to.value = from.value; show(); });
    to.addEventListener('input', () => { if (Number(to.value) < Number(from.value)) from.value = to.value; show(); });
    const old = /^(.+)\.\.(.+)$/.exec(profile.filter), number = text => profile.kind === 'date' ? Date.parse(text) / DAY : Number(text);
    if (old) ends.forEach((end, which) => { const at = (number(old[which + 1]) - profile.least) / step; if (Number.isFinite(at)) end.value = Math.round(at); });
    show();
    const chosen = () => Number(from.value) === 0 && Number(to.value) === steps ? '' : values().map(value => spelled(profile, value)).join('..');
    return { body: make('div', { class: 'ranges' }, bars(profile, `${profile.count.toLocaleString('en')} values`, cover), ...ends, make('p', {}, said)), chosen };
  }

  function words(profile) {
    const not = make('input', { type: 'checkbox' });
    const old = profile.filter.startsWith('!') && profile.filter !== '!outside' ? (not.checked = true, profile.filter.slice(1)) : profile.filter;
    const before = new Set(/^[~<>!]/.test(old) ? [] : old.split('|').filter(Boolean).map(value => value.toLowerCase()));
    const boxes = profile.values.map(([value, count]) => {
      const box = make('input', { type: 'checkbox', value });
      box.checked = before.has(value.toLowerCase());
      return make('li', {}, make('label', { class: 'check' }, box, make('span', {}, value)), make('span', { class: 'quiet' }, count.toLocaleString('en')));
    });
    const list = make('ul', { class: 'choose', 'aria-label': 'Values', tabindex: '0' }, ...boxes);
    const chosen = () => { const values = $$('input:checked', list).map(box => box.value); return values.length === 0 ? '' : (not.checked ? '!' : '') + values.join('|'); };
    const body = make('div', {}, list, profile.values.length === profile.most ? make('p', { class: 'quiet small' }, `The ${profile.most} commonest`) : null, make('p', {}, make('label', { class: 'check' }, not, ' All but these')));
    return { body, chosen };
  }

  async function choose(section, th) {
    let profile;
    try { [profile] = await read(section, [th.dataset.col]); } catch { /* said below */ }
    if (!profile) { notice('The values could not be read.'); return; }
    const choice = profile.values?.length ? words(profile) : profile.path ? ranges(profile) : { body: make('p', {}, profile.rows === 0 ? 'No row passes the other filters.' : 'Too few different values to choose from.'), chosen: () => null };
    const narrow = spelling => { box.close(); if (spelling !== null && spelling !== profile.filter) go(section, { ['f.' + th.dataset.col]: spelling }); };
    const acts = make('div', { class: 'acts' }, ...(profile.filter ? [make('button', { type: 'button', class: 'btn', onclick: () => narrow('') }, 'Remove filter')] : []), make('button', { type: 'submit', class: 'btn primary' }, 'Show these'));
    const form = make('form', { class: 'body', method: 'dialog' }, choice.body, acts);
    const box = dialog(nameOf(th), form, null);
    box.classList.add('narrow');
    const at = th.getBoundingClientRect();
    box.style.margin = '0';
    box.style.left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8)) + 'px';
    box.style.top = Math.max(8, Math.min(at.bottom + 4, innerHeight - box.offsetHeight - 8)) + 'px';
    form.addEventListener('submit', event => { event.preventDefault(); narrow(choice.chosen()); });
    box.addEventListener('close', () => $(`th[data-col="${CSS.escape(th.dataset.col)}"] a`, section)?.focus({ preventScroll: true }));
    $('input', form)?.focus();
  }

  document.addEventListener('egcg:table', event => {
    const section = event.target;
    if (!section.matches('section.table')) return;
    heads(section).filter(th => $('a', th) && !$('.colmenu', th)).forEach(th => th.append(make('button', { type: 'button', class: 'colmenu', tabindex: '-1', 'aria-haspopup': 'dialog', 'aria-label': 'Values of ' + nameOf(th) }, '▾')));
    const button = $('[data-spread]', section);
    if (button && wanted.has(section.id)) { button.setAttribute('aria-pressed', 'true'); spread(section); }
  });
  onClick('.colmenu', button => choose(tableOf(button), button.closest('th')));
  document.addEventListener('keydown', event => {
    const th = event.altKey && event.key === 'ArrowDown' && event.target.closest?.('thead th[data-col]');
    if (!th || !$('.colmenu', th)) return;
    event.preventDefault();
    choose(tableOf(th), th);
  });
})();
