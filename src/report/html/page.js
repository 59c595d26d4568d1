(() => {
  'use strict';
  const main = document.getElementById('main');
  const side = document.querySelector('.side');
  const words = main.dataset;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, name) => Object.assign(document.createElement(tag), { className: name });

  // The list of contents is folded where it would push the page away.
  const contents = document.querySelector('nav > details');
  if (contents && matchMedia('(max-width: 63.99rem)').matches) contents.open = false;

  // What is wider than the screen can be moved with the keyboard as well.
  const reach = () => all('.table, .frame').forEach(box => {
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', words.scroll);
    } else {
      ['tabindex', 'role', 'aria-label'].forEach(name => box.removeAttribute(name));
    }
  });
  reach();
  addEventListener('resize', reach);

  // Sorting.
  const digits = new RegExp('^[+-]?\\d+(?:\\' + (words.decimal || '.') + '\\d+)?');
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const text = cell => (cell.querySelector('summary') || cell).textContent.trim();
  const number = said => {
    const found = digits.exec(said.replace(words.minus, '-'));
    return found ? parseFloat(found[0].replace(words.decimal, '.')) : NaN;
  };
  const sort = (table, place, numeric, direction) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((a, b) => a.dataset.place - b.dataset.place);
    if (direction) {
      const key = new Map(rows.map(row => {
        const said = text(row.cells[place]);
        const value = numeric ? number(said) : said;
        return [row, { value, unknown: numeric ? Number.isNaN(value) : !said || said.startsWith('?') }];
      }));
      rows.sort((a, b) => {
        const [x, y] = [key.get(a), key.get(b)];
        if (x.unknown || y.unknown) return x.unknown - y.unknown;
        return direction * (numeric ? x.value - y.value : collator.compare(x.value, y.value));
      });
    }
    body.append(...rows);
  };
  all('main table').forEach(table => {
    if (table.tBodies[0].rows.length < 2) return;
    [...table.tBodies[0].rows].forEach((row, place) => { row.dataset.place = place; });
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      if (!head.textContent.trim()) return;
      const button = make('button', '');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const next = { ascending: 'descending', descending: '' };
        const now = head.getAttribute('aria-sort') in next ? next[head.getAttribute('aria-sort')] : 'ascending';
        heads.forEach(other => other.removeAttribute('aria-sort'));
        if (now) head.setAttribute('aria-sort', now);
        sort(table, place, head.classList.contains('number'), { ascending: 1, descending: -1 }[now] || 0);
      });
    });
  });

  // The marks of a picture are one stop of the Tab key; arrows go from one to the next.
  all('svg.picture').forEach(picture => {
    const marks = all('.mark', picture);
    const stop = at => marks.forEach((mark, n) => mark.setAttribute('tabindex', n === at ? 0 : -1));
    stop(0);
    marks.forEach((mark, at) => {
      // The title would be shown beside what is shown here.
      all(':scope > title', mark).forEach(title => {
        mark.setAttribute('aria-label', title.textContent);
        title.remove();
      });
      mark.addEventListener('focus', () => stop(at));
    });
    picture.addEventListener('keydown', event => {
      const at = marks.indexOf(document.activeElement);
      const [next, before, last] = [at + 1, at - 1, marks.length - 1];
      const to = { ArrowRight: next, ArrowDown: next, ArrowLeft: before, ArrowUp: before, Home: 0, End: last };
      if (at < 0 || !(event.key in to)) return;
      event.preventDefault();
      marks[(to[event.key] + marks.length) % marks.length].focus();
    });
  });

  // The reason of a mark, while it is pointed at or has the focus.
  const tip = make('div', 'tip');
  tip.hidden = true;
  tip.setAttribute('role', 'tooltip');
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  let told = null;
  let leaving = 0;
  const place = () => {
    if (!told) return;
    const at = told.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const left = at.left + at.width / 2 - width / 2;
    const below = at.bottom + 8;
    const top = below + height > innerHeight ? at.top - height - 8 : below;
    tip.style.left = Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8)) + 'px';
    tip.style.top = Math.max(8, top) + 'px';
  };
  const show = mark => {
    clearTimeout(leaving);
    told = mark;
    tip.textContent = mark.getAttribute('aria-label');
    tip.hidden = false;
    place();
  };
  const hide = () => {
    clearTimeout(leaving);
    told = null;
    tip.hidden = true;
  };
  // It stays while the pointer goes to it.
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  };
  const mark = event => event.target.closest && event.target.closest('.mark');
  main.addEventListener('pointerover', event => { if (mark(event)) show(mark(event)); });
  main.addEventListener('pointerout', event => { if (mark(event)) leave(); });
  main.addEventListener('focusin', event => { if (mark(event)) show(mark(event)); else hide(); });
  main.addEventListener('focusout', event => { if (mark(event)) hide(); });
  tip.addEventListener('pointerenter', () => clearTimeout(leaving));
  tip.addEventListener('pointerleave', leave);
  addEventListener('scroll', place, true);
  addEventListener('resize', place);

  // Choosing.
  const template = document.getElementById('controls');
  if (template) {
    const controls = template.content.cloneNode(true);
    if (side) side.prepend(controls); else main.prepend(controls);
  }
  const chosen = name => document.getElementById('choose-' + name);
  const [byParty, byKind, reset] = [chosen('party'), chosen('kind'), document.getElementById('reset')];
  const shown = document.querySelector('.controls .shown');
  const parties = element => (element.dataset.parties || '').split(' ');
  // The lists and tables of which some line says whom or what it is about.
  const groups = all('main ul, main ol, main tbody').filter(group =>
    !group.parentElement.closest('li, th, td')
      && [...group.children].some(line => line.dataset.parties || line.dataset.kind));
  const lines = groups.flatMap(group => [...group.children]);
  const kindsOf = elements => new Set(elements.map(element => element.dataset.kind).filter(Boolean));
  const pictures = all('svg.picture', main).map(picture => {
    const marks = all('g[data-parties], g[data-kind]', picture);
    return { picture, marks, kinds: kindsOf(marks), any: marks.length > 0 };
  });
  // What stands in a section itself, and not in one within it. The innermost sections come first.
  const sections = all('main section').reverse().map(section => {
    const here = element => element.closest('section') === section;
    return {
      section,
      lines: lines.filter(here),
      pictures: pictures.filter(({ picture, any }) => any && here(picture)),
      within: [...section.children].filter(child => child.matches('section')),
    };
  });

  const choice = make('p', 'chosen');
  const choose = () => {
    const party = byParty ? byParty.value : '';
    const kind = byKind ? byKind.value : '';
    const choosing = Boolean(party || kind);
    groups.forEach(group => {
      [...group.children].forEach(line => {
        const about = line.closest('section[data-parties]');
        const concerns = !party || parties(line).includes(party) || (about && parties(about).includes(party));
        const elsewhere = party && about && !parties(about).includes(party);
        const unlike = kind && line.dataset.kind !== kind;
        line.hidden = !concerns || Boolean(elsewhere) || Boolean(unlike);
      });
      const none = [...group.children].every(line => line.hidden);
      (group.closest('.table') || group).hidden = none;
    });
    const shows = ({ marks }) => marks.some(mark =>
      (!party || parties(mark).includes(party)) && (!kind || mark.dataset.kind === kind));
    pictures.forEach(drawn => { drawn.picture.closest('figure').hidden = Boolean(kind) && !shows(drawn); });
    all('.nothing', main).forEach(note => note.remove());
    sections.forEach(({ section, lines, pictures, within }) => {
      section.hidden = Boolean(party && section.dataset.parties && !parties(section).includes(party));
      const offers = lines.length + pictures.length + within.length > 0;
      const some = lines.some(line => !line.hidden) || pictures.some(shows)
        || within.some(inner => !inner.hidden && !inner.matches('.empty'));
      // Who chooses a kind looks for that alone; who chooses a party wants to know where there is nothing.
      if (kind && !some) section.hidden = true;
      const empty = choosing && offers && !some && !section.dataset.parties;
      section.classList.toggle('empty', empty);
      if (empty) {
        const note = make('p', 'nothing');
        note.textContent = words.nothing;
        section.querySelector('h2, h3, h4').after(note);
      }
    });
    pictures.forEach(({ marks, kinds }) => marks.forEach(mark => {
      const other = party && mark.dataset.parties && !parties(mark).includes(party);
      const unlike = kind && kinds.has(kind) && mark.dataset.kind && mark.dataset.kind !== kind;
      mark.classList.toggle('dim', Boolean(other || unlike));
    }));
    // What is said of a list that is not shown goes with it.
    all('main section > p').forEach(text => {
      const [before, after] = [text.previousElementSibling, text.nextElementSibling];
      const gone = element => element && element.matches('ul, ol, .table') && element.hidden;
      const there = after && after.matches('ul, ol, .table') && !after.hidden;
      text.hidden = Boolean(kind) && Boolean(gone(after) || (gone(before) && !there));
    });
    if (kind && sections.every(({ section }) => section.hidden)) {
      const note = make('p', 'nothing');
      note.textContent = words.nothing;
      main.prepend(note);
    }
    // Paper has no controls: it says what was chosen.
    const said = select => select && select.value
      && `${select.labels[0].textContent}: ${select.selectedOptions[0].textContent}`;
    choice.textContent = [byParty, byKind].map(said).filter(Boolean).join('; ');
    choice.hidden = !choosing;
    if (choice.parentElement !== main || choice.previousElementSibling) main.prepend(choice);
    reset.hidden = !choosing;
    const visible = lines.filter(line => !line.hidden && !line.closest('section[hidden], section.empty')).length;
    shown.textContent = choosing ? words.shown.replace('{shown}', visible).replace('{all}', lines.length) : '';
  };
  const clear = () => {
    [byParty, byKind].forEach(select => { if (select) select.value = ''; });
    choose();
  };
  [byParty, byKind].forEach(select => { if (select) select.addEventListener('change', choose); });
  if (reset) {
    reset.addEventListener('click', () => {
      clear();
      (byParty || byKind).focus();
    });
  }
  // A browser may keep what was chosen when a page is read again.
  if ((byParty && byParty.value) || (byKind && byKind.value)) choose();
  const fold = (id, open) => {
    const button = document.getElementById(id);
    if (!button) return;
    button.addEventListener('click', () => all('main details').forEach(details => { details.open = open; }));
  };
  fold('unfold', true);
  fold('fold', false);

  // Paper has the whole of what is said; the grounds stay as the reader left them.
  const unfolded = [];
  addEventListener('beforeprint', () => {
    all('main details:not([open], .why), nav > details:not([open])').forEach(details => {
      if (details.querySelector(':scope > .grounds')) return;
      details.open = true;
      unfolded.push(details);
    });
  });
  addEventListener('afterprint', () => unfolded.splice(0).forEach(details => { details.open = false; }));

  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    if (!tip.hidden) hide();
    else if (reset && !reset.hidden && document.activeElement.closest('.controls')) clear();
  });
  // What a link leads to is there.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (target && target.getClientRects().length === 0) clear();
  });
})();
