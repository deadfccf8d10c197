// What helps to find and compare in a report. The page is whole without it: it only hides, orders, unfolds, names and
// saves what is there. No text ever becomes markup: everything is set as text.
'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const make = (tag, words, style) => {
    const element = document.createElement(tag);
    element.textContent = words;
    element.className = style || '';
    return element;
  };
  const button = (words, act) => {
    const element = make('button', words);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  };

  // The texts of the page's language, and one of them with these in its places.
  const texts = JSON.parse(byId('words').textContent);
  const say = (key, ...values) => texts[key].replace(/\{(\d)\}/g, (place, index) => values[index]);
  const language = document.documentElement.lang;
  const statuses = ['fail', 'error', 'warn', 'pass', 'skipped'].map(status => texts['status.' + status]);

  // Text as it was before it was cut for display.
  const whole = element => {
    const cut = [element, element.querySelector('bdi')]
      .find(part => part && part.title && part.textContent.endsWith('…'));
    return cut ? cut.title : element.textContent;
  };

  // Numbers are written for people; these are the same for programs.
  const plain = text => {
    const bare = text.replace(/\u202f/g, '').replace(/\u2212/g, '-').trim();
    return /^[<>]?-?\d+[.,]\d+(×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?%?$/.test(bare) ? bare.replace(texts['number.decimal'], '.') : bare;
  };
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const number = text => {
    const parts = /^[<>]?(-?\d+(?:\.\d+)?)(?:×10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?%?$/.exec(plain(text));
    if (!parts) {
      return NaN;
    }
    const digits = Array.from(parts[3] || '', digit => raised.indexOf(digit)).join('');
    return Number(parts[1] + (digits ? 'e' + (parts[2] ? '-' : '') + digits : ''));
  };

  // The columns: find, filter, order, fold.
  const home = byId('columns');
  const tools = home.querySelector('.tools');
  const columns = all('details.column', home).map((part, place) => ({
    part,
    place,
    name: whole(part.querySelector('h3 bdi')),
    status: part.querySelector('.status').textContent,
    role: part.dataset.role,
    kind: part.dataset.kind,
    weight: Number(part.dataset.weight || 0),
  }));
  const filters = ['status', 'role', 'kind'].map(fact => ({ fact, select: byId('filter-' + fact) }));
  const find = byId('find');
  const sort = byId('sort');

  const show = () => {
    const sought = find.value.trim().toLowerCase();
    let hits = 0;
    for (const column of columns) {
      const hit = column.name.toLowerCase().includes(sought)
        && filters.every(({ fact, select }) => !select.value || select.value === column[fact]);
      column.part.hidden = !hit;
      hits += hit ? 1 : 0;
    }
    const of = say(columns.length === 1 ? 'script.columns.one' : 'script.columns.other', columns.length);
    byId('hits').textContent = hits === columns.length ? of : say('script.hits', hits, of);
    byId('no-hits').hidden = hits > 0;
  };

  const showAll = () => {
    find.value = '';
    filters.forEach(({ select }) => { select.value = ''; });
    show();
  };

  const orders = {
    table: (a, b) => a.place - b.place,
    name: (a, b) => a.name.localeCompare(b.name, language, { numeric: true }) || a.place - b.place,
    status: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || b.weight - a.weight || a.place - b.place,
    score: (a, b) => b.weight - a.weight || a.place - b.place,
  };

  const fold = open => columns.forEach(({ part }) => {
    if (!part.hidden) {
      part.open = open;
    }
  });

  if (tools) {
    for (const { fact, select } of filters) {
      const counts = new Map();
      columns.forEach(column => counts.set(column[fact], (counts.get(column[fact]) || 0) + 1));
      Array.from(counts.keys())
        .sort((a, b) => statuses.indexOf(a) - statuses.indexOf(b) || a.localeCompare(b, language))
        .forEach(value => select.append(new Option(value + ' (' + counts.get(value) + ')', value)));
      select.addEventListener('change', show);
    }
    find.addEventListener('input', show);
    sort.addEventListener('change', () => {
      home.append(...columns.slice().sort(orders[sort.value]).map(({ part }) => part));
    });
    byId('unfold-all').addEventListener('click', () => fold(true));
    byId('fold-all').addEventListener('click', () => fold(false));
    byId('clear').addEventListener('click', () => {
      showAll();
      find.focus();
    });
    show();
  }

  // A link to a part opens what holds it.
  const reveal = () => {
    const target = byId(location.hash.slice(1));
    if (!target) {
      return;
    }
    if (target.hidden) {
      showAll();
    }
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === 'DETAILS') {
        part.open = true;
      }
    }
    if (location.search === '?framed') {
      return;
    }
    target.scrollIntoView();
    if (target.matches('details')) {
      target.querySelector('summary').focus({ preventScroll: true });
    }
  };
  addEventListener('hashchange', reveal);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) {
      reveal();
    }
  });

  // Light, dark, or as the system is.
  const theme = byId('theme');
  theme.addEventListener('change', () => { document.documentElement.dataset.theme = theme.value; });

  // Tables that can be put in order: what has no number or text comes last either way.
  const key = cell => {
    const status = cell.querySelector('.status');
    if (status) {
      return statuses.indexOf(status.textContent);
    }
    const small = cell.querySelector('small');
    const text = small ? cell.textContent.slice(0, -small.textContent.length) : cell.textContent;
    const value = number(text);
    return Number.isNaN(value) ? plain(text).toLowerCase() : value;
  };
  const absent = value => value === '' || value === '–';
  const compare = (a, b, sign) => {
    if (absent(a) || absent(b)) {
      return Number(absent(a)) - Number(absent(b));
    }
    if (typeof a !== typeof b) {
      return typeof a === 'number' ? -1 : 1;
    }
    return sign * (typeof a === 'number' ? a - b : a.localeCompare(b, language, { numeric: true }));
  };
  const order = (table, heading, place) => {
    const sign = heading.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    all('thead th', table).forEach(other => other.removeAttribute('aria-sort'));
    heading.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    body.append(...Array.from(body.rows, row => ({ row, value: key(row.cells[place]) }))
      .sort((a, b) => compare(a.value, b.value, sign))
      .map(({ row }) => row));
  };
  const orderable = table => {
    let next = 0;
    for (const heading of table.tHead.rows[0].cells) {
      const place = next;
      next += heading.colSpan;
      if (heading.tagName === 'TH') {
        const act = button('', () => order(table, heading, place));
        act.append(...heading.childNodes);
        heading.append(act);
      }
    }
  };

  // Tables as data, with what the page shows in them.
  const cellOf = cell => {
    const parts = all('summary, li', cell);
    if (parts.length > 0) {
      return { value: parts.map(part => part.textContent.trim()).join('; '), note: '' };
    }
    const note = cell.querySelector('small, b');
    const text = note ? cell.textContent.slice(0, -note.textContent.length) : whole(cell);
    return {
      value: cell.querySelector('bdi') ? text.trim() : plain(text),
      note: note ? plain(note.textContent) : '',
    };
  };
  const headings = table => Array.from(table.tHead.rows[0].cells).flatMap(heading => {
    const words = heading.title || heading.textContent.trim();
    return heading.colSpan === 2 ? [say('script.rows', words), say('script.share', words)] : [words];
  });
  const nameOf = table => {
    if (table.caption) {
      return table.caption.textContent;
    }
    const figure = table.closest('figure, section');
    return figure.querySelector('h4, h3, h2').textContent;
  };
  const dataOf = table => {
    const section = table.closest('main > section');
    const column = table.closest('details.column');
    return {
      section: section.querySelector('h2').textContent,
      column: column ? whole(column.querySelector('h3 bdi')) : '',
      table: nameOf(table),
      headings: headings(table),
      rows: Array.from(table.tBodies[0].rows, row => Array.from(row.cells, cellOf)),
    };
  };

  // A text that a spreadsheet would take for a formula is told to be a text; numbers stay numbers.
  const csvCell = text => {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?%?$/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  };
  const csv = tables => {
    const lines = [['section', 'column', 'table', 'line', 'row', 'field', 'value', 'note']];
    for (const table of tables) {
      table.rows.forEach((row, line) => {
        const label = Math.max(0, table.headings.indexOf(texts['table.column']));
        row.forEach(({ value, note }, place) => {
          if (place !== label && (value || note)) {
            lines.push([table.section, table.column, table.table, String(line + 1), row[label].value,
              table.headings[place], value, note]);
          }
        });
      });
    }
    return '\ufeff' + lines.map(line => line.map(csvCell).join(',') + '\r\n').join('');
  };
  const json = tables => JSON.stringify({
    title: whole(document.querySelector('h1 bdi')),
    window: document.querySelector('h1 .window').textContent,
    status: document.querySelector('.verdict .outcome').textContent,
    verdict: whole(document.querySelector('.verdict .sentence')),
    tables,
  }, null, 1) + '\n';
  const save = (root, name, ending) => {
    const tables = all('table', root).filter(table => table.tHead && table.tBodies.length > 0).map(dataOf);
    const link = make('a', '');
    link.href = URL.createObjectURL(ending === 'csv'
      ? new Blob([csv(tables)], { type: 'text/csv;charset=utf-8' })
      : new Blob([json(tables)], { type: 'application/json' }));
    const words = [document.querySelector('h1').textContent, name].join(' ').trim();
    link.download = words.replace(/[^\p{L}\p{N}.]+/gu, '-').slice(0, 100) + '.' + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  byId('export-csv').addEventListener('click', () => save(document, '', 'csv'));
  byId('export-json').addEventListener('click', () => save(document, '', 'json'));

  // A column gets what it needs when it is first unfolded.
  const prepared = new WeakSet();
  const prepare = part => {
    if (!part.open || !part.matches('details.column') || prepared.has(part)) {
      return;
    }
    prepared.add(part);
    if (!part.querySelector('table')) {
      return;
    }
    all('table.sortable', part).forEach(orderable);
    const name = whole(part.querySelector('h3 bdi'));
    const line = make('p', texts['script.tables'] + ' ', 'tools save');
    line.append(
      button('CSV', () => save(part, name, 'csv')),
      button('JSON', () => save(part, name, 'json')));
    part.querySelector('.body').append(line);
  };
  const newest = root => all('.scroll:has(.heat)', root).forEach(part => { part.scrollLeft = part.scrollWidth; });
  document.addEventListener('toggle', event => {
    prepare(event.target);
    newest(event.target);
  }, true);
  columns.forEach(({ part }) => prepare(part));
  all('#findings table.sortable').forEach(orderable);

  // Numbers under the pointer, read from the table behind a picture.
  const tip = make('p', '', 'tip');
  tip.setAttribute('aria-hidden', 'true');
  tip.hidden = true;
  document.body.append(tip);
  const places = (picture, path, pattern) =>
    Array.from(picture.querySelector(path).getAttribute('d').matchAll(pattern), match => Number(match[1]));
  const nearest = (list, x) =>
    list.reduce((best, place, index) => Math.abs(place - x) < Math.abs(list[best] - x) ? index : best, 0);
  const textsOf = row => Array.from(row.cells, cell => cell.textContent);
  const words = (picture, x) => {
    const body = picture.closest('.body');
    if (picture.matches('.course')) {
      const rows = body.querySelector('table.history').tBodies[0].rows;
      const index = rows.length === 1 ? 0 : Math.round((x - 20) / 960 * (rows.length - 1));
      const row = rows[rows.length - 1 - Math.min(Math.max(index, 0), rows.length - 1)];
      return textsOf(row).join(' · ');
    }
    const table = body.querySelector('table.shape');
    if (!table) {
      return '';
    }
    const rows = table.tBodies[0].rows;
    if (picture.matches('.shape')) {
      const ends = places(picture, '.reference', /H(\d+)/g);
      const bar = ends.findIndex(end => x < end);
      const [from, to, reference, current] = textsOf(rows[bar < 0 ? rows.length - 1 : bar]);
      return say('script.bar', from, to, reference, current);
    }
    const edge = nearest(places(picture, '.of-reference', /[ML](\d+),/g), x);
    const [from, to, , , reference, current] = textsOf(rows[Math.max(edge - 1, 0)]);
    return edge === 0
      ? say('script.nothing', from)
      : say('script.sum', to, reference, current);
  };
  document.addEventListener('pointermove', event => {
    const picture = event.target.closest && event.target.closest('svg.plot');
    const box = picture && picture.getBoundingClientRect();
    tip.textContent = picture ? words(picture, (event.clientX - box.left) / box.width * 1000) : '';
    tip.hidden = !tip.textContent;
    if (!tip.hidden) {
      const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
      tip.style.left = Math.max(8, Math.min(event.clientX + 12, room)) + 'px';
      tip.style.top = event.clientY + 16 + 'px';
    }
  });

  // A cell over time says the whole of it under the pointer.
  const named = new WeakSet();
  all('table.heat').forEach(table => table.addEventListener('pointerover', event => {
    const cell = event.target.closest('td:not(.absent)');
    if (cell && !named.has(cell)) {
      named.add(cell);
      const { value, note } = cellOf(cell);
      const row = cell.parentElement;
      const heading = table.tHead.rows[0].cells[cell.cellIndex];
      cell.title = whole(row.cells[0].querySelector('bdi')) + ', ' + (heading.title || heading.textContent) + ': '
        + value + ' ' + (note || texts['status.pass']) + (cell.title ? ' (' + cell.title + ')' : '');
    }
  }));

  // Now that all of it works, show what works it.
  all('.tools[hidden]').forEach(element => { element.hidden = false; });
  newest();
  addEventListener('load', reveal);
})();
