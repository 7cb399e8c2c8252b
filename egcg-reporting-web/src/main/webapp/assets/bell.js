// The bell learns once a minute of what is new, while the page is looked at. It speaks when there is more than before.
'use strict';
(() => {
  const { $, say } = egcg;
  const bell = $('.bell');
  if (!bell) return;
  const MINUTE = 60000;
  let asked = Date.now();

  function show(unread) {
    const before = Number(bell.dataset.unread);
    if (unread === before) return;
    bell.dataset.unread = String(unread);
    bell.setAttribute('aria-label', unread ? 'Notices, ' + unread + ' unread' : 'Notices');
    const count = $('b', bell);
    count.textContent = unread > 99 ? '99+' : String(unread);
    count.hidden = !unread;
    if (unread > before) say(unread - before === 1 ? 'A new notice' : unread - before + ' new notices');
  }

  async function ask() {
    if (document.hidden || Date.now() - asked < MINUTE) return;
    asked = Date.now();
    try {
      const answer = await fetch('/ui/notices', { headers: { 'X-By-Itself': 'yes' } });
      if (answer.ok) show((await answer.json()).unread);
    } catch { /* asked again next time */ }
  }

  setInterval(ask, MINUTE);
  document.addEventListener('visibilitychange', ask);
  // what is opened is read; the browser goes on at once
  document.addEventListener('click', event => {
    const opened = event.target.closest('a[data-notice]');
    if (opened) fetch('/ui/notices', { method: 'POST', keepalive: true, headers: { 'X-CSRF-Token': $('meta[name=csrf]').content }, body: new URLSearchParams({ id: opened.dataset.notice }) });
  });
})();
