import { DeleteOutlined, FunctionOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Tooltip } from 'antd';
import type { AccountRow, Side } from '../../../../api/ledgerTypes';
import type { Finding } from '../../../../api/types';
import { exactYuan } from '../../../../format';
import { useT } from '../../../../words';
import { AccountPicker } from '../../AccountPicker';
import { findingAt, placeOf, sentenceOf } from '../../findings';
import { fill, lineAmount, sentIndex, type DraftLine } from './lines';
import styles from './Post.module.css';

interface Props {
  lines: readonly DraftLine[];
  index: number;
  accounts: readonly AccountRow[];
  findings: readonly Finding[];
  onChange: (change: Partial<DraftLine>) => void;
  onRemove: () => void;
}

/** One line: account, side, amount as people write it, and what the server refused about it. */
export function LineFields({ lines, index, accounts, findings, onChange, onRemove }: Props) {
  const t = useT();
  const line = lines[index];
  if (line === undefined) return null;
  const row = index + 1;
  const place = `lines[${sentIndex(lines, index)}]`;
  const own = findings.filter(finding => placeOf(finding).startsWith(place));
  const amount = lineAmount(line.amount);
  const missing = fill(lines, index);
  const labelled = (word: string) => `${t('post.line', { row })} ${word}`;
  return (
    <li className={styles['line']}>
      <span className={styles['number']}>{row}</span>
      <AccountPicker accounts={accounts} value={line.account} onChange={account => onChange({ account })} label={t('post.account')} wrong={findingAt(findings, `${place}.account`) !== undefined} />
      <Segmented<Side>
        block
        aria-label={labelled(t('content.side'))}
        value={line.side}
        onChange={side => onChange({ side })}
        options={(['debit', 'credit'] as const).map(value => ({ value, label: t.code('side', value) }))}
      />
      <div className={styles['amount']}>
        <Input
          value={line.amount}
          aria-label={labelled(t('post.amount'))}
          placeholder={t('post.amount')}
          inputMode="decimal"
          status={(line.amount.trim() !== '' && amount === null) || findingAt(findings, `${place}.amount`) !== undefined ? 'error' : ''}
          onChange={event => onChange({ amount: event.target.value })}
        />
        {line.amount.trim() !== '' && <span className={styles['read']}>{amount === null ? t('post.badMoney') : exactYuan(amount)}</span>}
      </div>
      <span className={styles['tools']}>
        <Tooltip title={t('post.fill')}>
          <Button type="text" icon={<FunctionOutlined />} aria-label={labelled(t('post.fill'))} disabled={missing === null} onClick={() => onChange({ amount: exactYuan(missing) })} />
        </Tooltip>
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('post.removeLine', { row })} disabled={lines.length <= 2} onClick={onRemove} />
      </span>
      {own.map(finding => (
        <span key={finding.code + finding.path} className={styles['wrong']}>
          {sentenceOf(t, finding)}
        </span>
      ))}
    </li>
  );
}
