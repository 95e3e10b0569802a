import { Form, Input, InputNumber, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { loanKeys, recordEvent, tryEvent, undoEvent } from '../../../api/loans';
import type { LoanDetail, LoanTried } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Fen } from '../../../shell/Fen';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { eventOrder, termsInForce, type EventForm, type LoanEventName } from './eventOrders';
import { loanClasses } from './loanTones';

const undoable = ['receipt', 'prepaid', 'fee', 'misuse', 'judged', 'repriced'];
const methods = ['equalInstalment', 'equalPrincipal', 'interestThenBullet', 'bullet'];

/** Anything that happens to a loan besides money coming in: first what it does, then it is sent; most of it waits for a second person. */
export function EventDialog({ detail, name, onClose }: { detail: LoanDetail; name: LoanEventName; onClose: () => void }) {
  const t = useT();
  const trying = useWriting([]);
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const terms = termsInForce(detail);
  const single = terms['count'] === 1 && terms['firstDueOn'] !== undefined;
  const [form, setForm] = useState<EventForm>({ amount: '', effective: today(), note: '', rate: detail.row.rate, atBest: '', method: 'equalInstalment', count: Number(terms['count'] ?? 12), until: detail.row.maturity ?? '', arrears: '', n: null });
  const [tried, setTried] = useState<LoanTried | null>(null);
  const set = (part: Partial<EventForm>) => {
    // What was tried is of another form.
    setTried(null);
    setForm(before => ({ ...before, ...part }));
  };
  const go = async () => {
    const order = eventOrder(name, form, detail);
    if (tried === null) {
      await trying.run(
        () => tryEvent(detail.row.id, name, order),
        answer => {
          setTried(answer);
          return t('loanEvent.tried');
        },
      );
      return;
    }
    const send = () => (name === 'undo' ? undoEvent(detail.row.id, order as { n: number; reason: string; baseVersion: number }) : recordEvent(detail.row.id, name, order));
    if (await write.run(send, () => t('loan.recorded'))) onClose();
  };
  const findings = [...trying.findings, ...write.findings];
  const shows = (...names: LoanEventName[]) => names.includes(name);
  return (
    <Modal open width={760} title={`${t(`loanEvent.${name}`)} · ${detail.row.number}`} okText={t(tried === null ? 'loanEvent.try' : 'loanEvent.send')} okButtonProps={{ danger: tried !== null && name === 'write-off', disabled: name === 'undo' && form.n === null }} cancelText={t('shell.cancel')} confirmLoading={trying.busy || write.busy} onOk={() => void go()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={findings} fields={['amount', 'effective', 'note', 'reason', 'annualRate', 'atBest', 'n', 'terms.count', 'terms.method', 'terms.annualRate', 'terms.firstDueOn', 'arrearsDueOn']} />
        <div className={styles['grid']}>
          {shows('fees', 'misuses') && (
            <Field label={t(name === 'fees' ? 'loan.amount' : 'loanEvent.misused')} id="event-amount" name="amount" findings={findings}>
              <Input id="event-amount" inputMode="decimal" value={form.amount} onChange={event => set({ amount: event.target.value })} />
            </Field>
          )}
          {shows('undo') ? (
            <Field label={t('loanEvent.which')} id="event-n" name="n" findings={findings}>
              <Select id="event-n" value={form.n} onChange={n => set({ n })} options={detail.events.filter(one => one.undoneOn == null && undoable.includes(one.kind) && !one.reference.startsWith('receipt-')).map(one => ({ value: one.n, label: `${one.n} · ${one.kindTitle} · ${formatDate(one.effective)} ${one.amount ?? ''}` }))} />
            </Field>
          ) : (
            <Field label={t('loan.effective')} id="event-effective" name="effective" findings={findings} extra={t('loan.effective.help')}>
              <DayField id="event-effective" value={form.effective} max={today()} clearable={false} onChange={effective => set({ effective })} />
            </Field>
          )}
          {shows('restructurings') && (
            <Field label={t('loan.method')} id="event-method" name="terms.method" findings={findings}>
              <Select id="event-method" value={form.method} onChange={method => set({ method })} options={methods.map(one => ({ value: one, label: t.code('loanMethod', one) }))} />
            </Field>
          )}
          {(shows('restructurings') || (shows('extensions') && !single)) && (
            <Field label={t(shows('extensions') ? 'loanEvent.count' : 'loan.count')} id="event-count" name="terms.count" findings={findings}>
              <InputNumber id="event-count" min={1} max={480} style={{ width: '100%' }} value={form.count} onChange={count => set({ count: count ?? 1 })} />
            </Field>
          )}
          {shows('extensions') && single && (
            <Field label={t('loanEvent.until')} id="event-until" name="terms.firstDueOn" findings={findings}>
              <DayField id="event-until" value={form.until} clearable={false} onChange={until => set({ until })} />
            </Field>
          )}
          {shows('repricings', 'restructurings') && (
            <Field label={t('loanEvent.newRate')} id="event-rate" name={shows('repricings') ? 'annualRate' : 'terms.annualRate'} findings={findings}>
              <Input id="event-rate" inputMode="decimal" value={form.rate} onChange={event => set({ rate: event.target.value })} />
            </Field>
          )}
          {shows('restructurings') && (
            <Field label={t('loanEvent.arrears')} id="event-arrears" name="arrearsDueOn" findings={findings}>
              <DayField id="event-arrears" value={form.arrears} onChange={arrears => set({ arrears })} />
            </Field>
          )}
          {shows('judgments') && (
            <Field label={t('loanEvent.atBest')} id="event-class" name="atBest" findings={findings}>
              <Select id="event-class" value={form.atBest} onChange={atBest => set({ atBest })} options={[{ value: '', label: t('loanEvent.atBest.none') }, ...loanClasses.slice(1).map(one => ({ value: one, label: t(`loanClass.${one}`) }))]} />
            </Field>
          )}
          <div className={styles['wide']}>
            <Field label={t('loanEvent.note')} id="event-note" name={shows('undo') ? 'reason' : 'note'} findings={findings}>
              <Input.TextArea id="event-note" autoSize={{ minRows: 2, maxRows: 5 }} value={form.note} onChange={event => set({ note: event.target.value })} />
            </Field>
          </div>
        </div>
        {tried !== null && <TriedFigures tried={tried} />}
      </Form>
    </Modal>
  );
}

/** Figures now and then, those that move marked, and what the next close would post. */
function TriedFigures({ tried }: { tried: LoanTried }) {
  const t = useT();
  const { before, after } = tried;
  const fen = (value: string | null | undefined) => <Fen value={value ?? null} />;
  const plain = (value: string | number | null | undefined) => <span className="tabular">{value ?? '—'}</span>;
  const rows = [
    { key: 'balance', label: t('loan.part.balance'), was: fen(before.now.balance), then: fen(after.now.balance), moved: before.now.balance !== after.now.balance },
    { key: 'due', label: t('loan.arrears'), was: fen(before.now.due), then: fen(after.now.due), moved: before.now.due !== after.now.due },
    { key: 'fees', label: t('loanEvent.fees.unpaid'), was: fen(before.now.fees), then: fen(after.now.fees), moved: before.now.fees !== after.now.fees },
    { key: 'payoff', label: t('loan.payoff'), was: fen(before.now.payoff), then: fen(after.now.payoff), moved: before.now.payoff !== after.now.payoff },
    { key: 'rate', label: t('loan.rate'), was: plain(before.rate), then: plain(after.rate), moved: before.rate !== after.rate },
    { key: 'next', label: t('loanEvent.nextAmount'), was: fen(before.nextAmount), then: fen(after.nextAmount), moved: before.nextAmount !== after.nextAmount },
    { key: 'maturity', label: t('loan.maturity'), was: before.maturity == null ? '—' : formatDate(before.maturity), then: after.maturity == null ? '—' : formatDate(after.maturity), moved: before.maturity !== after.maturity },
    { key: 'left', label: t('loanEvent.instalments'), was: plain(before.instalments), then: plain(after.instalments), moved: before.instalments !== after.instalments },
    { key: 'class', label: t('loan.class'), was: before.now.classTitle, then: after.now.classTitle, moved: before.now.class !== after.now.class },
  ];
  return (
    <div className={styles['stack']}>
      <Table
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: t('loanEvent.figure'), dataIndex: 'label' },
          { title: t('loanEvent.before'), align: 'right', dataIndex: 'was' },
          { title: t('loanEvent.after'), align: 'right', render: (_, row) => (row.moved ? <strong>{row.then}</strong> : row.then) },
        ]}
      />
      {tried.postings.length > 0 && (
        <Table
          size="small"
          rowKey={one => `${one.effective}${one.cause}${one.debit}${one.credit}`}
          title={() => t('loanEvent.postings')}
          pagination={false}
          scroll={{ x: 520, y: 200 }}
          dataSource={[...tried.postings]}
          columns={[
            { title: t('loan.effective'), width: 110, render: (_, one) => formatDate(one.effective) },
            { title: t('loan.what'), width: 120, render: (_, one) => t.code('postingCause', one.cause) },
            { title: t('loan.debit'), width: 90, render: (_, one) => <span translate="no">{one.debit}</span> },
            { title: t('loan.creditSide'), width: 90, render: (_, one) => <span translate="no">{one.credit}</span> },
            { title: t('loan.amount'), align: 'right', render: (_, one) => <Fen value={one.amount} /> },
          ]}
        />
      )}
    </div>
  );
}
