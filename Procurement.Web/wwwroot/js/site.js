// Makes the pages quicker for those whose browser runs it; every page works without it.
(() => {
  'use strict';

  const persian = document.documentElement.lang === 'fa';
  const latin = text => text.replace(/[۰-۹٠-٩]/g, d => d.charCodeAt(0) & 0xf);
  const shown = text => persian ? latin(text).replace(/[0-9]/g, d => String.fromCharCode(0x6f0 + +d)) : latin(text);
  const say = text => { document.getElementById('live').textContent = text; };
  const typing = target => target.closest('input, textarea, select, [contenteditable]') !== null;

  // The search box by one key, on every page.
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const search = document.getElementById('global-search');
    if (!search) return;
    event.preventDefault();
    search.focus();
  });

  // The letter on the key, also while the keyboard writes Persian: then the key says «ت» where j is printed.
  const letter = event => /^[ -~]/.test(event.key) ? event.key : /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase() ?? event.key;

  // On to the next thing that waits, from every page.
  document.addEventListener('keydown', event => {
    if (letter(event) !== 'n' || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    document.querySelector('[data-next]')?.click();
  });

  // The inbox by keys: j and k move, Enter opens, s and r go to signing and to returning, x picks. It begins at the row that stands open.
  const rows = () => [...document.querySelectorAll('[data-inbox] tbody tr')];
  const opened = () => rows().findIndex(row => row.classList.contains('row-open'));
  let here = opened();
  const goTo = index => {
    const all = rows();
    if (all.length === 0) return;
    here = Math.max(0, Math.min(index, all.length - 1));
    all.forEach((row, i) => row.classList.toggle('row-here', i === here));
    all[here].querySelector('.row-link').focus();
    all[here].scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const all = rows();
    const onCheckBox = event.target.matches('[type="checkbox"]');
    if (all.length === 0 || (typing(event.target) && !onCheckBox)) return;
    const open = anchor => {
      const row = all[here];
      if (row?.classList.contains('row-open')) { history.replaceState(null, '', anchor); openAction(); }
      else if (row) location.href = row.dataset.href + anchor;
    };
    switch (letter(event)) {
      case 'j': goTo(here + 1); break;
      case 'k': goTo(here - 1); break;
      case 's': open('#sign'); break;
      case 'r': open('#return'); break;
      case 'x': all[here]?.querySelector('[type="checkbox"]:enabled')?.click(); break;
      default: return;
    }
    event.preventDefault();
  });
  document.addEventListener('focusin', event => {
    const row = event.target.closest('[data-inbox] tbody tr');
    if (row) { here = rows().indexOf(row); rows().forEach(other => other.classList.toggle('row-here', other === row)); }
  });
  const countChecked = () => {
    for (const button of document.querySelectorAll('[data-count-checked]')) {
      button.dataset.plain ??= button.textContent;
      const count = button.form.querySelectorAll('[name="selected"]:checked').length;
      button.disabled = count === 0;
      button.textContent = count === 0 ? button.dataset.plain : button.dataset.countChecked.replace('#', shown(String(count)));
    }
  };
  document.addEventListener('change', event => { if (event.target.name === 'selected') countChecked(); });

  // An address that ends in #sign or #return opens that action and waits in its first field.
  const openAction = () => {
    const action = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!action || !action.classList.contains('action')) return;
    if (action instanceof HTMLDetailsElement) action.open = true;
    (action.querySelector('textarea, input:not([type="hidden"]), button') ?? action).focus();
  };
  addEventListener('hashchange', openAction);

  // Line grids: add and remove without a round trip, Enter to the next line, paste from a spreadsheet.
  const gridOf = element => element.closest('[data-line-grid]');
  const linesOf = grid => [...grid.querySelectorAll('tbody tr')];
  const fieldsOf = line => [...line.querySelectorAll('input:not([type="hidden"]), textarea, select')];
  const renumber = grid => linesOf(grid).forEach((line, index) => {
    line.querySelector('[data-row-number]').textContent = shown(String(index + 1));
    for (const field of line.querySelectorAll('[name]')) {
      if (field.name === 'grid') field.value = field.value.replace(/:\d+$/, `:${index}`);
      else field.name = field.name.replace(/\[\d+\]/, `[${index}]`);
      if (field.id) field.id = field.id.replace(/_\d+__/, `_${index}__`);
    }
  });
  const addLine = grid => {
    const max = +grid.dataset.max;
    if (linesOf(grid).length >= max) return null;
    const line = grid.querySelector('template').content.querySelector('tr').cloneNode(true);
    grid.querySelector('tbody').append(line);
    renumber(grid);
    grid.querySelector('[data-add-row]').disabled = linesOf(grid).length >= max;
    return line;
  };
  const numeric = field => ['number', 'rials', 'date'].includes(field.dataset.kind);
  const put = (field, text) => {
    const value = text.trim();
    if (field instanceof HTMLSelectElement) {
      const match = [...field.options].find(option => option.value === value || option.text.trim() === value);
      if (match) field.value = match.value;
    } else {
      field.value = numeric(field) ? shown(value) : value;
    }
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-add-row], [data-remove-row]');
    const grid = button && gridOf(button);
    if (!grid) return;
    event.preventDefault();
    if (button.matches('[data-add-row]')) {
      const line = addLine(grid);
      if (line) fieldsOf(line)[0].focus();
      return;
    }
    const line = button.closest('tr');
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    renumber(grid);
    grid.querySelector('[data-add-row]').disabled = false;
    (next ? fieldsOf(next)[0] : grid.querySelector('[data-add-row]')).focus();
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    const grid = event.target.matches('input, textarea') && gridOf(event.target);
    if (!grid) return;
    event.preventDefault();
    const line = event.target.closest('tr');
    const column = fieldsOf(line).indexOf(event.target);
    const next = line.nextElementSibling ?? addLine(grid);
    if (next) fieldsOf(next)[line.nextElementSibling === next && column > 0 ? column : 0].focus();
  });
  document.addEventListener('paste', event => {
    const grid = event.target.matches?.('input, textarea') && gridOf(event.target);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!grid || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    let line = event.target.closest('tr');
    const column = fieldsOf(line).indexOf(event.target);
    let count = 0;
    for (const cells of text.trimEnd().split(/\r?\n/).map(row => row.split('\t'))) {
      if (!line) break;
      const fields = fieldsOf(line);
      cells.forEach((cell, i) => { if (fields[column + i]) put(fields[column + i], cell); });
      count++;
      line = line.nextElementSibling ?? addLine(grid);
    }
    say(grid.dataset.pasted.replace('#', shown(String(count))));
  });

  // Suggestions under a field that names something: a plain list of the browser's own, asked for once typing pauses.
  let asking;
  document.addEventListener('input', event => {
    const field = event.target;
    if (!field.dataset?.suggest || field.value.trim().length < 2) return;
    clearTimeout(asking);
    asking = setTimeout(async () => {
      const typed = field.value;
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`, { headers: { accept: 'application/json' } }).catch(() => null);
      if (!answer?.ok || field.value !== typed) return;
      let list = document.getElementById('suggestions');
      if (!list) {
        list = document.createElement('datalist');
        list.id = 'suggestions';
        document.body.append(list);
      }
      list.replaceChildren(...(await answer.json()).map(item => {
        const option = document.createElement('option');
        option.value = item.value;
        option.label = `${item.label} · ${item.hint}`;
        return option;
      }));
      field.setAttribute('list', 'suggestions');
    }, 200);
  });

  // Digits in the reader's script and grouping in threes once a number field is left.
  document.addEventListener('focusout', event => {
    const field = event.target;
    if (!field.dataset || !numeric(field)) return;
    let value = latin(field.value.trim());
    if (field.dataset.kind === 'rials' && /^\d{4,}$/.test(value)) value = value.replace(/\B(?=(\d{3})+$)/g, persian ? '٬' : ',');
    field.value = shown(value);
  });

  // One press, one request: the server would notice a second one, the reader should not have to wonder.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
    setTimeout(release, 5000, form); // the network may have been cut: trying again is safe
  });
  const release = form => { delete form.dataset.sent; form.removeAttribute('aria-busy'); };
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(release));

  const arrive = root => {
    for (const hint of root.querySelectorAll('[data-keys]')) hint.hidden = false;
    countChecked();
  };
  document.addEventListener('htmx:afterSettle', event => {
    here = opened();
    arrive(document);
    const part = event.detail.target?.isConnected ? event.detail.target : document.getElementById(event.detail.target?.id);
    if (part?.dataset.announce) say(part.dataset.announce);
  });
  arrive(document);
  addEventListener('load', openAction); // not before: going to the anchor takes the focus away
  document.querySelector('[data-focus]')?.focus();
})();
