import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { precheck } from '../../../api/lending';
import type { PreCheck } from '../../../api/lendingTypes';
import { DayField } from '../../../shell/DayField';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { PreCheckTable } from './PreCheckTable';

/** Numbers pasted, every ground of every registry looked at before anything is filed. */
export default function PreCheckPage() {
  const t = useT();
  const may = useMay('lending.pledge.make');
  const write = useWriting([]);
  const brought = useLocation().state as { numbers?: string; pledgors?: string } | null;
  const [numbers, setNumbers] = useState(brought?.numbers ?? '');
  const [pledgor, setPledgor] = useState(brought?.pledgors ?? '');
  const [debtEnd, setDebtEnd] = useState('');
  const [day, setDay] = useState(today());
  const [found, setFound] = useState<PreCheck | null>(null);
  const pledgors = pledgor.split(/[\n、,，;；]/).map(name => name.trim()).filter(name => name !== '');
  const rights = (found?.rows ?? []).filter(row => row.rightId !== null && row.grounds.length > 0 && row.outcome !== 'fails').map(row => row.typed);
  const run = async () => {
    await write.run(
      async () => {
        const answer = await precheck({ numbers, debtEnd, pledgors: pledgors.map(name => ({ name })), day });
        setFound(answer);
        return answer;
      },
      answer => t('precheck.done', { count: answer.rows.length }),
    );
  };
  return (
    <>
      <PageHead title={t('precheck.title')} state={t('precheck.note')} actions={may && rights.length > 0 ? <Link to="/pledges/new" state={{ numbers: rights.join('\n'), pledgors: pledgors.join('、'), debtTo: debtEnd }}><Button type="primary">{t('precheck.pledge', { count: rights.length })}</Button></Link> : null} />
      <div className={styles['pair']}>
        <Form layout="vertical" className={styles['panel'] ?? ''}>
          <OtherFindings findings={write.findings} fields={['numbers', 'pledgors', 'debtEnd', 'day']} />
          <Field label={t('precheck.numbers')} id="precheck-numbers" name="numbers" findings={write.findings} extra={t('precheck.numbers.help')}>
            <Input.TextArea id="precheck-numbers" rows={10} value={numbers} translate="no" onChange={event => setNumbers(event.target.value)} />
          </Field>
          <Field label={t('precheck.pledgor')} id="precheck-pledgor" name="pledgors" findings={write.findings} extra={t('precheck.pledgor.help')}>
            <Input.TextArea id="precheck-pledgor" autoSize={{ minRows: 1, maxRows: 4 }} value={pledgor} translate="no" onChange={event => setPledgor(event.target.value)} />
          </Field>
          <div className={styles['grid']}>
            <Field label={t('precheck.debtEnd')} id="precheck-end" name="debtEnd" findings={write.findings}>
              <DayField id="precheck-end" value={debtEnd} onChange={setDebtEnd} />
            </Field>
            <Field label={t('precheck.day')} id="precheck-day" name="day" findings={write.findings}>
              <DayField id="precheck-day" value={day} clearable={false} onChange={setDay} />
            </Field>
          </div>
          <Button type="primary" block loading={write.busy} disabled={numbers.trim() === '' || debtEnd === ''} onClick={() => void run()}>
            {t('precheck.run')}
          </Button>
        </Form>
        <div style={{ minWidth: 0 }}>{found === null ? <Nothing>{t('precheck.empty')}</Nothing> : <PreCheckTable found={found} />}</div>
      </div>
    </>
  );
}
