import type { ComponentChildren } from 'preact';
import './table.css';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** The title is read out, not shown: for columns of buttons. */
  readonly hideTitle?: boolean;
  readonly align?: 'start' | 'end';
  cell(this: void, row: Row): ComponentChildren;
}

/**
 * A table that becomes a list of cards where the window is narrow. The roles are said again, because a table that is
 * drawn as something else would not be read out as one.
 */
export function Table<Row>({
  label,
  columns,
  rows,
  keyOf,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  keyOf(this: void, row: Row): string;
}) {
  return (
    <div class="table-frame">
      <table class="table" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ id, title, hideTitle, align }) => (
              <th key={id} role="columnheader" scope="col" class={align === 'end' ? 'cell-end' : ''}>
                {hideTitle ? <span class="hidden-visually">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ id, title, hideTitle, align, cell }) => (
                <td
                  key={id}
                  role="cell"
                  class={`cell-${id} ${align === 'end' ? 'cell-end' : ''}`}
                  data-title={hideTitle ? undefined : title}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
