import { Button, Input, Modal, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useClosedLoop } from '../../../api/paymentQueries';
import type { Source } from '../../../api/reconciliationTypes';
import { compareAmounts, difference, formatMoney, parseMoney, sum } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { useT } from '../../../words';
import { Two } from '../Two';
import styles from './Build.module.css';
import type { Row } from './rows';
import { leftOf } from './sources';

interface Props {
  account: string;
  row: Row;
  rows: readonly Row[];
  onChange: (row: Row) => void;
  onClose: () => void;
}

/** Which money a payment of a closed-loop account uses: amounts of its sources, together the payment's. */
export function SourceDialog({ account, row, rows, onChange, onClose }: Props) {
  const t = useT();
  const loop = useClosedLoop(account);
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(row.sources.map(use => [use.id, formatMoney(use.amount, 'yuan')])));
  const sources = loop.data?.sourceList ?? [];
  const left = leftOf(sources, rows.filter(one => one.key !== row.key));
  const amount = parseMoney(row.amount);
  const read = Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .map(([id, text]) => ({ id, amount: parseMoney(text) }));
  const taken = sum(read.map(use => use.amount)) ?? '0.00';
  const rest = amount === null ? null : difference(amount, taken);
  const sound = read.every(use => use.amount !== null && compareAmounts(use.amount, left.get(use.id) ?? '0') <= 0);
  const fill = (source: Source) => {
    const others = sum(read.filter(use => use.id !== source.id).map(use => use.amount)) ?? '0.00';
    const wanted = difference(amount ?? '0', others) ?? '0';
    const most = left.get(source.id) ?? '0';
    setTyped({ ...typed, [source.id]: formatMoney(compareAmounts(wanted, most) <= 0 ? wanted : most, 'yuan') });
  };
  const take = () => {
    onChange({ ...row, sources: read.flatMap(use => (use.amount === null ? [] : [{ id: use.id, amount: use.amount }])) });
    onClose();
  };
  return (
    <Modal open width={760} title={t('pay.sources.title', { name: row.payeeName, amount: formatMoney(amount, 'yuan') })} okText={t('pay.sources.take')} cancelText={t('shell.cancel')} okButtonProps={{ disabled: !sound }} onOk={take} onCancel={onClose}>
      {loop.isError && <Failure reason={loop.error} onRetry={() => void loop.refetch()} />}
      {loop.isPending && <Skeleton active title={false} />}
      {loop.data !== undefined && (
        <Table<Source>
          size="small"
          rowKey="id"
          dataSource={sources}
          pagination={false}
          scroll={{ x: 640, y: 320 }}
          locale={{ emptyText: <Nothing>{t('pay.sources.none')}</Nothing> }}
          columns={[
            { title: t('pay.day'), width: 104, dataIndex: 'day' },
            { title: t('pay.sources.from'), render: (_, source) => <Two first={source.from} second={source.reference} /> },
            { title: t('pay.sources.left'), width: 140, align: 'right', render: (_, source) => <Fen value={left.get(source.id)} /> },
            {
              title: t('pay.sources.use'),
              width: 210,
              render: (_, source) => (
                <span style={{ display: 'flex', gap: 6 }}>
                  <Input size="small" className={styles['amount'] ?? ''} aria-label={`${t('pay.sources.use')} ${source.from}`} value={typed[source.id] ?? ''} onChange={event => setTyped({ ...typed, [source.id]: event.target.value })} />
                  <Button size="small" onClick={() => fill(source)}>
                    {t('pay.sources.fill')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {rest !== null && <p className={compareAmounts(rest, '0') === 0 ? 'soft' : (styles['amber'] ?? '')} style={{ marginTop: 8 }}>{t('pay.sources.rest', { amount: formatMoney(rest, 'yuan') })}</p>}
    </Modal>
  );
}
