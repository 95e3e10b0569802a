import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useBooks } from '../../../api/ledgerQueries';
import { loanKeys, makeFacility } from '../../../api/loans';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { daysAfter, today } from '../../today';
import styles from '../Lending.module.css';

interface Props {
  onClose: () => void;
  onMade: (id: string) => void;
}

/** Members one a line: number, name, cap in yuan; pasted from a sheet or typed. */
export function members(text: string) {
  return text
    .split('\n')
    .map(line => line.split(/[\t,，]/).map(cell => cell.trim()))
    .filter(cells => (cells[0] ?? '') !== '')
    .map(([memberNo = '', name = '', cap = '']) => ({ memberNo, name, kind: 'person', cap: cap === '' ? null : cap }));
}

const lines = (text: string) => text.split('\n').map(one => one.trim()).filter(one => one !== '');

/** A line of credit under a signed contract. */
export function NewFacility({ onClose, onMade }: Props) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const books = useBooks({ pageSize: 200 });
  const [given, setGiven] = useState({ number: '', kind: 'revolving', borrower: '', amount: '', from: today(), until: daysAfter(today(), 365), bookId: '', resolutionNo: '', resolutionUntil: '', mostLtv: '', uses: '', conditions: '', members: '' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    let made = '';
    const order = {
      number: given.number, kind: given.kind, borrower: given.borrower, amount: given.amount.replaceAll(',', '').trim(), from: given.from, until: given.until, bookId: given.bookId, resolutionNo: given.resolutionNo === '' ? null : given.resolutionNo,
      resolutionUntil: given.resolutionUntil === '' ? null : given.resolutionUntil, mostLtv: given.mostLtv === '' ? null : given.mostLtv, uses: lines(given.uses), conditions: lines(given.conditions), members: given.kind === 'collective' ? members(given.members) : [],
    };
    const done = await write.run(
      () => makeFacility(order),
      answer => {
        made = answer.row.id;
        return t('facility.made');
      },
    );
    if (done) onMade(made);
  };
  const text = (name: 'number' | 'borrower' | 'amount' | 'resolutionNo' | 'mostLtv', label: string, extra?: string) => (
    <Field label={label} id={`line-${name}`} name={name} findings={write.findings} extra={extra}>
      <Input id={`line-${name}`} translate="no" value={given[name]} onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  const area = (name: 'uses' | 'conditions' | 'members', label: string, extra: string) => (
    <div className={styles['wide']}>
      <Field label={label} id={`line-${name}`} name={name} findings={write.findings} extra={extra}>
        <Input.TextArea id={`line-${name}`} autoSize={{ minRows: 2, maxRows: 8 }} value={given[name]} onChange={event => set({ [name]: event.target.value })} />
      </Field>
    </div>
  );
  return (
    <Modal open width={720} title={t('facility.new')} okText={t('facility.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.bookId === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['number', 'kind', 'borrower', 'amount', 'from', 'until', 'bookId', 'resolutionNo', 'resolutionUntil', 'mostLtv', 'uses', 'conditions', 'members']} />
        <div className={styles['grid']}>
          {text('number', t('facility.number'))}
          <Field label={t('facility.kind')} id="line-kind" name="kind" findings={write.findings}>
            <Select id="line-kind" value={given.kind} onChange={kind => set({ kind })} options={['single', 'revolving', 'collective'].map(one => ({ value: one, label: t.code('facilityKind', one) }))} />
          </Field>
          {text('borrower', t('loan.borrower'))}
          {text('amount', t('facility.amount', { unit: t('shell.unit.yuan') }))}
          <Field label={t('facility.from')} id="line-from" name="from" findings={write.findings}>
            <DayField id="line-from" value={given.from} clearable={false} onChange={from => set({ from })} />
          </Field>
          <Field label={t('facility.until')} id="line-until" name="until" findings={write.findings}>
            <DayField id="line-until" value={given.until} clearable={false} onChange={until => set({ until })} />
          </Field>
          <Field label={t('facility.book')} id="line-book" name="bookId" findings={write.findings} extra={t('facility.book.help')}>
            <Select id="line-book" value={given.bookId === '' ? null : given.bookId} onChange={bookId => set({ bookId })} options={(books.data?.items ?? []).filter(one => one.kind === 'bank').map(one => ({ value: one.id, label: `${one.code} ${one.name}` }))} />
          </Field>
          {text('mostLtv', t('facility.ltv'), t('facility.ltv.help'))}
          {text('resolutionNo', t('facility.resolution'))}
          <Field label={t('facility.resolutionUntil')} id="line-resolution-until" name="resolutionUntil" findings={write.findings}>
            <DayField id="line-resolution-until" value={given.resolutionUntil} onChange={resolutionUntil => set({ resolutionUntil })} />
          </Field>
          {area('conditions', t('facility.conditions'), t('facility.lines.help'))}
          {area('uses', t('facility.uses'), t('facility.uses.help'))}
          {given.kind === 'collective' && area('members', t('facility.members'), t('facility.members.help'))}
        </div>
      </Form>
    </Modal>
  );
}
