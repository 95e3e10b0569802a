import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { precheck, replaceRights } from '../../../api/lending';
import { lendingKeys } from '../../../api/lendingQueries';
import type { PledgeDetail, PreCheckRow } from '../../../api/lendingTypes';
import { compareAmounts, difference, formatMoney, parseMoney, sum } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Lending.module.css';
import { outcomeTone } from '../registration/tones';
import { coverageOf } from './coverage';
import { readPasted } from './pasted';

interface Props {
  detail: PledgeDetail;
  onClose: () => void;
}

interface Coming {
  row: PreCheckRow;
  value: string;
}

/** What goes out beside what comes in, with what the pledge would cover before and after. */
export function ReplaceDialog({ detail, onClose }: Props) {
  const t = useT();
  const write = useWriting([lendingKeys, ['evidence']], onClose);
  const held = detail.items.filter(item => item.state === 'held' && item.value !== null);
  const largest = [...held].sort((a, b) => compareAmounts(b.value, a.value))[0];
  const [outgoing, setOutgoing] = useState(largest?.n ?? 0);
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [consent, setConsent] = useState('');
  const [coming, setComing] = useState<Coming[] | null>(null);
  const old = held.find(item => item.n === outgoing);
  const look = () =>
    write.run(
      async () => {
        const pasted = readPasted(text);
        const found = await precheck({ numbers: pasted.map(one => one.number).join('\n'), debtEnd: detail.row.debtTo, pledgors: detail.pledgors, day: null });
        setComing(found.rows.map(row => ({ row, value: pasted.find(one => one.number === row.typed)?.value ?? '' })));
        return found;
      },
      found => t('precheck.done', { count: found.rows.length }),
    );
  const values = (coming ?? []).map(one => parseMoney(one.value));
  const added = coming === null || values.includes(null) ? null : sum(values);
  const short = added !== null && old !== undefined && compareAmounts(added, old.value) < 0;
  const after = added === null || old === undefined || detail.value === null ? null : sum([difference(detail.value, old.value), added]);
  const ready = old !== undefined && added !== null && coming !== null && coming.length > 0 && coming.every(one => one.row.rightId !== null) && consent.trim() !== '' && source.trim() !== '';
  const save = async () => {
    const done = await write.run(
      () => replaceRights(detail.row.id, { outgoing, incoming: (coming ?? []).map((one, n) => ({ rightId: one.row.rightId ?? '', value: values[n] ?? '', valueSource: source.trim() })), consent: consent.trim(), baseVersion: detail.row.version }),
      () => t('replace.done'),
    );
    if (done) onClose();
  };
  const money = (value: string | null | undefined) => <span className="tabular">{formatMoney(value, 'yuan')}</span>;
  return (
    <Modal open width={860} title={t('replace.title')} okText={t('replace.title')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft" style={{ marginBottom: 12 }}>{t('replace.note')}</p>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['consent', 'outgoing', 'numbers']} />
        <div className={styles['halves']}>
          <div className={styles['panel']}>
            <h2>{t('replace.out')}</h2>
            <Field label={t('precheck.right')} id="replace-out" name="outgoing" findings={write.findings}>
              <Select id="replace-out" showSearch optionFilterProp="label" value={outgoing} onChange={setOutgoing} options={held.map(item => ({ value: item.n, label: `${item.number} ${item.title}` }))} />
            </Field>
            <dl className={styles['facts']}>
              <dt>{t('registration.value')}</dt>
              <dd>{money(old?.value)}</dd>
              <dt>{t('registration.allocated')}</dt>
              <dd>{money(old?.allocated)}</dd>
              <dt>{t('replace.before')}</dt>
              <dd>{coverageOf(detail.value, detail.row.secured) ?? t('shell.unknown')}</dd>
            </dl>
          </div>
          <div className={styles['panel']}>
            <h2>{t('replace.in')}</h2>
            <Field label={t('replace.numbers')} id="replace-in" name="numbers" findings={write.findings} extra={t('replace.numbers.help')}>
              <Input.TextArea id="replace-in" rows={3} value={text} translate="no" onChange={event => (setText(event.target.value), setComing(null))} />
            </Field>
            <Button block disabled={text.trim() === ''} loading={write.busy} onClick={() => void look()}>
              {t('pledge.read')}
            </Button>
            {coming?.map((one, n) => (
              <p key={one.row.typed} className={styles['reason']} style={{ margin: '8px 0' }}>
                <span translate="no">{one.row.number === '' ? one.row.typed : one.row.number}</span> <span translate="no">{one.row.title}</span> <StateMark tone={outcomeTone(one.row.outcome)}>{one.row.outcomeTitle}</StateMark> {money(values[n] ?? null)}
              </p>
            ))}
            {coming !== null && (
              <dl className={styles['facts']}>
                <dt>{t('replace.value')}</dt>
                <dd>{added === null ? t('shell.unknown') : money(added)}</dd>
                <dt>{t('replace.after')}</dt>
                <dd>{coverageOf(after, detail.row.secured) ?? t('shell.unknown')}</dd>
              </dl>
            )}
          </div>
        </div>
        {short && <Alert type="error" showIcon style={{ marginTop: 12 }} message={t('replace.short', { amount: formatMoney(difference(old?.value, added), 'yuan') })} />}
        <div className={styles['grid']} style={{ marginTop: 12 }}>
          <Field label={t('pledge.valueSource')} id="replace-source" name="incoming.0.valueSource" findings={write.findings}>
            <Input id="replace-source" value={source} onChange={event => setSource(event.target.value)} />
          </Field>
          <Field label={t('replace.consent')} id="replace-consent" name="consent" findings={write.findings} extra={t('replace.consent.help')}>
            <Input id="replace-consent" value={consent} onChange={event => setConsent(event.target.value)} />
          </Field>
        </div>
      </Form>
    </Modal>
  );
}
