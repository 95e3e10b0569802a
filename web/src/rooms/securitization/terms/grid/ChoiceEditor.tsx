import { Select } from 'antd';
import { useRef, useState } from 'react';
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
  const isDone = useRef(false);
  const [search, setSearch] = useState(typed);
  const [several, setSeveral] = useState(() => listed(current));
  const isOpen = (kind.of === 'choice' || kind.of === 'choices') && kind.open === true;
  const isMany = kind.of === 'choices';
  const offered = isOpen && !isMany && search !== '' && !options.some((option) => option.value === search) ? [...options, { value: search, label: search }] : options;
  /** Leaving the list blurs it: only the first word counts. */
  const end = (act: () => void) => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
  const cancel = () => end(onCancel);
  const commit = (text: string, columnBy = 0) => end(() => onCommit(text, 0, columnBy));
  const shared = {
    'aria-label': label, autoFocus: true, defaultOpen: true, showSearch: true, searchValue: search, onSearch: setSearch,
    optionFilterProp: 'label', style: { width: '100%', minWidth: isMany ? 'min(360px, 56vw)' : 180 }, popupMatchSelectWidth: false,
  } as const;
  if (!isMany) {
    return (
      <Select<string>
        {...shared}
        options={[...offered]}
        allowClear
        defaultValue={current === '' ? undefined : current}
        onSelect={(value) => commit(value)}
        onClear={() => commit('')}
        onBlur={cancel}
        onInputKeyDown={(event) => event.key === 'Escape' && cancel()}
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
        if (isDone.current) return;
        setSeveral(values);
        onChosen(values.join(', '));
        setSearch('');
      }}
      onBlur={() => commit(several.join(', '))}
      onInputKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        if (event.key === 'Tab') {
          event.preventDefault();
          commit(several.join(', '), event.shiftKey ? -1 : 1);
        }
      }}
    />
  );
}
