import { Select } from 'antd';
import { useT } from '../../../../words';
import { at, text } from '../../request';
import type { DeskProps } from '../desk';

interface Props extends DeskProps {
  path: string;
  words: readonly string[];
  label: string;
  optional?: boolean;
  /** Other words than those of the request. */
  area?: string;
  onChosen?: (word: string) => void;
}

/** One of the closed words of a request. */
export function WordSelect({ working, may, path, words, label, optional = false, area = 'valueWord', onChosen }: Props) {
  const t = useT();
  const value = text(at(working.request, path));
  return (
    <label>
      <span className="soft">{label}</span>
      <Select
        aria-label={label}
        disabled={!may}
        allowClear={optional}
        popupMatchSelectWidth={false}
        style={{ minWidth: 132 }}
        status={value === '' && !optional ? 'warning' : ''}
        placeholder={t('shell.unknown')}
        value={value === '' ? null : value}
        onChange={next => (onChosen === undefined ? working.set(path, next ?? undefined) : onChosen(next ?? ''))}
        options={words.map(word => ({ value: word, label: t.code(area, word) }))}
      />
    </label>
  );
}
