// Tables and the main page that lie open learn of what was written meanwhile. Values are swapped in where rows stay the
// same; other rows are offered, so that nothing moves under who reads. One page of a browser listens for all of them, and one
// main page for all main pages, which are told besides what they would say now.
'use strict';
(() => {
  const { $, $$, make, say, load, swap, renew, typed, onClick, tableOf, asking } = egcg;
  if (!$('.find')) return;
  const FIRST = 1500, SOON = 300, SHORTEST = 1500, LONGEST = 20000, POLL = 15000, OLD = 30000;
  const heading = $('[data-home]');
  const tables = () => $$('section.table[data-as-of]');
  if (!heading && !tables().length) return;
  const quietly = { Accept: 'text/html', 'X-By-Itself': 'yes' };
  let latest = 0, timer = null, pause = SHORTEST, last = 0, told = null;

  // --- who listens ------------------------------------------------------------------------------------------------
  const channel = window.BroadcastChannel ? new BroadcastChannel('egcg.changes') : null;
  const heard = ({ at = 0, home = null }) => {
    if (home) { told = { ...home, heard: Date.now() }; isSame($('[data-home]'), told); }
    if (home || at > latest) { latest = Math.max(at, latest); plan(); }
  };
  channel?.addEventListener('message', event => heard(event.data));

  async function poll() {
    if (document.hidden) return;
    try { const answer = await fetch('/ui/changes?once=1', { headers: { 'X-By-Itself': 'yes' } }); if (answer.ok) heard(await answer.json()); } catch { /* asked again next time */ }
  }

  function listen() {
    const source = new EventSource('/ui/changes' + (heading ? '?home=1' : ''));
    source.onmessage = event => { const news = JSON.parse(event.data); heard(news); channel?.postMessage(news); };
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) setInterval(poll, POLL); };
    addEventListener('pagehide', () => source.close());
  }

  // browsers open few connections to a server: one page has it, and the next one takes over when it is closed
  if (navigator.locks && channel) navigator.locks.request('egcg.changes' + (heading ? '.home' : ''), () => { setTimeout(listen, FIRST); return new Promise(() => {}); }).catch(() => {});
  else setInterval(poll, POLL);

  // --- when ----------------------------------------------------------------------------------------------------------
  const asOf = node => Number(node.dataset.asOf);
  const isTold = () => told && Date.now() - told.heard < OLD;
  const isBehind = node => node.hasAttribute('data-home') && isTold() ? told.at > asOf(node) && told.state !== node.dataset.state : asOf(node) < latest;
  const due = node => node.dataset.updating === 'yes' || isBehind(node);
  function plan() {
    if (timer || document.hidden) return;
    const wait = Math.max(SOON, last + pause - Date.now());
    timer = setTimeout(async () => { timer = null; await look(); }, wait);
  }

  async function look() {
    const before = last;
    last = Date.now();
    // pages that change all the time are drawn anew more and more seldom
    pause = last - before < 2 * pause ? Math.min(pause * 1.5, LONGEST) : SHORTEST;
    for (const section of tables().filter(section => due(section) && !section.hasAttribute('aria-busy'))) await ask(section);
    const head = $('[data-home]');
    if (head && due(head)) await home(head);
    if (tables().some(due) || ($('[data-home]') && due($('[data-home]')))) plan();
  }

  async function fetched(url, more = {}) {
    try {
      const answer = await fetch(url, { headers: { ...quietly, ...more } });
      return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    } catch { return null; }
  }

  // --- tables ----------------------------------------------------------------------------------------------------------
  const keys = section => $$('.data > tbody > tr[data-key]', section).map(row => row.dataset.key);
  const reads = section => section.contains(document.activeElement) && document.activeElement.matches('input, select, textarea') || $('details[open]', section) || $('.childrow', section);

  async function ask(section) {
    const url = new URL(section.dataset.here || location.href, location.href);
    url.hash = '';
    url.searchParams.set('part', section.dataset.key);
    const here = section.dataset.here;
    const page = await fetched(url, asking(section, url)), fresh = page && $('#' + CSS.escape(section.id), page);
    if (!fresh || !fresh.dataset.asOf || section.dataset.here !== here) { section.dataset.asOf = String(latest); return; }
    const same = keys(section).join('\n') === keys(fresh).join('\n') && section.dataset.matched === fresh.dataset.matched;
    const wasOld = section.dataset.updating === 'yes';
    if (same || wasOld) {
      if (reads(section)) return;
      keeping(section, () => swap(section, fresh));
    } else offer(section, fresh);
  }

  /** The row at the top of what is seen stays where it is. */
  function keeping(section, change) {
    const wrap = $('.tablewrap', section), top = wrap ? Math.max(wrap.getBoundingClientRect().top, 0) : 0;
    const first = $$('.data > tbody > tr[data-key]', section).find(row => row.getBoundingClientRect().bottom > top);
    const key = first?.dataset.key, before = first?.getBoundingClientRect().top;
    const y = scrollY;
    change();
    scrollTo(scrollX, y);
    const again = key && $(`.data > tbody > tr[data-key="${CSS.escape(key)}"]`, section);
    if (again && wrap) wrap.scrollTop += again.getBoundingClientRect().top - before;
  }

  const saidOf = new WeakMap();
  function offer(section, fresh) {
    const old = new Set(keys(section)), more = Number(fresh.dataset.matched) - Number(section.dataset.matched);
    const count = more > 0 ? more : keys(fresh).filter(key => !old.has(key)).length;
    const words = more >= 0 && count > 0 ? count.toLocaleString('en') + ' new' : 'Rows have changed';
    section.dataset.asOf = fresh.dataset.asOf;
    const bar = $('.news', section) ?? section.appendChild(make('div', { class: 'selbar news' }, make('button', { type: 'button', class: 'btn primary', 'data-show-news': '' })));
    $('button', bar).textContent = words + ' · Show';
    if (Date.now() - (saidOf.get(section) ?? 0) > OLD) { saidOf.set(section, Date.now()); say(words); }
  }
  onClick('[data-show-news]', button => { const section = tableOf(button); load(section, section.dataset.here || location.href, false).then(() => $('.search input[type=search]', section)?.focus({ preventScroll: true })); });

  // --- the main page -----------------------------------------------------------------------------------------------------
  /** Whether it says all that there is to say; then only its time is new. */
  function isSame(head, { state, at, said }) {
    if (!head || !state || state !== head.dataset.state || head.dataset.updating === 'yes') return false;
    if (at > asOf(head)) { head.dataset.asOf = String(at); $('[data-said]', head).textContent = said; }
    return true;
  }

  async function asks(head) {
    try { const answer = await fetch('/ui/changes?home=1&once=1', { headers: { 'X-By-Itself': 'yes' } }); return answer.ok && isSame(head, await answer.json()); } catch { return false; }
  }

  async function home(head) {
    if (!isTold() && await asks(head)) return;
    const main = $('#main'), isUsed = () => main.contains(document.activeElement) && document.activeElement !== main;
    const page = isUsed() ? null : await fetched(location.href), fresh = page && $('#main', page);
    if (!fresh || isUsed()) { head.dataset.asOf = String(Math.max(latest, asOf(head))); return; }
    const y = scrollY;
    renew(main, fresh, typed(main));
    scrollTo(scrollX, y);
  }

  document.addEventListener('visibilitychange', () => { if (!document.hidden) { poll(); plan(); } });
  // what no mark tells of, such as the LIMS
  setInterval(() => { if (document.hidden) return; for (const node of [...tables(), $('[data-home]')]) if (node && Date.now() - asOf(node) > OLD && node.hasAttribute('data-home')) latest = Math.max(latest, asOf(node) + 1); plan(); }, OLD);
  document.addEventListener('DOMContentLoaded', () => { if ([...tables(), heading].some(node => node?.dataset.updating === 'yes')) plan(); });
})();
