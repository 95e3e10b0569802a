import { Button, Checkbox, Form, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { tellCheck, type CheckList, type CheckView } from '../../../api/checks';
import { loanKeys } from '../../../api/loans';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { Lacking } from '../Lacking';
import styles from '../Lending.module.css';
import { beginCheck, checkOrder, lacking, type CheckForm } from './checkOrder';
import { FilesField } from './FilesField';

const results = ['sound', 'watch', 'action'] as const;
const found = ['normal', 'abnormal', 'unverified'] as const;

/** What a check found, kept once; a correction begins with what stood. */
export function DoCheckDialog({ list, check, onClose }: { list: CheckList; check: CheckView; onClose: () => void }) {
  const t = useT();
  const correcting = check.state === 'done';
  const sheet = list.sheets.find(one => one.kind === check.kind);
  const write = useWriting([loanKeys, ['evidence'], ['papers']], onClose);
  const [form, setForm] = useState<CheckForm>(() => beginCheck(sheet ?? { kind: check.kind, kindTitle: check.kindTitle, points: [], onsitePapers: 0, offsitePapers: 0 }, check, today(), correcting));
  if (sheet === undefined) return null;
  const set = (part: Partial<CheckForm>) => setForm(before => ({ ...before, ...part }));
  const point = (id: string, part: Partial<{ result: string; note: string }>) => setForm(before => ({ ...before, findings: { ...before.findings, [id]: { result: '', note: '', ...before.findings[id], ...part } } }));
  const save = async () => {
    if (await write.run(() => tellCheck(list.loanId, check.n, correcting ? 'correct' : 'done', checkOrder(sheet, form)), () => t('check.kept'))) onClose();
  };
  const least = form.way === 'onsite' ? sheet.onsitePapers : sheet.offsitePapers;
  const needed = lacking(sheet, form);
  const fields = ['doneOn', 'way', 'place', 'met', 'papers', 'result', 'conclusion', 'demand.what', 'demand.assigned', 'demand.dueOn', 'demand.amount', ...sheet.points.map((_, n) => `findings.${n}.note`)];
  return (
    <Modal open width={820} title={`${t.code('checkKind', check.kind)} · ${list.number} ${list.borrower}`} okText={t(correcting ? 'check.correct' : 'check.do')} okButtonProps={{ disabled: needed.length > 0 }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={fields} />
        {check.causes.length > 0 && <p style={{ marginBottom: 12 }}>{t('check.causes', { causes: check.causes.join('；') })}</p>}
        <div className={styles['grid']}>
          <Field label={t('check.doneOn')} id="check-on" name="doneOn" findings={write.findings}>
            <DayField id="check-on" value={form.doneOn} max={today()} clearable={false} onChange={doneOn => set({ doneOn })} />
          </Field>
          <Field label={t('check.way')} id="check-way" name="way" findings={write.findings}>
            <Select id="check-way" value={form.way} onChange={way => set({ way })} options={['onsite', 'offsite'].map(one => ({ value: one, label: t.code('checkWay', one) }))} />
          </Field>
          <Field label={t('check.place')} id="check-place" name="place" findings={write.findings}>
            <Input id="check-place" translate="no" value={form.place} onChange={event => set({ place: event.target.value })} />
          </Field>
          <Field label={t('check.met')} id="check-met" name="met" findings={write.findings}>
            <Input id="check-met" translate="no" value={form.met} onChange={event => set({ met: event.target.value })} />
          </Field>
        </div>
        <div className={styles['stepHead']} style={{ marginBottom: 12 }}>
          <strong>{t('check.findings')}</strong>
          <span className="soft">{t('check.finding.note.help')}</span>
          <Button size="small" onClick={() => setForm(before => ({ ...before, findings: Object.fromEntries(sheet.points.map(one => [one.id, { note: before.findings[one.id]?.note ?? '', result: 'normal' }])) }))}>{t('check.all.normal')}</Button>
        </div>
        {sheet.points.map((one, n) => {
          const said = form.findings[one.id] ?? { result: '', note: '' };
          return (
            <Field key={one.id} label={one.title} id={`check-note-${one.id}`} name={`findings.${n}.note`} findings={write.findings}>
              <Segmented aria-label={one.title} value={said.result} onChange={result => point(one.id, { result })} options={found.map(word => ({ value: word, label: t(`checkFinding.${word}`) }))} />
              {(said.result === 'abnormal' || said.result === 'unverified' || said.note !== '') && <Input.TextArea id={`check-note-${one.id}`} aria-label={`${t('check.finding.note')} · ${one.title}`} style={{ marginTop: 6 }} autoSize={{ minRows: 1, maxRows: 4 }} value={said.note} onChange={event => point(one.id, { note: event.target.value })} />}
            </Field>
          );
        })}
        <Field label={t('check.papers')} id="check-papers" name="papers" findings={write.findings} extra={t('check.papers.help', { least })}>
          <FilesField id="check-papers" files={form.papers} onChange={change => setForm(before => ({ ...before, papers: change(before.papers) }))} />
        </Field>
        <Field label={t('check.result')} id="check-result" name="result" findings={write.findings}>
          <Segmented id="check-result" aria-label={t('check.result')} value={form.result} onChange={result => set({ result, demands: result === 'action' ? form.demands : false })} options={results.map(word => ({ value: word, label: t(`checkResult.${word}`) }))} />
        </Field>
        <Field label={t('check.conclusion')} id="check-conclusion" name="conclusion" findings={write.findings}>
          <Input.TextArea id="check-conclusion" autoSize={{ minRows: 2, maxRows: 8 }} value={form.conclusion} onChange={event => set({ conclusion: event.target.value })} />
        </Field>
        {form.result === 'action' && <Checkbox checked={form.demands} onChange={event => set({ demands: event.target.checked })}>{t('check.demand')}</Checkbox>}
        {form.demands && (
          <div className={styles['grid']} style={{ marginTop: 10 }}>
            <div className={styles['wide']}>
              <Field label={t('check.demand.what')} id="check-what" name="demand.what" findings={write.findings}>
                <Input.TextArea id="check-what" autoSize={{ minRows: 1, maxRows: 4 }} value={form.what} onChange={event => set({ what: event.target.value })} />
              </Field>
            </div>
            <Field label={t('check.assigned')} id="check-assigned" name="demand.assigned" findings={write.findings}>
              <Input id="check-assigned" translate="no" value={form.assigned} onChange={event => set({ assigned: event.target.value })} />
            </Field>
            <Field label={t('check.demand.dueOn')} id="check-by" name="demand.dueOn" findings={write.findings}>
              <DayField id="check-by" value={form.dueOn} min={today()} onChange={dueOn => set({ dueOn })} />
            </Field>
            <Field label={t('check.demand.amount')} id="check-amount" name="demand.amount" findings={write.findings}>
              <Input id="check-amount" inputMode="decimal" value={form.amount} onChange={event => set({ amount: event.target.value })} />
            </Field>
          </div>
        )}
        <Lacking fields={needed.map(name => t(`check.${name}`))} />
      </Form>
    </Modal>
  );
}
