import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { changeScenario, createScenario, deleteScenario, listScenarios } from '../../../../api/desk';
import { ApiProblem } from '../../../../api/problem';
import { keys, useScenarios } from '../../../../api/queries';
import type { SavedScenario, Scenario } from '../../../../api/types';
import { useFailureNotice } from '../../../../shell/useFailureNotice';
import { useT } from '../../../../words';
import styles from './ScenarioTab.module.css';
import { emptyForm, formOf } from './scenarioForm';
import type { WorkingScenario } from './useScenarioForm';

interface Props {
  dealId: string;
  working: WorkingScenario;
  scenario: Scenario | null;
  onChange: (working: WorkingScenario) => void;
}

/** Scenarios kept with the deal: choose, save, save apart, delete. */
export function SavedScenarios({ dealId, working, scenario, onChange }: Props) {
  const t = useT();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const saved = useScenarios(dealId).data?.scenarios ?? [];
  const [busy, setBusy] = useState(false);
  const { form, source } = working;
  const name = form.name.trim() === '' ? t('scenario.untitled') : form.name.trim();

  const settle = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.code === 'SEC-0104' && source !== null) {
        const { scenarios } = await listScenarios(dealId);
        const theirs = scenarios.find(one => one.id === source.id);
        onChange({ form, source: theirs === undefined ? null : { id: theirs.id, version: theirs.version } });
        void message.warning(t('scenario.stale'), 8);
      } else refused(reason);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: keys.scenarios(dealId) });
    }
  };
  const done = (stored: SavedScenario) => {
    onChange({ form: { ...form, name: stored.name }, source: { id: stored.id, version: stored.version } });
    void message.success(t('scenario.saved.done'));
  };
  const save = (apart: boolean) =>
    settle(async () => {
      if (scenario === null) return;
      const content = { ...scenario, id: name };
      if (source === null || apart) done(await createScenario(dealId, name, content));
      else done(await changeScenario(dealId, source.id, { name, content, baseVersion: source.version }));
    });
  const remove = () =>
    settle(async () => {
      if (source !== null) await deleteScenario(dealId, source.id);
      onChange({ form: emptyForm, source: null });
    });
  const choose = (id: string) => {
    const chosen = saved.find(one => one.id === id);
    if (chosen === undefined) onChange({ form: emptyForm, source: null });
    else onChange({ form: { ...formOf(chosen.content), name: chosen.name }, source: { id: chosen.id, version: chosen.version } });
  };

  return (
    <div className={styles['saved']}>
      <Select
        aria-label={t('scenario.saved')}
        value={source?.id ?? ''}
        onChange={choose}
        options={[{ value: '', label: t('scenario.saved.none') }, ...saved.map(one => ({ value: one.id, label: one.name }))]}
      />
      <Input aria-label={t('scenario.name')} placeholder={t('scenario.name')} value={form.name} maxLength={80} onChange={event => onChange({ form: { ...form, name: event.target.value }, source })} />
      <div className={styles['adds']}>
        <Button size="small" type="primary" disabled={scenario === null} loading={busy} onClick={() => void save(false)}>
          {t('scenario.save')}
        </Button>
        {source !== null && (
          <Button size="small" disabled={scenario === null} onClick={() => void save(true)}>
            {t('scenario.saveAs')}
          </Button>
        )}
        <Button size="small" onClick={() => onChange({ form: emptyForm, source: null })}>
          {t('scenario.clear')}
        </Button>
        {source !== null && (
          <Popconfirm title={t('scenario.delete.ask', { name })} okText={t('shell.delete')} cancelText={t('shell.cancel')} onConfirm={() => void remove()}>
            <Button size="small" danger>
              {t('shell.delete')}
            </Button>
          </Popconfirm>
        )}
      </div>
    </div>
  );
}
