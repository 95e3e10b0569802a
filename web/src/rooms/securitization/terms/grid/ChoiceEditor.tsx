import { Select } from 'antd';
import { useState } from 'react';
import { listed } from '../reading/readings';
import type { Kind } from '../fields/kinds';
import type { GridOption } from './model';

interface Props {
  label: string;
  kind: Kind;
  /** What was typed to open the list. */
  typed: string;
  current: string;
  onChosen(text: string): void;
  options: readonly GridOption[];
  onCommit(text: string, rowBy?: number, columnBy?: number): void;
  onCancel(): void;
}

/** The list of words of a cell, searched by typing; several where the cell holds several. */
export function ChoiceEditor({ label, kind, typed, current, options, onChosen, onCommit, onCancel }: Props) {
  const [search, setSearch] = useState(typed);
  const [several, setSeveral] = useState(() => listed(current));
  const isOpen = (kind.of === 'choice' || kind.of === 'choices') && kind.open === true;
  const isMany = kind.of === 'choices';
  const offered = isOpen && !isMany && search !== '' && !options.some((option) => option.value === search) ? [...options, { value: search, label: search }] : options;
  const shared = {
    'aria-label': label, autoFocus: true, defaultOpen: true, showSearch: true, searchValue: search, onSearch: setSearch,
    optionFilterProp: 'label', style: { width: '100%', minWidth: isMany ? 260 : 180 }, popupMatchSelectWidth: false,
  } as const;
  if (!isMany) {
    return (
      <Select<string>
        {...shared}
        options={[...offered]}
        allowClear
        defaultValue={current === '' ? undefined : current}
        onSelect={(value) => onCommit(value)}
        onClear={() => onCommit('')}
        onBlur={onCancel}
        onInputKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
    );
  }
  return (
    <Select<string[]>
      {...shared}
      options={[...offered]}
      mode={isOpen ? 'tags' : 'multiple'}
      value={several}
      onChange={(values) => {
        setSeveral(values);
        onChosen(values.join(', '));
        setSearch('');
      }}
      onBlur={() => onCommit(several.join(', '))}
      onInputKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Tab') {
          event.preventDefault();
          onCommit(several.join(', '), 0, event.shiftKey ? -1 : 1);
        }
      }}
    />
  );
}
