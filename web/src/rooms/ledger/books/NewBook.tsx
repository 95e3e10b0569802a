import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createBook } from '../../../api/ledger';
import { useCharts } from '../../../api/ledgerQueries';
import type { BookKind } from '../../../api/ledgerTypes';
import { wallTime } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../FieldNotes';
import { useWrite } from '../useWrite';

export const bookKinds: readonly BookKind[] = ['plan', 'bank', 'guarantor', 'insurer', 'fund', 'escrow'];

const fields = ['code', 'name', 'kind', 'openedOn'];
const codeForm = /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/;
const today = () => (wallTime(new Date().toISOString()) ?? '').slice(0, 10);

/** A book starts with the chart of accounts of its kind. */
export function NewBook({ onClose }: { onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const write = useWrite(onClose);
  const charts = useCharts();
  const [values, setValues] = useState(() => ({ code: '', name: '', kind: 'plan' as BookKind, openedOn: today() }));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const chart = charts.data?.charts.find(one => one.kind === values.kind);
  const wrongCode = values.code !== '' && !codeForm.test(values.code);
  const ready = values.code !== '' && !wrongCode && values.name.trim() !== '' && values.openedOn !== '';
  const create = async () => {
    let made = '';
    const done = await write.run(
      async () => {
        const book = await createBook({ ...values, name: values.name.trim() });
        made = book.id;
        return book;
      },
      book => book.name,
    );
    if (done) void navigate(`/ledger/books/${made}`);
  };
  return (
    <Modal
      open
      title={t('books.new')}
      okText={t('books.new')}
      cancelText={t('shell.cancel')}
      confirmLoading={write.busy}
      okButtonProps={{ disabled: !ready }}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <p className="soft">{t('books.new.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('books.code')} id="book-code" name="code" findings={write.findings} extra={t('books.code.help')}>
          <Input id="book-code" value={values.code} maxLength={40} autoComplete="off" status={wrongCode ? 'error' : ''} onChange={event => set({ code: event.target.value.trim() })} />
        </Field>
        <Field label={t('books.name')} id="book-name" name="name" findings={write.findings}>
          <Input id="book-name" value={values.name} maxLength={100} autoComplete="off" onChange={event => set({ name: event.target.value })} />
        </Field>
        <Field
          label={t('books.kind')}
          id="book-kind"
          name="kind"
          findings={write.findings}
          extra={chart === undefined ? undefined : t('books.new.chart', { name: t.either(chart.nameZh, chart.nameEn), count: chart.accounts.length, source: chart.source })}
        >
          <Select id="book-kind" value={values.kind} options={bookKinds.map(value => ({ value, label: t.code('bookKind', value) }))} onChange={kind => set({ kind })} />
        </Field>
        <Field label={t('books.openedOn')} id="book-opened" name="openedOn" findings={write.findings}>
          <DayField id="book-opened" value={values.openedOn} clearable={false} onChange={openedOn => set({ openedOn })} />
        </Field>
      </Form>
    </Modal>
  );
}
