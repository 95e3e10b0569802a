import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState, type ClipboardEvent } from 'react';
import type { PayAccount } from '../../../api/paymentTypes';
import { formatMoney, parseMoney } from '../../../format';
import { useT } from '../../../words';
import styles from './Build.module.css';
import type { Note } from './notes';
import { cellOf, columns, withCell, type Column } from './paste';
import type { Row } from './rows';
import { takenBy } from './sources';
import { SourceDialog } from './SourceDialog';

interface Props {
  row: Row;
  number: number;
  /** The batch's, for rows that name none. */
  purpose: string;
  notes: readonly Note[];
  refused: readonly string[];
  /** Of a closed-loop account, with every row: they share its sources. */
  account?: PayAccount;
  rows?: readonly Row[];
  onChange: (row: Row) => void;
  onPaste: (event: ClipboardEvent, column: Column) => void;
  onRemove: () => void;
}

/** One payment of the table, with what is said of it below the payee. */
export function RowLine({ row, number, purpose, notes, refused, account, rows, onChange, onPaste, onRemove }: Props) {
  const t = useT();
  const [choosing, setChoosing] = useState(false);
  const label = (column: Column) => `${t(`pay.column.${column}`)} ${number}`;
  const field = (column: Column) => {
    if (column === 'kind') {
      return (
        <Select
          size="small"
          className={styles['kind'] ?? ''}
          aria-label={label(column)}
          value={row.kind}
          onChange={kind => onChange({ ...row, kind })}
          options={(['bank', 'ecny_wallet'] as const).map(value => ({ value, label: t(`payKind.${value}`) }))}
        />
      );
    }
    const none = column === 'agentCnaps' && row.kind === 'ecny_wallet';
    return (
      <Input
        size="small"
        className={column === 'amount' ? (styles['amount'] ?? '') : ''}
        aria-label={label(column)}
        disabled={none}
        value={none ? '' : cellOf(row, column)}
        placeholder={column === 'purpose' ? purpose : ''}
        onChange={event => onChange(withCell(row, column, event.target.value))}
        onPaste={event => onPaste(event, column)}
        {...(column === 'amount' ? { onBlur: () => onChange({ ...row, amount: parseMoney(row.amount) === null ? row.amount : formatMoney(parseMoney(row.amount), 'yuan') }) } : {})}
      />
    );
  };
  return (
    <tr>
      <td>{number}</td>
      {columns.map(column => (
        <td key={column}>
          {field(column)}
          {column === 'payeeName' && notes.length + refused.length > 0 && (
            <ul className={styles['notes']}>
              {notes.map(note => (
                <li key={note.word} className={styles[note.tone]}>
                  {t(note.word, note.places)}
                </li>
              ))}
              {refused.map(text => (
                <li key={text} className={styles['red']}>
                  {text}
                </li>
              ))}
            </ul>
          )}
        </td>
      ))}
      {account !== undefined && (
        <td>
          <Button size="small" onClick={() => setChoosing(true)}>
            {row.sources.length === 0 ? t('pay.sources.choose') : formatMoney(takenBy(row), 'yuan')}
          </Button>
          {choosing && <SourceDialog account={account.id} row={row} rows={rows ?? []} onChange={onChange} onClose={() => setChoosing(false)} />}
        </td>
      )}
      <td>
        <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('pay.build.remove', { number })} onClick={onRemove} />
      </td>
    </tr>
  );
}
