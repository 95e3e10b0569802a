import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { decide } from '../../../api/approvals';
import type { ApprovalView, DecisionKind } from '../../../api/approvalTypes';
import { Panel } from '../../../shell/Panel';
import { useT, type Word } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { useApprovalWrite } from '../useApprovalWrite';
import { conditionLines, missingFor } from './deciding';
import styles from './Case.module.css';

/** Comment, conditions and the ways in which the reader can decide, for himself or in somebody's place. */
export function DecidePanel({ view }: { view: ApprovalView }) {
  const t = useT();
  const write = useApprovalWrite();
  const [chosen, setChosen] = useState(0);
  const [note, setNote] = useState('');
  const [conditions, setConditions] = useState('');
  const [missing, setMissing] = useState<Word | null>(null);
  const way = view.ways[chosen] ?? view.ways[0];
  if (way === undefined) return null;
  const lines = conditionLines(conditions);
  const say = async (decision: DecisionKind) => {
    const lacks = missingFor(decision, note, lines);
    setMissing(lacks);
    if (lacks !== null) return;
    await write.run(
      () => decide(view.row.id, { round: view.row.round, decision, note: note.trim(), conditions: lines, for: way.for }),
      () => t('approval.decide.done', { decision: t.code('decision', decision) }),
    );
  };
  return (
    <Panel title={t('approval.decide')}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['note', 'conditions']} />
        {view.ways.length > 1 || way.for !== null ? (
          <Form.Item label={t('approval.decide.as')}>
            <Segmented<number>
              value={chosen}
              onChange={setChosen}
              options={view.ways.map((one, value) => ({ value, label: one.for === null ? t('approval.decide.self') : t('approval.decide.for', { name: one.name ?? '' }) }))}
            />
          </Form.Item>
        ) : null}
        <Field label={t('approval.decide.note')} id="decide-note" name="note" findings={write.findings} extra={t('approval.decide.note.help')}>
          <Input.TextArea id="decide-note" rows={3} maxLength={1000} value={note} onChange={event => setNote(event.target.value)} />
        </Field>
        {way.decisions.includes('conditions') && (
          <Field label={t('approval.decide.conditions')} id="decide-conditions" name="conditions" findings={write.findings} extra={t('approval.decide.conditions.help')}>
            <Input.TextArea id="decide-conditions" autoSize={{ minRows: 2, maxRows: 8 }} value={conditions} onChange={event => setConditions(event.target.value)} />
          </Field>
        )}
        {missing !== null && (
          <p className={styles['missing']} role="alert">
            {t(missing)}
          </p>
        )}
        <div className={styles['buttons']}>
          {way.decisions.map((kind, i) => (
            <Button key={kind} type={i === 0 ? 'primary' : 'default'} danger={kind === 'refuse'} disabled={write.busy} onClick={() => void say(kind)}>
              {t.code('decision', kind)}
            </Button>
          ))}
        </div>
      </Form>
    </Panel>
  );
}
