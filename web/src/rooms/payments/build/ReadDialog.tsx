import { Alert, Button, Input, Modal, Spin, Table } from 'antd';
import { useEffect, useState } from 'react';
import { readTable } from '../../../api/payments';
import { ApiProblem } from '../../../api/problem';
import type { TableRead } from '../../../api/paymentTypes';
import type { Finding } from '../../../api/types';
import { formatMoney } from '../../../format';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { PayFindings } from '../PayFindings';
import { FileDrop } from '../FileDrop';
import styles from '../Payments.module.css';
import { joined } from './paste';
import { rowOf, type Row } from './rows';
import { template } from './template';

interface Props {
  /** A block pasted already, to be read at once; empty to ask for one. */
  text: string;
  accountId: string;
  purpose: string;
  rows: readonly Row[];
  onRows: (rows: readonly Row[]) => void;
  onClose: () => void;
}

/** A table with titles, pasted or from a file: read, looked at, then taken into the batch. */
export function ReadDialog({ text, accountId, purpose, rows, onRows, onClose }: Props) {
  const t = useT();
  const refusedNotice = useFailureNotice();
  const [typed, setTyped] = useState(text);
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<TableRead | null>(null);
  const [refused, setRefused] = useState<readonly Finding[]>([]);
  const take = async (content: Blob, name: string) => {
    setBusy(true);
    setRefused([]);
    try {
      setRead(await readTable(content, name, accountId, purpose));
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setRefused(reason.findings);
      else refusedNotice(reason);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    if (text !== '') void take(new Blob([text]), 'clipboard.txt');
    // The block is read once, when the dialog opens with it.
  }, []);
  const put = (all: boolean) => {
    const more = (read?.items ?? []).map(rowOf);
    onRows(all ? more : joined(rows, more));
    onClose();
  };
  const footer =
    read === null
      ? [
          <Button key="read" type="primary" disabled={typed.trim() === ''} loading={busy} onClick={() => void take(new Blob([typed]), 'clipboard.txt')}>
            {t('pay.read.read')}
          </Button>,
        ]
      : [
          <Button key="again" onClick={() => setRead(null)}>
            {t('deals.import.again')}
          </Button>,
          <Button key="append" onClick={() => put(false)}>
            {t('pay.read.append')}
          </Button>,
          <Button key="replace" type="primary" onClick={() => put(true)}>
            {t('pay.read.replace')}
          </Button>,
        ];
  return (
    <Modal open width={860} title={t('pay.build.read')} footer={footer} onCancel={onClose}>
      <Spin spinning={busy}>
        <div className={styles['stack']}>
          <OtherFindings findings={refused} fields={[]} />
          {read === null ? (
            <>
              <FileDrop accept=".xlsx,.csv,.txt" label={t('pay.read.drop')} note={t('pay.read.note')} onFile={file => void take(file, file.name)} />
              <Input.TextArea rows={6} aria-label={t('pay.read.paste')} placeholder={t('pay.read.paste')} value={typed} onChange={event => setTyped(event.target.value)} />
              <a href={template} download="payments.csv">
                {t('pay.read.template')}
              </a>
            </>
          ) : (
            <>
              <Alert type={read.findings.length === 0 ? 'success' : 'warning'} showIcon message={t('pay.read.found', { count: read.items.length, total: read.total === '' ? '—' : formatMoney(read.total, 'yuan'), findings: read.findings.length })} />
              {read.findings.length > 0 && <PayFindings findings={read.findings} />}
              <Table
                size="small"
                rowKey="place"
                dataSource={read.items.map((item, index) => ({ ...item, place: read.places[index] ?? String(index) }))}
                pagination={read.items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
                scroll={{ x: 720, y: 300 }}
                columns={[
                  { title: t('pay.read.place'), width: 80, dataIndex: 'place' },
                  { title: t('pay.payee'), dataIndex: 'payeeName' },
                  { title: t('pay.number'), width: 190, dataIndex: 'account' },
                  { title: t('pay.amount.yuan'), width: 140, align: 'right', render: (_, item) => formatMoney(item.amount, 'yuan') },
                  { title: t('pay.loanNo'), width: 110, dataIndex: 'loanNo' },
                ]}
              />
            </>
          )}
        </div>
      </Spin>
    </Modal>
  );
}
