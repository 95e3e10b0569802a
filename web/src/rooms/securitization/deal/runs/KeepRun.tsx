import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { keepRun } from '../../../../api/desk';
import { keys } from '../../../../api/queries';
import type { Scenario } from '../../../../api/types';
import { useFailureNotice } from '../../../../shell/useFailureNotice';
import { useT } from '../../../../words';

interface Props {
  dealId: string;
  version: number;
  draftChanged: boolean;
  scenario: Scenario | null;
}

/** Keeps a run of the saved version, with the base terms or the scenario on the panel. */
export function KeepRun({ dealId, version, draftChanged, scenario }: Props) {
  const t = useT();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [which, setWhich] = useState<'base' | 'working'>('base');
  const [note, setNote] = useState('');
  const keep = async () => {
    const chosen = which === 'working' ? scenario : null;
    setBusy(true);
    try {
      await keepRun(dealId, { version, scenario: chosen, scenarioName: chosen?.id ?? null, note: note.trim() === '' ? null : note.trim() });
      await queries.invalidateQueries({ queryKey: keys.runs(dealId) });
      void message.success(t('run.keep.saved'));
      setOpen(false);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('run.keep')}
      </Button>
      <Modal
        open={open}
        title={t('run.keep')}
        okText={t('run.keep')}
        cancelText={t('shell.cancel')}
        confirmLoading={busy}
        onOk={() => void keep()}
        onCancel={() => setOpen(false)}
        afterClose={() => setNote('')}
      >
        <p className="soft">
          {t('run.keep.version', { number: version })} {draftChanged && t('run.keep.draft')}
        </p>
        <Form layout="vertical" style={{ marginTop: 12 }}>
          <Form.Item label={t('run.keep.which')}>
            <Radio.Group
              value={scenario === null ? 'base' : which}
              onChange={event => setWhich(event.target.value === 'working' ? 'working' : 'base')}
              options={[
                { value: 'base', label: t('run.keep.base') },
                { value: 'working', label: scenario === null ? t('run.keep.working') : t('run.keep.workingNamed', { name: scenario.id }), disabled: scenario === null },
              ]}
            />
          </Form.Item>
          <Form.Item label={t('run.keep.note')} htmlFor="run-note">
            <Input id="run-note" value={note} maxLength={200} onChange={event => setNote(event.target.value)} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
