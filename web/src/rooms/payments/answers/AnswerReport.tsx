import { Alert, Table } from 'antd';
import { Link } from 'react-router';
import type { AnswerRead, HeardItem } from '../../../api/paymentTypes';
import { Fen } from '../../../shell/Fen';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { PayFindings } from '../PayFindings';
import styles from '../Payments.module.css';
import { heedTones, paymentTones } from '../tones';
import { Two } from '../Two';

/** What an answer file did, payment by payment. */
export function AnswerReport({ file, read }: { file: string; read: AnswerRead }) {
  const t = useT();
  const summary = t('pay.answer.summary', { file, format: read.formats.join(', '), items: read.items.length, moved: read.moved, unknown: read.unknown });
  return (
    <div className={styles['stack']} style={{ marginTop: 12 }} role="status">
      <Alert type={read.repeated || read.unknown > 0 ? 'warning' : 'success'} showIcon message={read.repeated ? t('pay.answer.repeated') : summary} description={read.repeated ? summary : undefined} />
      {read.findings.length > 0 && <PayFindings findings={read.findings} />}
      {read.items.length > 0 && (
        <Table<HeardItem>
          size="small"
          rowKey="endToEndId"
          dataSource={read.items}
          scroll={{ x: 800, y: 360 }}
          pagination={read.items.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
          columns={[
            { title: t('pay.item'), width: 150, render: (_, item) => <Link to={`/payments/batches/${item.batchId}`}>{`${item.batch} #${item.item}`}</Link> },
            { title: t('pay.payee'), render: (_, item) => <Two first={item.payeeName} second={item.endToEndId} /> },
            { title: t('pay.amount.yuan'), width: 130, align: 'right', render: (_, item) => <Fen value={item.amount} /> },
            { title: t('pay.answer.said'), width: 110, render: (_, item) => t.code('paySaid', item.said) },
            { title: t('pay.answer.heed'), width: 130, render: (_, item) => <StateMark tone={heedTones[item.heed]}>{t.code('payHeed', item.heed)}</StateMark> },
            { title: t('pay.answer.now'), width: 150, render: (_, item) => <Two first={<StateMark tone={paymentTones[item.state]}>{t.code('payState', item.state)}</StateMark>} second={item.note} /> },
          ]}
        />
      )}
    </div>
  );
}
