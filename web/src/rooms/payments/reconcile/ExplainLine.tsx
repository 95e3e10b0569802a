import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { explainLine } from '../../../api/payments';
import type { Line } from '../../../api/reconciliationTypes';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePayWrite } from '../usePayWrite';

/** A line that stands for nothing of ours, such as the bank's fee, is closed with the reason. */
export function ExplainLine({ line }: { line: Line }) {
  const t = useT();
  const write = usePayWrite();
  const [note, setNote] = useState('');
  const explain = () =>
    write.run(
      () => explainLine(line.id, note.trim()),
      () => t('pay.line.explained'),
    );
  return (
    <Form layout="vertical">
      <OtherFindings findings={write.findings} fields={['note']} />
      <Field label={t('pay.line.explain')} id="line-note" name="note" findings={write.findings} extra={t('pay.line.explain.help')}>
        <Input id="line-note" maxLength={200} value={note} onChange={event => setNote(event.target.value)} />
      </Field>
      <Button disabled={note.trim() === ''} loading={write.busy} onClick={() => void explain()}>
        {t('pay.line.explain')}
      </Button>
    </Form>
  );
}
