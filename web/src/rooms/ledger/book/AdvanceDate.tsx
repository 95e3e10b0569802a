import { CalendarOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Modal, Table } from 'antd';
import { useState } from 'react';
import { advanceDate } from '../../../api/ledger';
import { useHolds } from '../../../api/ledgerQueries';
import type { BookRow, HoldRow } from '../../../api/ledgerTypes';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Fen } from '../../../shell/Fen';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../FieldNotes';
import { useWrite } from '../useWrite';
import { expiringBy, nextDay } from './dates';

const pending = { state: 'pending', page: 1, pageSize: 200 };

function Expiring({ holds, loading }: { holds: readonly HoldRow[]; loading: boolean }) {
  const t = useT();
  return (
    <>
      <h3 style={{ marginBottom: 6 }}>{t('book.advance.expiring')}</h3>
      <Table<HoldRow>
        size="small"
        rowKey="id"
        pagination={false}
        loading={loading}
        dataSource={[...holds]}
        scroll={{ x: 420, y: 240 }}
        locale={{ emptyText: <span className="soft">{t('book.advance.none')}</span> }}
        columns={[
          { title: t('hold.expires'), width: 110, render: (_, hold) => formatDate(hold.expires) },
          { title: t('entry.memo'), render: (_, hold) => hold.memo },
          { title: t('hold.amount.yuan'), width: 140, align: 'right', render: (_, hold) => <Fen value={hold.amount} /> },
        ]}
      />
    </>
  );
}

function AdvanceDialog({ book, onClose }: { book: BookRow; onClose: () => void }) {
  const t = useT();
  const write = useWrite(onClose);
  const [date, setDate] = useState(() => nextDay(book.businessDate));
  const holds = useHolds(book.id, pending);
  const listed = holds.data?.items ?? [];
  const total = holds.data?.total ?? 0;
  const forward = date > book.businessDate;
  const advance = async () => {
    const done = await write.run(
      () => advanceDate(book.id, date),
      answer => t('book.advance.done', { date, count: answer.expired.length }),
    );
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={t('book.advance')}
      okText={t('book.advance')}
      cancelText={t('shell.cancel')}
      confirmLoading={write.busy}
      okButtonProps={{ disabled: !forward }}
      onOk={() => void advance()}
      onCancel={onClose}
    >
      <p className="soft">{t('book.advance.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['date']} />
        <Field label={t('book.advance.to')} id="business-date" name="date" findings={write.findings} extra={t('book.state', { date: book.businessDate })}>
          <DayField id="business-date" value={date} min={nextDay(book.businessDate)} clearable={false} onChange={setDate} />
        </Field>
      </Form>
      <Expiring holds={expiringBy(listed, date)} loading={holds.isPending} />
      {total > listed.length && <Alert style={{ marginTop: 8 }} type="warning" message={t('book.advance.more', { count: total })} />}
    </Modal>
  );
}

/** The book's own day, apart from the clock: moving it on lets holds expire. */
export function AdvanceDate({ book }: { book: BookRow }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalendarOutlined />} onClick={() => setOpen(true)}>
        {t('book.advance')}
      </Button>
      {open && <AdvanceDialog book={book} onClose={() => setOpen(false)} />}
    </>
  );
}
