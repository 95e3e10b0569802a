import { Form, Input, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { answerFact } from '../../../api/diligence';
import { useChecklist } from '../../../api/diligenceQueries';
import type { DiligenceUnknown } from '../../../api/diligenceTypes';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { valuationKeys } from '../../../api/valuationQueries';

interface Props {
  unknown: DiligenceUnknown;
  firm: string;
  name: string;
  onClose: () => void;
}

/** What a person knows, with the document that shows it; it counts from the next diligence on. */
export function AnswerDialog({ unknown, firm, name, onClose }: Props) {
  const t = useT();
  const list = useChecklist();
  const write = useWriting([valuationKeys, ['evidence']], onClose);
  const [fact, setFact] = useState('');
  const [value, setValue] = useState('');
  const [source, setSource] = useState('');
  const [day, setDay] = useState(today());
  const [happened, setHappened] = useState('');
  const [note, setNote] = useState('');
  const subject = unknown.right === null ? 'firm' : 'right';
  const asks = list.data?.chapters.flatMap(chapter => chapter.items).find(item => item.id === unknown.item)?.asks ?? [];
  const facts = (list.data?.facts ?? []).filter(one => asks.includes(one.name) && one.scope === subject);
  const chosen = facts.find(one => one.name === fact) ?? facts[0];
  const words = chosen === undefined || chosen.shape === 'number' ? [] : chosen.shape === 'flag' && chosen.words.length === 0 ? ['yes', 'no'] : chosen.words;
  const ready = chosen !== undefined && value.trim() !== '' && source.trim() !== '' && day !== '';
  const save = async () => {
    if (chosen === undefined) return;
    const done = await write.run(
      () => answerFact({ subject, subjectId: unknown.right ?? firm, fact: chosen.name, value: value.trim(), source: source.trim(), sourceDate: day, happenedOn: happened === '' ? null : happened, note: note.trim() === '' ? null : note.trim() }),
      answer => t('diligence.answered', { fact: answer.factTitle }),
    );
    if (done) onClose();
  };
  return (
    <Modal open title={<>{t('diligence.answer.act')} <span translate="no">{name}</span></>} okText={t('diligence.answer.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      {list.isError && <Failure reason={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {list.data !== undefined && (
        <Form layout="vertical">
          <p className="soft" style={{ marginBottom: 12 }}>{unknown.text}</p>
          <OtherFindings findings={write.findings} fields={['fact', 'value', 'source', 'sourceDate', 'happenedOn', 'note']} />
          <Field label={t('diligence.fact')} id="answer-fact" name="fact" findings={write.findings} extra={chosen?.ask}>
            <Select id="answer-fact" value={chosen?.name ?? null} onChange={next => { setFact(next); setValue(''); }} options={facts.map(one => ({ value: one.name, label: one.title }))} />
          </Field>
          <Field label={t('value.value')} id="answer-value" name="value" findings={write.findings}>
            {words.length === 0 ? <Input id="answer-value" inputMode="decimal" value={value} onChange={event => setValue(event.target.value)} /> : <Select id="answer-value" value={value || null} onChange={setValue} options={words.map(word => ({ value: word, label: t.code('factWord', word) }))} />}
          </Field>
          <Field label={t('value.source')} id="answer-source" name="source" findings={write.findings}>
            <Input id="answer-source" value={source} maxLength={200} onChange={event => setSource(event.target.value)} />
          </Field>
          <Field label={t('value.date')} id="answer-day" name="sourceDate" findings={write.findings}>
            <DayField id="answer-day" value={day} max={today()} onChange={setDay} />
          </Field>
          <Field label={t('diligence.happened')} id="answer-happened" name="happenedOn" findings={write.findings} extra={t('diligence.happened.help')}>
            <DayField id="answer-happened" value={happened} max={today()} onChange={setHappened} />
          </Field>
          <Field label={t('firm.note')} id="answer-note" name="note" findings={write.findings}>
            <Input id="answer-note" value={note} maxLength={1000} onChange={event => setNote(event.target.value)} />
          </Field>
        </Form>
      )}
    </Modal>
  );
}
