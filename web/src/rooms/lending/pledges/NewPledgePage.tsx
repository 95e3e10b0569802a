import { Alert, Button, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { makePledge, precheck } from '../../../api/lending';
import { lendingKeys } from '../../../api/lendingQueries';
import type { PreCheckRow } from '../../../api/lendingTypes';
import { formatMoney, parseMoney, sum } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { StateMark } from '../../../shell/StateMark';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Two } from '../../payments/Two';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { outcomeTone } from '../registration/tones';
import { partsOf, readPasted } from './pasted';

/** What the pre-check, or money that went out first, hands over. */
export interface PledgeStart {
  numbers: string;
  pledgors: string;
  debtTo: string;
  debtor: string;
  mainContractNo: string;
  claimKind: string;
  secured: string;
  debtFrom: string;
}

interface Line {
  found: PreCheckRow;
  value: string;
  allocated: string;
}

const kinds = ['loan', 'credit_line', 'counter_guarantee', 'notes'] as const;
const fields = ['contractNo', 'mainContractNo', 'pledgors.0.name', 'pledgors.0.address', 'pledgee.name', 'pledgee.address', 'debtor.name', 'claimKind', 'secured', 'debtFrom', 'debtTo', 'scope', 'numbers', 'debtEnd', 'items'];
const bare = { contractNo: '', mainContractNo: '', pledgors: '', pledgorAddress: '', pledgee: '', pledgeeAddress: '', debtor: '', claimKind: 'loan', secured: '', debtFrom: today(), debtTo: '', scope: '', numbers: '', source: '' };

