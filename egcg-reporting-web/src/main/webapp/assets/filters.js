// Dialogs that narrow a table down, and views that are saved.
'use strict';
(() => {
  const { $, $$, make, post, messageOf, onClick, dialog, notice, tableOf, load, go, shut, onKey } = egcg;
  const CONDITIONS = {
    number: [['<', 'less than'], ['<=', 'at most'], ['>', 'more than'], ['>=', 'at least'], ['..', 'between'], ['=', 'is one of'], ['!', 'is none of'], ['!empty', 'is empty'], ['!filled', 'is not empty']],
    date: [['>=', 'from'], ['<=', 'to'], ['..', 'between'], ['!empty', 'is empty'], ['!filled', 'is not empty']],
    text: [['~', 'contains'], ['!~', 'does not contain'], ['=', 'is one of'], ['!', 'is none of'], ['!empty', 'is empty'], ['!filled', 'is not empty']],
  };
  const NEEDS_NOTHING = ['!empty', '!filled', '!outside'];
  /** One condition of a filter: what must hold, and the values that it needs. */
  function line(place) {
    const condition = make('select', { id: 'filter-condition' + place });
    const first = make('input', { id: 'filter-value' + place, maxlength: '500', autocomplete: 'off' });
    const second = make('input', { id: 'filter-second' + place, maxlength: '100', autocomplete: 'off' });
    const field = (label, input) => make('div', { class: 'field' }, make('label', { for: input.id }, label), input);
    const firstField = field('Value', first), secondField = field('And', second);
    const show = () => { firstField.hidden = NEEDS_NOTHING.includes(condition.value); secondField.hidden = condition.value !== '..'; };
    condition.addEventListener('change', show);
    return {
      fields: [field(place ? 'Or' : 'Condition', condition), firstField, secondField], first,
      fill(box) {
        const all = [...CONDITIONS[box.dataset.comparison]];
        if (box.dataset.limited === 'yes') all.unshift(['!outside', 'is outside its limit']);
        condition.replaceChildren(...all.map(([value, label]) => make('option', { value }, label)));
        first.type = second.type = box.dataset.comparison === 'date' ? 'date' : 'text';
        show();
      },
      spelled() {
        const sign = condition.value;
        if (NEEDS_NOTHING.includes(sign)) return sign;
        if (!first.value.trim()) return '';
        return sign === '..' ? `${first.value}..${second.value}` : (sign === '=' ? '' : sign) + first.value;
      } };
  }

  function filterDialog(section) {
    const boxes = $$('.columns input', section).filter(box => box.dataset.filtered !== 'no');
    const column = make('select', { id: 'filter-column' }, ...boxes.map(box => make('option', { value: box.value }, box.parentElement.textContent.trim())));
    const lines = [line('')], box = () => boxes[column.selectedIndex];
    const fields = make('div', { class: 'filterform' }, make('div', { class: 'field' }, make('label', { for: 'filter-column' }, 'Column'), column), ...lines[0].fields);
    const or = make('button', { type: 'button', class: 'btn', onclick: () => { const more = line('-' + lines.length); lines.push(more); fields.append(...more.fields); more.fill(box()); more.fields[0].querySelector('select').focus(); } }, 'Or …');
    column.addEventListener('change', () => lines.forEach(one => one.fill(box())));
    const form = make('form', { class: 'body', method: 'dialog' }, fields,
      make('p', { class: 'quiet small' }, 'Several values are separated by |'),
      make('div', { class: 'acts' }, or, make('button', { type: 'submit', class: 'btn primary' }, 'Filter')));
    const opened = dialog('Add a filter', form, null);
    form.addEventListener('submit', event => {
      event.preventDefault();
      const spelled = lines.map(one => one.spelled()).filter(Boolean);
      if (spelled.length === 0) { lines[0].first.focus(); return; }
      opened.close();
      go(section, { ['f.' + column.value]: spelled.join('||') });
    });
    form.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target.matches('select')) { event.preventDefault(); form.requestSubmit(); } });
    lines[0].fill(box());
    column.focus();
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
      const joined = ids.join('|');
      if (joined.length > LONGEST) show(section, column, ids.length, joined); else go(section, { ['f.' + column]: joined });
    });
    text.focus();
  }

  // A list that makes an address too long to send is kept as a view, of which the address has the name.
  const LONGEST = 2000;
  async function show(section, column, count, joined) {
    const query = new URLSearchParams(section.dataset.saved);
    query.set('f.' + column, joined);
    const now = egcgDates.onClock(Date.now());
    const view = `${count} ids of ${egcgDates.day(now)} ${egcgDates.clockSecond(now)}`;
    const answer = await post('/ui/views', { table: section.dataset.name, name: view, query: '?' + query, shared: 'false' });
    if (!answer.ok) { notice(await messageOf(answer) ?? 'The list could not be kept.'); return; }
    const url = new URL(section.dataset.here, location.href);
    const prefix = section.dataset.prefix ?? '';
    const ownState = name => name.startsWith(prefix) && /^(q|sort|n|cols|w|page|f\..*)$/.test(name.slice(prefix.length));
    [...url.searchParams.keys()].filter(ownState).forEach(name => url.searchParams.delete(name));
    url.searchParams.set(prefix + 'view', view);
    load(section, url);
  }

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches('.saveview')) return;
    event.preventDefault();
    const section = tableOf(form);
    const name = form.elements.name.value.trim();
    const answer = await post('/ui/views', { table: section.dataset.name, name, query: section.dataset.saved, shared: String(Boolean(form.elements.shared?.checked)) });
    if (answer.ok) { shut(form); go(section, { view: name }); } else notice(await messageOf(answer) ?? 'The view could not be saved.');
  });

  async function forget(button, section) {
    const answer = await post('/ui/views', { table: section.dataset.name, name: button.dataset.forget, query: '', shared: button.dataset.shared, remove: 'true' });
    if (answer.ok) { shut(button); const url = new URL(section.dataset.here, location.href); url.searchParams.delete((section.dataset.prefix ?? '') + 'view'); load(section, url); }
    else notice(await messageOf(answer) ?? 'The view could not be deleted.');
  }

  const first = selector => [...$$(selector)].find(each => each.checkVisibility());
  onKey('f', 'Everywhere', 'Adds a filter to the table', () => first('[data-add-filter]')?.click());
  onKey('e', 'Everywhere', 'Opens the exports of the table', () => { const menu = [...$$('section.table details.drop')].find(each => $('[data-copy]', each)); if (menu) { menu.open = true; $('button, a', menu.lastElementChild).focus(); } });
  // --- paper: all rows that match ---------------------------------------------------------------------------------
  const rowsHere = section => $$('.tablewrap > .data > tbody > tr[data-key]', section).length;
  function printRows(section) {
    if (Number(section.dataset.matched) <= rowsHere(section)) { print(); return; }
    const url = new URL(section.dataset.here, location.href);
    url.searchParams.set('print', '1');
    open(url, '_blank', 'noopener');
  }
  onClick('[data-print-rows]', button => { shut(button); printRows(tableOf(button)); });
  document.addEventListener('keydown', event => {
    if (event.key !== 'p' || !(event.ctrlKey || event.metaKey)) return;
    const section = $$('section.table[data-matched]').find(each => Number(each.dataset.matched) > rowsHere(each));
    if (section && !new URLSearchParams(location.search).has('print')) { event.preventDefault(); printRows(section); }
  });
  if (new URLSearchParams(location.search).has('print')) addEventListener('load', () => setTimeout(print));

  onClick('[data-add-filter]', button => filterDialog(tableOf(button)));
  onClick('[data-paste]', button => pasteDialog(tableOf(button), button.dataset.paste));
  onClick('[data-forget]', button => forget(button, tableOf(button)));
})();
