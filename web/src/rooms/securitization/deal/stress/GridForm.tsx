import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { jobKeys, startStressGrid } from '../../../../api/jobs';
import { parseWhole } from '../../../../format';
import { Panel } from '../../../../shell/Panel';
import { useFailureNotice } from '../../../../shell/useFailureNotice';
import { useT } from '../../../../words';
import { recoveriesOf } from './grid';
import styles from './Stress.module.css';

interface Props {
  dealId: string;
  version: number;
  draftChanged: boolean;
  obligors: number;
  periods: number;
  onStarted: (job: string) => void;
}

interface FieldProps {
  label: string;
  value: string;
  wrong: string | null;
  onChange: (text: string) => void;
}

function Field({ label, value, wrong, onChange }: FieldProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <Input value={value} inputMode="decimal" status={wrong === null ? undefined : 'error'} aria-invalid={wrong !== null} onChange={event => onChange(event.target.value)} />
      {wrong !== null && <span className={styles['wrong']}>{wrong}</span>}
    </label>
  );
}

const within = (text: string, least: number, most: number) => {
  const value = parseWhole(text);
  return value !== null && value >= least && value <= most ? value : null;
};

/** What a new grid is asked with. */
export function GridForm({ dealId, version, draftChanged, obligors, periods, onStarted }: Props) {
  const t = useT();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const [names, setNames] = useState(String(Math.min(obligors, 20)));
  const [recoveries, setRecoveries] = useState('0, 20, 40, 60, 80');
  const [period, setPeriod] = useState('1');
  const [lag, setLag] = useState('0');
  const read = { names: within(names, 1, obligors), recoveries: recoveriesOf(recoveries), period: within(period, 1, periods), lag: within(lag, 0, 60) };
  const bad = (least: number, most: number) => t('grid.bad', { least, most });
  const start = async () => {
    if (read.names === null || read.recoveries === null || read.period === null || read.lag === null) return;
    setBusy(true);
    try {
      const job = await startStressGrid(dealId, { version, names: read.names, recoveries: read.recoveries, period: read.period, lag: read.lag });
      await queries.invalidateQueries({ queryKey: jobKeys.jobs });
      onStarted(job.id);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t('grid.form')} note={t('grid.form.note')}>
      <div className={styles['fields']}>
        <Field label={t('grid.names')} value={names} wrong={read.names === null ? bad(1, obligors) : null} onChange={setNames} />
        <Field label={t('grid.recoveries')} value={recoveries} wrong={read.recoveries === null ? t('grid.recoveries.bad') : null} onChange={setRecoveries} />
        <Field label={t('grid.period')} value={period} wrong={read.period === null ? bad(1, periods) : null} onChange={setPeriod} />
        <Field label={t('grid.lag')} value={lag} wrong={read.lag === null ? bad(0, 60) : null} onChange={setLag} />
        <span className="soft">
          {t('grid.version', { version })}
          {draftChanged && ` · ${t('grid.draft')}`}
        </span>
        <Button type="primary" loading={busy} disabled={Object.values(read).includes(null)} onClick={() => void start()}>
          {t('grid.start')}
        </Button>
      </div>
    </Panel>
  );
}
