// The index of the API says which part is read, and is in sight there itself; where it is folded, a choice folds it again.
'use strict';
(() => {
  const index = document.querySelector('.apiindex'), bar = 90;
  const parts = [...document.querySelectorAll('.apimain > section')];
  let shown = null, asked = false;

  function follow() {
    asked = false;
    const here = parts.filter(part => part.getBoundingClientRect().top < bar).at(-1) ?? parts[0];
    if (here === shown) return;
    shown = here;
    index.querySelectorAll('[aria-current]').forEach(link => link.removeAttribute('aria-current'));
    const link = [...index.querySelectorAll('a')].find(one => one.hash === '#' + here.id);
    link.setAttribute('aria-current', 'true');
    index.scrollTop = link.offsetTop - index.clientHeight / 2;
  }

  addEventListener('scroll', () => { if (!asked) { asked = true; requestAnimationFrame(follow); } }, { passive: true });
  document.querySelector('.apifold').addEventListener('click', event => { if (event.target.closest('a')) event.currentTarget.open = false; });
  follow();
})();
