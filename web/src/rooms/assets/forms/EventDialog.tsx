import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { recordEvent } from '../../../api/rights';
import type { RightRow } from '../../../api/rightTypes';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { statedEffects } from '../codes';
import { useRightWrite } from '../useRightWrite';
import { factsAsked, factsGiven, licenceKinds } from './eventFacts';
import { capital } from '../capital';

/** A legal event, with the day it took effect and the day it was recorded; the right's state follows. */
export function EventDialog({ right, onClose }: { right: RightRow; onClose: () => void }) {
  const t = useT();
  const write = useRightWrite(onClose);
  const [effect, setEffect] = useState('');
  const [days, setDays] = useState({ effectiveOn: '', recordedOn: '' });
  const [text, setText] = useState('');
  const [facts, setFacts] = useState<Record<string, string>>({});
  const asked = factsAsked(effect);
  const ready = effect !== '' && (days.effectiveOn !== '' || days.recordedOn !== '');
  const save = async () => {
    const { effectiveOn, recordedOn } = days;
    const done = await write.run(
      () => recordEvent(right.id, { effect, ...(effectiveOn === '' ? {} : { effectiveOn }), ...(recordedOn === '' ? {} : { recordedOn }), ...(text.trim() === '' ? {} : { text: text.trim() }), facts: factsGiven(effect, facts) }),
      after => t('event.done', { state: after.state.stateTitle }),
    );
    if (done) onClose();
  };
  return (
    <Modal open title={t('right.act.event')} okText={t('event.save')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('event.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['effect', 'effectiveOn', 'recordedOn', 'text', ...asked.map(name => `facts.${name}`)]} />
        <Field label={t('event.effect')} id="event-effect" name="effect" findings={write.findings}>
          <Select id="event-effect" showSearch optionFilterProp="label" value={effect === '' ? undefined : effect} onChange={setEffect} options={statedEffects.map(value => ({ value, label: capital(t(`rightEffect.${value}`)) }))} />
        </Field>
        <Field label={t('event.effectiveOn')} id="event-effective" name="effectiveOn" findings={write.findings} extra={t('event.effectiveOn.help')}>
          <DayField id="event-effective" value={days.effectiveOn} onChange={effectiveOn => setDays({ ...days, effectiveOn })} />
        </Field>
        <Field label={t('event.recordedOn')} id="event-recorded" name="recordedOn" findings={write.findings} extra={t('event.recordedOn.help')}>
          <DayField id="event-recorded" value={days.recordedOn} max={today()} onChange={recordedOn => setDays({ ...days, recordedOn })} />
        </Field>
        {asked.map(name => (
          <Field key={name} label={capital(t.code('eventFact', name))} id={`event-${name}`} name={`facts.${name}`} findings={write.findings}>
            {name === 'licence_kind' ? (
              <Select id={`event-${name}`} allowClear value={facts[name]} onChange={(value: string | undefined) => setFacts({ ...facts, [name]: value ?? '' })} options={licenceKinds.map(value => ({ value, label: capital(t(`licenceKind.${value}`)) }))} />
            ) : name === 'until' ? (
              <DayField id={`event-${name}`} value={facts[name] ?? ''} onChange={value => setFacts({ ...facts, [name]: value })} />
            ) : (
              <Input id={`event-${name}`} value={facts[name] ?? ''} maxLength={500} onChange={event => setFacts({ ...facts, [name]: event.target.value })} />
            )}
          </Field>
        ))}
        <Field label={t('event.text')} id="event-text" name="text" findings={write.findings} extra={t('event.text.help')}>
          <Input.TextArea id="event-text" value={text} rows={2} maxLength={1000} onChange={event => setText(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}
