// Keys: a single key does something, and another shows what all of them do. Keys without Ctrl can be switched off.
'use strict';
(() => {
  const { $, make, remember, dialog } = egcg;
  const FIELD = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
  const OFF = 'egcg.keys';
  const keys = new Map();
  const off = () => { try { return localStorage.getItem(OFF) === 'off'; } catch { return false; } };

  /** Answers a key while no field is typed in and no dialog is open. */
  const onKey = (sign, group, words, act) => keys.set(sign, { group, words, act });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    if (event.target.matches?.(FIELD) || event.target.closest?.('nav.menu') || $('dialog[open]') || (off() && event.key !== '?')) return;
    const found = keys.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!found) return;
    event.preventDefault();
    found.act();
  });

  const MOVES = [
    ['In tables', 'Arrow keys', 'From cell to cell; up from the first row into the headings, where Enter sorts'],
    ['In tables', 'Alt with arrow down', 'In a heading: which values there are, to choose from'],
    ['In tables', 'Home, End', 'First and last cell of the row; with Ctrl of the table'],
    ['In tables', 'Page up, Page down', 'A window of rows further'],
    ['In tables', 'Space', 'Selects the row; with Shift all rows since the last one'],
    ['In tables', 'Enter', 'Opens what the row is about'],
    ['In menus', 'Arrow keys', 'Opens the menu, goes from entry to entry and to the next menu'],
    ['In menus', 'Letters', 'To the menu or entry that begins so'],
    ['In menus', 'Esc', 'Closes it'],
  ];

  function help() {
    const all = [...[...keys].map(([sign, key]) => [key.group, sign.toUpperCase(), key.words]), ...MOVES];
    const groups = [...new Set(all.map(([group]) => group))];
    const switchBox = make('input', { type: 'checkbox' });
    switchBox.checked = !off();
    switchBox.addEventListener('change', () => remember(OFF, switchBox.checked ? 'on' : 'off'));
    const lists = groups.map(group => make('section', {}, make('h3', {}, group), make('dl', { class: 'keylist' },
      ...all.filter(([of]) => of === group).flatMap(([, sign, words]) => [make('dt', {}, make('kbd', {}, sign)), make('dd', {}, words)]))));
    dialog('Keys', make('div', { class: 'body keyhelp', tabindex: '0' }, ...lists),
      make('div', { class: 'foot' }, make('label', { class: 'check' }, switchBox, ' Single keys are switched on')));
  }

  egcg.onClick('[data-keys]', help);
  onKey('?', 'Everywhere', 'Shows this', help);
  onKey('/', 'Everywhere', 'Search for a run, sample, project or library', () => $('#find')?.focus());
  Object.assign(egcg, { onKey, keysOff: off });
})();
