// The desk: one thing after another is decided, by keys or by the mouse; what is decided leaves the list.
'use strict';
(() => {
  const { $, $$, make, post, messageOf, say, notice, onClick, onKey } = egcg;
  const desk = $('#desk');
  const comment = $('#comment'), said = $('#said'), list = $('#waiting');
  const WORDS = { pass: { reviewed: 'pass', useable: 'yes' }, fail: { reviewed: 'fail', useable: 'no' }, useable: { reviewed: '', useable: 'yes' } };
  const DONE = { pass: 'passed', fail: 'failed', useable: 'marked useable' };
  const item = () => $('#item');
  const links = () => list ? $$('a[data-item]', list) : [];
  const linkOf = key => links().find(link => link.dataset.item === key);
  // What can be taken back is known in this window, also on the page that says that nothing waits any more.
  const UNDO = 'egcg.undo';
  const drafts = new Map(), undoable = remembered();
  // the rows that left the list of this page
  const taken = new Map();
  function remembered() { try { return JSON.parse(sessionStorage.getItem(UNDO) ?? '[]'); } catch { return []; } }
  function keepUndoable() { try { sessionStorage.setItem(UNDO, JSON.stringify(undoable.slice(-100))); } catch { /* private window */ } }
  let busy = false, pending = null, shown = item()?.dataset.key;

  // --- one thing at a time ----------------------------------------------------------------------------------------
  // The next one is read while this one is looked at; what was read long ago is read again.
  const FRESH = 20000;
  const ahead = new Map();
  const part = href => { const url = new URL(href, location.href); url.searchParams.set('part', 'item'); return url; };
  function read(link, anew = false) {
    const key = link.dataset.item, known = ahead.get(key);
    if (!anew && known && Date.now() - known.at < FRESH) return known.page;
    const page = fetch(part(link.href), { headers: { Accept: 'text/html' } }).then(async answer => {
      if (answer.redirected) { location.reload(); return null; }
      return $('#item', new DOMParser().parseFromString(await answer.text(), 'text/html'));
    });
    ahead.set(key, { at: Date.now(), page });
    page.catch(() => ahead.delete(key));
    return page;
  }

  async function show(link, anew = false) {
    if (shown) drafts.set(shown, comment?.value ?? '');
    keepNote();
    item()?.classList.add('loading');
    const wanted = shown = link.dataset.item;
    links().forEach(other => { if (other === link) other.setAttribute('aria-current', 'true'); else other.removeAttribute('aria-current'); });
    link.scrollIntoView({ block: 'nearest' });
    try {
      const fresh = await read(link, anew);
      ahead.delete(wanted);
      if (shown !== wanted) return;
      item().replaceWith(document.importNode(fresh, true));
      hold();
      history.replaceState(null, '', link.href);
      if (comment) comment.value = drafts.get(wanted) ?? '';
      if (note()) note().value = notes.get(wanted) ?? '';
      const next = links()[links().indexOf(link) + 1];
      if (next) read(next).catch(() => {});
      look();
      say(`${item().dataset.id ?? ''}, by the rules ${item().dataset.verdict ?? ''}`);
    } catch { item()?.classList.remove('loading'); tell('fail', 'The server did not answer. What is shown is from before.'); }
  }

  // Why nothing can be decided stands by the buttons that would.
  function hold() {
    const box = $('#held'), why = item()?.dataset.held ?? '';
    if (!box) return;
    $('span', box).textContent = why;
    box.hidden = !why;
    $$('[data-decide]').forEach(button => { if (why) button.setAttribute('aria-disabled', 'true'); else button.removeAttribute('aria-disabled'); });
  }

  // What was typed of a note is there again when its item is; it is kept by Enter.
  const notes = new Map();
  const note = () => $('#noting textarea');
  function keepNote() { if (note() && item()?.dataset.key) notes.set(item().dataset.key, note().value); }

  async function write() {
    const { key, kind, id } = item()?.dataset ?? {};
    if (busy || !key || !note()?.value.trim()) return;
    busy = true;
    try {
      const answer = await post('/ui/note', { act: 'write', resource: kind, name: id, text: note().value });
      if (!answer.ok) { tell('fail', await messageOf(answer) ?? 'The service is unavailable. Nothing was noted.'); return; }
      note().value = '';
      keepNote();
      note().blur();
      tell('pass', `Noted on ${id}.`);
      if (linkOf(key)) await show(linkOf(key), true); else location.reload();
    } catch { tell('fail', 'The service is unavailable. It is not known whether it was noted.'); }
    finally { busy = false; }
  }

  function step(by) {
    const all = links(), at = all.findIndex(link => link.dataset.item === shown);
    const next = all[at < 0 ? 0 : at + by];
    if (next) { tell(); show(next); }
  }

  const tell = (style, ...words) => !said && words.length ? notice(words.filter(word => typeof word === 'string').join('')) : said?.replaceChildren(...(words.length ? [make('div', { class: 'note ' + style, role: style === 'fail' ? 'alert' : 'status' }, make('span', {}, ...words))] : []));

  // --- decisions --------------------------------------------------------------------------------------------------
  const tally = (count, by) => { if (count?.textContent) count.textContent = (Number(count.textContent.replaceAll(',', '')) + by).toLocaleString('en'); };
  /** One more or one less waits: all that count it say so. */
  function left(by, link) {
    for (const all of ['#left', '#listed', '#queued']) tally($(all), by);
    if ($('.waited.over', link)) tally($('#urgent'), by);
    const kinds = [null, link.dataset.item.split(':')[0]];
    for (const counted of $$('nav.seg a')) if (kinds.includes(new URL(counted.href).searchParams.get('kind'))) tally($('b', counted), by);
  }

  async function decide(word) {
    if (busy || !desk?.dataset.may || !item()?.dataset.key || item().classList.contains('loading')) return;
    const { kind, id, key, version, verdict, rules, held } = item().dataset;
    if (held) { tell('warn', 'Nothing was decided. ', again(key)); return; }
    const agrees = word === 'fail' ? rules === 'fail' : rules === 'pass';
    if (!agrees && !comment.value.trim()) { pending = word; tell('warn', (rules ? `The rules say ${verdict}.` : 'The rules say nothing.') + ' Say why you decide so, then press Enter.'); comment.focus(); return; }
    pending = null;
    busy = true;
    try {
      const answer = await post('/ui/desk', { kind, id, version, comment: comment.value, ...WORDS[word] });
      const body = await answer.json().catch(() => ({}));
      if (!answer.ok) { tell('fail', body.message ?? 'The service is unavailable. Nothing was decided.', ' ', again(key)); return; }
      const link = linkOf(key);
      undoable.push({ id, key, undo: body.undo, at: links().indexOf(link) });
      if (link) taken.set(key, link.parentElement);
      decided(key, id, word);
    } catch { tell('fail', 'The service is unavailable. It is not known whether it was decided. ', again(key)); }
    finally { busy = false; undoButton(); }
  }

  const again = key => linkOf(key) ? make('button', { type: 'button', class: 'btn', onclick: () => { tell(); show(linkOf(key), true); } }, 'Show it as it is now') : '';
  const undoButton = () => { const button = $('[data-undo]'); if (button) button.disabled = undoable.length === 0; keepUndoable(); };

  function decided(key, id, word) {
    const link = linkOf(key), next = link && (links()[links().indexOf(link) + 1] ?? links()[links().indexOf(link) - 1]);
    drafts.delete(key);
    comment.value = '';
    tell('pass', `${id} ${DONE[word]}.`);
    if (!link) { location.reload(); return; }
    link.parentElement.remove();
    left(-1, link);
    shown = null;
    if (next) show(next); else location.href = '/review' + location.search.replace(/([?&])item=[^&]*/, '$1');
  }

  const withItem = key => { const url = new URL('/review' + location.search, location.href); url.searchParams.set('item', key); return url; };

  async function undo() {
    const last = undoable.at(-1);
    if (busy || !last) return;
    busy = true;
    try {
      const answer = await post('/ui/desk', { undo: last.undo });
      const body = await answer.json().catch(() => ({}));
      if (!answer.ok) { tell('fail', body.message ?? 'The service is unavailable. Nothing was undone.'); return; }
      undoable.pop();
      tell('pass', `${last.id} waits again.`);
      if (!linkOf(last.key)) {
        if (!taken.has(last.key)) { keepUndoable(); location.href = withItem(last.key); return; }
        list.insertBefore(taken.get(last.key), list.children[last.at] ?? null);
        left(1, linkOf(last.key));
      }
      ahead.delete(last.key);
      show(linkOf(last.key), true);
    } catch { tell('fail', 'The service is unavailable. It is not known whether it was undone.'); }
    finally { busy = false; undoButton(); }
  }

  // --- who else looks at it ---------------------------------------------------------------------------------------
  const OFTEN = 5000;
  async function look() {
    const { kind, id, version, key } = item()?.dataset ?? {};
    if (!key || document.hidden) return;
    try {
      const answer = await fetch('/ui/desk?' + new URLSearchParams({ kind, id, version }));
      const body = await answer.json();
      if (!answer.ok || item()?.dataset.key !== key) return;
      const box = $('.others', item());
      const sentences = [body.changed, body.others.length ? `${body.others.join(', ')} ${body.others.length === 1 ? 'looks' : 'look'} at this too.` : ''].filter(Boolean);
      const text = sentences.join(' ');
      if (box.textContent !== text) box.textContent = text;
      box.hidden = !text;
    } catch { /* the next time */ }
  }
  setInterval(look, OFTEN);

  onClick('a[data-item]', link => { tell(); show(link); });
  onClick('[data-decide]', button => decide(button.dataset.decide));
  onClick('[data-step]', button => step(Number(button.dataset.step)));
  onClick('[data-undo]', undo);
  onKey('j', 'At the desk', 'Next', () => step(1));
  onKey('k', 'At the desk', 'Previous', () => step(-1));
  onKey('z', 'At the desk', 'Takes the last decision back', undo);
  if (desk?.dataset.may && comment) {
    onKey('p', 'At the desk', 'Passes: reviewed pass, useable yes', () => decide('pass'));
    onKey('f', 'At the desk', 'Fails: reviewed fail, useable no', () => decide('fail'));
    onKey('u', 'At the desk', 'Useable anyway, whatever the review says', () => decide('useable'));
    onKey('c', 'At the desk', 'Says why; Enter decides, Esc goes back', () => comment.focus());
    comment.addEventListener('keydown', event => {
      if (event.key === 'Escape') { pending = null; comment.blur(); }
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      const word = pending;
      comment.blur();
      if (word) decide(word);
    });
    comment.form.addEventListener('submit', event => event.preventDefault());
    onKey('n', 'At the desk', 'Writes a note; Enter keeps it, Esc goes back', () => note()?.focus());
    document.addEventListener('submit', event => { if (event.target.matches('#noting')) { event.preventDefault(); write(); } });
    document.addEventListener('keydown', event => {
      if (!event.target.matches('#noting textarea')) return;
      if (event.key === 'Escape') event.target.blur();
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      write();
    });
  }
  if (!desk && undoable.length) $('#done')?.append(make('p', {}, make('button', { type: 'button', class: 'btn', 'data-undo': '' }, 'Undo the last decision')));
  undoButton();
  hold();
  $('#project')?.addEventListener('change', event => event.target.form.submit());
  if (item()?.dataset.key) { look(); const next = linkOf(shown) && links()[links().indexOf(linkOf(shown)) + 1]; if (next) read(next).catch(() => {}); }
})();
