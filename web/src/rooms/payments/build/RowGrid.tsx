import { Button, Pagination } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { useState, type ClipboardEvent } from 'react';
import type { Channel, PayAccount } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import { ReadDialog } from './ReadDialog';
import styles from './Build.module.css';
import type { Note } from './notes';
import { cellsOf, columns, hasTitles, pasteAt, type Column } from './paste';
import { blankRow, type Row } from './rows';
import { RowLine } from './RowLine';

const perPage = 50;

interface Props {
  rows: readonly Row[];
  notes: ReadonlyMap<string, readonly Note[]>;
  /** What the server refused of a row. */
  refused: ReadonlyMap<string, readonly string[]>;
  account: PayAccount | undefined;
  purpose: string;
  channel: Channel | undefined;
  onRows: (rows: readonly Row[]) => void;
}

/** The payments as a table to type and paste into; a block with titles is read by them, one without goes where it is put. */
export function RowGrid({ rows, notes, refused, account, purpose, channel, onRows }: Props) {
  const t = useT();
  const [page, setPage] = useState(1);
  const [block, setBlock] = useState<string | null>(null);
  const last = Math.max(1, Math.ceil(rows.length / perPage));
  const current = Math.min(page, last);
  const start = (current - 1) * perPage;
  const closedLoop = account?.closedLoop === true;
  const replace = (index: number, row: Row) => onRows(rows.map((one, place) => (place === index ? row : one)));
  const paste = (event: ClipboardEvent, index: number, column: Column) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const cells = cellsOf(text);
    if (hasTitles(cells)) setBlock(text);
    else onRows(pasteAt(rows, index, column, cells));
  };
  const add = () => {
    onRows([...rows, blankRow(rows.at(-1)?.kind ?? channel?.kinds[0] ?? 'bank')]);
    setPage(Math.ceil((rows.length + 1) / perPage));
  };
  return (
    <>
      <div className={styles['scroll']} tabIndex={0}>
        <table className={styles['grid']} aria-label={t('pay.build.items')}>
          <thead>
            <tr>
              <th scope="col">{t('pay.item.n')}</th>
              {columns.map(column => (
                <th key={column} scope="col" className={column === 'amount' ? 'num' : undefined}>
                  {t(`pay.column.${column}`)}
                </th>
              ))}
              {closedLoop && <th scope="col">{t('pay.sources')}</th>}
              <th scope="col">
                <span className="visually-hidden">{t('hold.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(start, start + perPage).map((row, offset) => (
              <RowLine
                key={row.key}
                row={row}
                number={start + offset + 1}
                purpose={purpose}
                notes={notes.get(row.key) ?? []}
                refused={refused.get(row.key) ?? []}
                {...(closedLoop ? { account, rows } : {})}
                onChange={next => replace(start + offset, next)}
                onPaste={(event, column) => paste(event, start + offset, column)}
                onRemove={() => onRows(rows.filter(one => one.key !== row.key))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles['tools']} style={{ marginTop: 8, marginBottom: 0 }}>
        <Button size="small" icon={<PlusOutlined />} onClick={add}>
          {t('pay.build.add')}
        </Button>
        {rows.length > perPage && <Pagination size="small" current={current} pageSize={perPage} total={rows.length} showSizeChanger={false} onChange={setPage} />}
      </div>
      {block !== null && <ReadDialog text={block} accountId={account?.id ?? ''} purpose={purpose} rows={rows} onRows={onRows} onClose={() => setBlock(null)} />}
    </>
  );
}
