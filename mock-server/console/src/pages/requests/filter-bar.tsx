/** The filters over the list: a text, and what the requests that there are can be told apart by. */
import { navigate, route, setQuery } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { about } from '../../api/world.ts';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { decisionName } from '../../calls/decision-name.ts';
import { FILTERS, valuesOf, type FilterName, type Filters } from './filters.ts';
import type { Entry } from './journal.ts';

const CLASSES = ['2xx', '4xx', '5xx'];

export function FilterBar({ entries, filters }: { readonly entries: readonly Entry[]; readonly filters: Filters }) {
  const words = t().requests.filters;
  return (
    <form class="filters" role="search" aria-label={words.title} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={words.text}
        type="search"
        placeholder={words.textPlaceholder}
        value={filters.text ?? ''}
        onValue={(text) => setQuery({ text })}
      />
      {FILTERS.map((name) => (
        <Select
          key={name}
          label={words[name]}
          value={filters[name] ?? ''}
          options={[{ value: '', label: words.any }, ...optionsOf(entries, name, filters[name])]}
          onValue={(value) => setQuery({ [name]: value })}
        />
      ))}
      {Object.keys(filters).length > 0 && (
        <Button kind="quiet" icon="close" onClick={() => navigate(route.value.path)}>
          {t().requests.clearFilters}
        </Button>
      )}
    </form>
  );
}

/** With the one that is chosen, also where no request has it any more. */
function optionsOf(entries: readonly Entry[], name: FilterName, chosen: string | undefined) {
  const found = valuesOf(entries, name).map(([value, count]) => ({
    value,
    label: `${labelOf(name, value)} (${number(count)})`,
  }));
  const classes = name === 'status' ? CLASSES.map((value) => ({ value, label: value })) : [];
  const all = [...classes, ...found];
  const isThere = chosen === undefined || all.some(({ value }) => value === chosen);
  return isThere ? all : [...all, { value: chosen, label: labelOf(name, chosen) }];
}

function labelOf(name: FilterName, value: string): string {
  if (name === 'decision') return decisionName(value);
  if (name === 'platform') return about.value?.platforms.find(({ id }) => id === value)?.title ?? value;
  return value;
}
