import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { policyKeys, receiveAidMoney, scalePool, setBudget, useSchemes } from '../../api/policy';
import type { BudgetRow } from '../../api/policyTypes';
import { useBooks } from '../../api/ledgerQueries';
import { parseMoney } from '../../format';
import { DayField } from '../../shell/DayField';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import { today } from '../today';

const written = [policyKeys, ['evidence'], ['approvals'], ['ledger']];
export const expenses = ['651201', '651202', '651203', '651204', '651205'] as const;

/** The year's money of a scheme: new, or changed from the version that stands. */
export function BudgetDialog({ row, onClose }: { row: BudgetRow | null; onClose: () => void }) {
  const t = useT();
  const write = useWriting(written, onClose);
  const schemes = useSchemes();
  const books = useBooks({ kind: 'fund', pageSize: 200 });
  const [scheme, setScheme] = useState(row?.scheme ?? '');
  const [year, setYear] = useState(row?.year ?? Number(today().slice(0, 4)));
  const [limit, setLimit] = useState(row?.limit ?? '');
  const [closes, setCloses] = useState(row?.closesOn ?? '');
  const [book, setBook] = useState(row?.bookId ?? '');
  const [expense, setExpense] = useState(row?.expense ?? '651201');
  const save = async () => {
    if (await write.run(() => setBudget({ scheme, year, limit: parseMoney(limit) ?? limit, from: row?.version ?? 0, closesOn: closes === '' ? null : closes, bookId: book === '' ? null : book, expense }), () => t('budgets.set.done'))) onClose();
  };
  return (
    <Modal open title={t(row === null ? 'budgets.new' : 'budgets.change')} okText={t('budgets.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: scheme === '' || limit.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['scheme', 'year', 'limit', 'closesOn', 'bookId', 'expense']} />
        <Field label={t('policy.name')} id="budget-scheme" name="scheme" findings={write.findings}><Select id="budget-scheme" showSearch optionFilterProp="label" disabled={row !== null} value={scheme === '' ? null : scheme} onChange={setScheme} options={(schemes.data?.rows ?? []).filter(one => one.kind === 'subsidy').map(one => ({ value: one.code, label: one.title }))} /></Field>
        <Field label={t('aid.year')} id="budget-year" name="year" findings={write.findings}><InputNumber id="budget-year" disabled={row !== null} min={1990} max={2199} precision={0} value={year} onChange={next => setYear(next ?? year)} /></Field>
        <Field label={t('budgets.limit.yuan')} id="budget-limit" name="limit" findings={write.findings}><Input id="budget-limit" inputMode="decimal" placeholder="200万" value={limit} onChange={event => setLimit(event.target.value)} /></Field>
        <Field label={t('budgets.closes')} id="budget-closes" name="closesOn" findings={write.findings}><DayField id="budget-closes" value={closes} onChange={setCloses} /></Field>
        <Field label={t('budgets.book')} id="budget-book" name="bookId" findings={write.findings} extra={t('budgets.book.note')}><Select id="budget-book" allowClear value={book === '' ? null : book} placeholder={t('budgets.book.none')} onChange={next => setBook(next ?? '')} options={(books.data?.items ?? []).map(one => ({ value: one.id, label: `${one.code} ${one.name}` }))} /></Field>
        {book !== '' && <Field label={t('budgets.expense')} id="budget-expense" name="expense" findings={write.findings}><Select id="budget-expense" value={expense} onChange={setExpense} options={expenses.map(code => ({ value: code as string, label: `${code} ${t(`aidExpense.${code}`)}` }))} /></Field>}
      </Form>
    </Modal>
  );
}

/** Money that came in for aid, into the budget's book. */
export function ReceiveDialog({ row, onClose }: { row: BudgetRow; onClose: () => void }) {
  const t = useT();
  const write = useWriting(written, onClose);
  const [amount, setAmount] = useState('');
  const [day, setDay] = useState(today());
  const [note, setNote] = useState('');
  const save = async () => {
    if (await write.run(() => receiveAidMoney(row.id, { from: row.version, amount: parseMoney(amount) ?? amount, day, note: note.trim() }), () => t('budgets.receive.done'))) onClose();
  };
  return (
    <Modal open title={t('budgets.receive')} okText={t('budgets.receive')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: amount.trim() === '' || note.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['amount', 'day', 'note']} />
        <Field label={t('policy.amount')} id="receive-amount" name="amount" findings={write.findings}><Input id="receive-amount" inputMode="decimal" value={amount} onChange={event => setAmount(event.target.value)} /></Field>
        <Field label={t('aid.day')} id="receive-day" name="day" findings={write.findings}><DayField id="receive-day" value={day} max={today()} clearable={false} onChange={setDay} /></Field>
        <Field label={t('budgets.receive.source')} id="receive-note" name="note" findings={write.findings}><Input id="receive-note" maxLength={500} value={note} onChange={event => setNote(event.target.value)} /></Field>
      </Form>
    </Modal>
  );
}

/** Divides a pool once; nothing more is approved after it. */
export function ScaleDialog({ row, onClose }: { row: BudgetRow; onClose: () => void }) {
  const t = useT();
  const write = useWriting(written, onClose);
  const [note, setNote] = useState('');
  const save = async () => {
    if (await write.run(() => scalePool(row.id, row.version, note.trim()), () => t('budgets.scale.done'))) onClose();
  };
  return (
    <Modal open title={t('budgets.scale')} okText={t('budgets.scale')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: note.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <p>{t('budgets.scale.note')}</p>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['note']} />
        <Field label={t('aid.note')} id="scale-note" name="note" findings={write.findings}><Input.TextArea id="scale-note" rows={2} maxLength={500} value={note} onChange={event => setNote(event.target.value)} /></Field>
      </Form>
    </Modal>
  );
}
