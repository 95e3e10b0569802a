import { Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { saveStatement } from '../../../api/firms';
import type { Firm } from '../../../api/firmTypes';
import { parseMoney } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Assets.module.css';
import { useRightWrite } from '../useRightWrite';
import { figureNames, lastYearEnd } from './figures';
import { capital } from '../capital';

/** The figures of a period, as a statement gives them; what is left empty is not stated. */
export function FiguresDialog({ firm, onClose }: { firm: Firm; onClose: () => void }) {
  const t = useT();
  const write = useRightWrite(onClose);
  const [head, setHead] = useState(() => ({ periodEnd: lastYearEnd(today()), months: 12, source: '', asOf: today(), audited: false }));
  const [figures, setFigures] = useState<Record<string, string>>({});
  const set = (change: Partial<typeof head>) => setHead({ ...head, ...change });
  const typed = figureNames.filter(name => (figures[name] ?? '').trim() !== '');
  const wrong = typed.filter(name => parseMoney(figures[name] ?? '') === null);
  const ready = head.periodEnd !== '' && head.asOf !== '' && head.source.trim() !== '' && typed.length > 0 && wrong.length === 0;
  const save = async () => {
    const amounts = Object.fromEntries(typed.map(name => [name, parseMoney(figures[name] ?? '') ?? '']));
    const done = await write.run(
      () => saveStatement(firm.id, { ...head, source: head.source.trim(), figures: amounts }),
      kept => t(kept.findings.length === 0 ? 'figures.done' : 'figures.done.odd', { day: kept.periodEnd, count: kept.findings.length }),
    );
    if (done) onClose();
  };
  return (
    <Modal open width={680} title={t('firm.act.statement')} okText={t('figures.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['periodEnd', 'months', 'source', 'asOf', ...figureNames.map(name => `figures.${name}`)]} />
        <div className={styles['grid']}>
          <Field label={t('figures.periodEnd')} id="figures-end" name="periodEnd" findings={write.findings} extra={t('figures.periodEnd.help')}>
            <DayField id="figures-end" value={head.periodEnd} max={today()} clearable={false} onChange={periodEnd => set({ periodEnd, months: Number(periodEnd.slice(5, 7)) })} />
          </Field>
          <Field label={t('figures.months')} id="figures-months" name="months" findings={write.findings} extra={t('figures.months.help')}>
            <InputNumber id="figures-months" min={1} max={12} value={head.months} onChange={months => set({ months: months ?? 12 })} />
          </Field>
          <Field label={t('figures.source')} id="figures-source" name="source" findings={write.findings}>
            <Input id="figures-source" value={head.source} maxLength={300} onChange={event => set({ source: event.target.value })} />
          </Field>
          <Field label={t('figures.asOf')} id="figures-asOf" name="asOf" findings={write.findings}>
            <DayField id="figures-asOf" value={head.asOf} clearable={false} onChange={asOf => set({ asOf })} />
          </Field>
        </div>
        <Form.Item>
          <Checkbox checked={head.audited} onChange={event => set({ audited: event.target.checked })}>
            {t('firm.audited')}
          </Checkbox>
        </Form.Item>
        <p className="soft" style={{ marginBottom: 12 }}>
          {t('figures.note')}
        </p>
        <div className={styles['grid']}>
          {figureNames.map(name => (
            <Field key={name} label={capital(t(`figure.${name}`))} id={`figures-${name}`} name={`figures.${name}`} findings={write.findings}>
              <Input id={`figures-${name}`} value={figures[name] ?? ''} maxLength={24} status={wrong.includes(name) ? 'error' : ''} onChange={event => setFigures({ ...figures, [name]: event.target.value })} />
            </Field>
          ))}
        </div>
      </Form>
    </Modal>
  );
}