/** A pledge from a pasted list: every right is looked at, its part typed or shared out, and the parts must sum to the amount. */
export default function NewPledgePage() {
  const t = useT();
  const navigate = useNavigate();
  const start = useLocation().state as Partial<PledgeStart> | null;
  const write = useWriting([lendingKeys, ['evidence']]);
  const [form, setForm] = useState({ ...bare, ...start });
  const [lines, setLines] = useState<Line[] | null>(null);
  const set = (part: Partial<typeof bare>) => setForm(before => ({ ...before, ...part }));
  const pledgors = form.pledgors.split(/[\n、,，;；]/).map(name => name.trim()).filter(name => name !== '');
  const taken = (lines ?? []).filter(line => line.found.rightId !== null && line.found.outcome !== 'repeated');
  const parts = partsOf(taken, form.secured);
  const secured = parseMoney(form.secured);
  const alter = (typed: string, part: Partial<Line>) => setLines(before => (before ?? []).map(line => (line.found.typed === typed ? { ...line, ...part } : line)));
  const look = () =>
    write.run(
      async () => {
        const pasted = readPasted(form.numbers);
        const answer = await precheck({ numbers: pasted.map(one => one.number).join('\n'), debtEnd: form.debtTo, pledgors: pledgors.map(name => ({ name })), day: null });
        setLines(answer.rows.map(found => ({ found, value: pasted.find(one => one.number === found.typed)?.value ?? '', allocated: pasted.find(one => one.number === found.typed)?.allocated ?? '' })));
        return answer;
      },
      answer => t('precheck.done', { count: answer.rows.length }),
    );
  const make = async () => {
    let id = '';
    const done = await write.run(
      async () => {
        const made = await makePledge({
          contractNo: form.contractNo.trim(),
          mainContractNo: form.mainContractNo.trim() === '' ? null : form.mainContractNo.trim(),
          pledgors: pledgors.map(name => ({ name, address: form.pledgorAddress.trim() })),
          pledgee: { name: form.pledgee.trim(), address: form.pledgeeAddress.trim() },
          debtor: form.debtor.trim() === '' ? null : { name: form.debtor.trim() },
          claimKind: form.claimKind,
          secured: secured ?? form.secured,
          debtFrom: form.debtFrom,
          debtTo: form.debtTo,
          scope: form.scope.trim(),
          maximum: form.claimKind === 'credit_line',
          items: taken.map(line => ({
            rightId: line.found.rightId ?? '',
            value: line.value.trim() === '' ? null : (parseMoney(line.value) ?? line.value),
            allocated: parts === 'none' ? null : (parseMoney(line.allocated) ?? line.allocated),
            valueSource: line.value.trim() === '' ? null : form.source.trim(),
          })),
        });
        id = made.row.id;
        return made;
      },
      made => t('pledge.made', { count: made.registrations.length }),
    );
    if (done) void navigate(`/pledges/${id}`);
  };
  const text = (name: keyof typeof bare, path: string, label: string, extra?: string) => (
    <Field label={label} id={`pledge-${name}`} name={path} findings={write.findings} extra={extra}>
      <Input id={`pledge-${name}`} value={form[name]} translate="no" onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  const day = (name: 'debtFrom' | 'debtTo', label: string) => (
    <Field label={label} id={`pledge-${name}`} name={name} findings={write.findings}>
      <DayField id={`pledge-${name}`} value={form[name]} clearable={false} onChange={value => set({ [name]: value })} />
    </Field>
  );
  const ready = [form.contractNo, form.pledgee, form.debtTo].every(value => value.trim() !== '') && secured !== null && pledgors.length > 0 && taken.length > 0 && parts !== 'some' && parts !== 'differs';
  const told = parts === 'differs' ? t('pledge.parts.differ', { sum: formatMoney(sum(taken.map(line => parseMoney(line.allocated))), 'yuan'), secured: formatMoney(secured, 'yuan') }) : parts === 'some' ? t('pledge.parts.some') : null;
  return (
    <>
      <PageHead
        title={t('pledge.new')}
        back={<Link to="/pledges">← {t('pledge.title')}</Link>}
        state={t('pledge.paste.note')}
        actions={
          <Button type="primary" loading={write.busy} disabled={!ready} onClick={() => void make()}>
            {t('pledge.new')}
          </Button>
        }
      />
      <OtherFindings findings={write.findings} fields={fields} />
      <div className={styles['stack']}>
        <Form layout="vertical" className={styles['panel'] ?? ''}>
          <div className={styles['thirds']}>
            {text('contractNo', 'contractNo', t('pledge.contractNo'))}
            {text('mainContractNo', 'mainContractNo', t('pledge.mainContractNo'))}
            <Field label={t('pledge.claimKind')} id="pledge-claimKind" name="claimKind" findings={write.findings}>
              <Select id="pledge-claimKind" value={form.claimKind} onChange={claimKind => set({ claimKind })} options={kinds.map(kind => ({ value: kind, label: t(`claimKind.${kind}`) }))} />
            </Field>
            {text('pledgors', 'pledgors.0.name', t('pledge.pledgor'), t('precheck.pledgor.help'))}
            {text('pledgorAddress', 'pledgors.0.address', t('pledge.pledgorAddress'))}
            {text('debtor', 'debtor.name', t('pledge.debtor'), t('pledge.debtor.help'))}
            {text('pledgee', 'pledgee.name', t('pledge.pledgee'))}
            {text('pledgeeAddress', 'pledgee.address', t('pledge.pledgeeAddress'))}
            {text('secured', 'secured', t('pledge.secured'))}
            {day('debtFrom', t('pledge.debtFrom'))}
            {day('debtTo', t('precheck.debtEnd'))}
            {text('source', 'items.0.valueSource', t('pledge.valueSource'))}
            <div className={styles['wide']}>{text('scope', 'scope', t('pledge.scope'))}</div>
            <div className={styles['wide']}>
              <Field label={t('pledge.paste')} id="pledge-numbers" name="numbers" findings={write.findings} extra={t('pledge.paste.help')}>
                <Input.TextArea id="pledge-numbers" rows={5} value={form.numbers} translate="no" onChange={event => set({ numbers: event.target.value })} />
              </Field>
              <Button loading={write.busy} disabled={form.numbers.trim() === '' || form.debtTo === ''} onClick={() => void look()}>
                {t('pledge.read')}
              </Button>
            </div>
          </div>
        </Form>
        {told !== null && <Alert type="error" showIcon message={told} />}
        {lines === null ? (
          <Nothing>{t('pledge.paste.empty')}</Nothing>
        ) : (
          <Table<Line>
            className={styles['table'] ?? ''}
            size="small"
            rowKey={line => line.found.typed}
            dataSource={lines}
            scroll={{ x: 860 }}
            pagination={lines.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
            summary={() => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0} colSpan={3}>
                  <strong>{t('pledge.sum')}</strong> {t('pledge.taken', { count: taken.length })}
                </Table.Summary.Cell>
                <Table.Summary.Cell index={3} align="right">
                  <span className="tabular">{formatMoney(sum(taken.map(line => parseMoney(line.value)).filter(value => value !== null)), 'yuan')}</span>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={4} align="right">
                  <span className="tabular">{parts === 'none' ? t('pledge.parts.none') : formatMoney(sum(taken.map(line => parseMoney(line.allocated)).filter(value => value !== null)), 'yuan')}</span>
                </Table.Summary.Cell>
              </Table.Summary.Row>
            )}
            columns={[
              { title: t('precheck.number'), width: 190, render: (_, line) => <span translate="no">{line.found.number === '' ? line.found.typed : line.found.number}</span> },
              { title: t('precheck.right'), render: (_, line) => <Two first={<span translate="no">{line.found.title === '' ? '—' : line.found.title}</span>} second={line.found.kindTitle} /> },
              { title: t('precheck.outcome'), width: 130, render: (_, line) => <StateMark tone={outcomeTone(line.found.outcome)}>{line.found.outcomeTitle}</StateMark> },
              { title: t('registration.value'), width: 170, align: 'right', render: (_, line) => <Input size="small" aria-label={`${t('registration.value')} ${line.found.typed}`} value={line.value} onChange={event => alter(line.found.typed, { value: event.target.value })} /> },
              { title: t('registration.allocated'), width: 170, align: 'right', render: (_, line) => <Input size="small" aria-label={`${t('registration.allocated')} ${line.found.typed}`} value={line.allocated} onChange={event => alter(line.found.typed, { allocated: event.target.value })} /> },
            ]}
          />
        )}
      </div>
    </>
  );
}
