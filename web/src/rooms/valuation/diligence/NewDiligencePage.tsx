import { Alert, Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { makeDiligence } from '../../../api/diligence';
import { useAppraisals, valuationKeys } from '../../../api/valuationQueries';
import { DayField } from '../../../shell/DayField';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { broughtRights, RightPicker } from '../../assets/firms/RightPicker';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { purposes } from '../codes';
import { FirmPicker } from '../FirmPicker';
import { useKeptForm } from '../useKeptForm';
import styles from '../Valuation.module.css';

const rest = { firm: '', scope: 'firm', appraisal: '', day: '', purpose: '' };

/** Which rights are examined, on which day, for what; the checklist is answered from the register and from people. */
export default function NewDiligencePage() {
  const t = useT();
  const navigate = useNavigate();
  const [asked, change, forget] = useKeptForm('zhirong.diligence.form', rest);
  const brought = broughtRights(useLocation().state);
  const [rights, setRights] = useState<string[]>(() => brought.map(right => right.id));
  const write = useWriting([valuationKeys]);
  const appraisals = useAppraisals({ firm: asked.firm, pageSize: 100 }, asked.firm !== '');
  const day = asked.day === '' ? today() : asked.day;
  const ready = asked.purpose !== '' && asked.firm !== '' && (asked.scope !== 'rights' || rights.length > 0);
  const make = async () => {
    let id = '';
    const done = await write.run(
      async () => {
        const made = await makeDiligence({ day, purpose: asked.purpose, firmId: asked.firm, rightIds: asked.scope === 'rights' ? rights : null, appraisalId: asked.appraisal || null });
        id = made.row.id;
        return made;
      },
      made => t('diligence.done', { items: made.row.items }),
    );
    if (done) {
      forget();
      void navigate(`/diligence/${id}`);
    }
  };
  return (
    <>
      <PageHead title={t('diligence.new')} back={<Link to="/diligence">← {t('diligence.title')}</Link>} state={t('diligence.new.note')} />
      <div className={styles['form']}>
        <Panel title={t('new.subject')}>
          <Form layout="vertical">
            {brought.length > 0 && asked.firm === '' && <Alert style={{ marginBottom: 12 }} type="info" showIcon message={t('rights.chosen.brought', { count: brought.length })} />}
            <OtherFindings findings={write.findings} fields={['firmId', 'rightIds', 'day', 'purpose', 'appraisalId']} />
            <Field label={t('appraisals.firm')} id="dd-firm" name="firmId" findings={write.findings}>
              <FirmPicker id="dd-firm" value={asked.firm} onChange={firm => change({ firm, appraisal: '' })} />
            </Field>
            {asked.firm !== '' && (
              <>
                <Form.Item label={t('new.scope')}>
                  <Radio.Group value={asked.scope} onChange={event => change({ scope: event.target.value as string })} options={[{ value: 'firm', label: t('diligence.scope.firm') }, { value: 'rights', label: t('new.scope.rights') }]} />
                </Form.Item>
                {asked.scope === 'rights' && (
                  <Field label={t('new.rights')} id="dd-rights" name="rightIds" findings={write.findings}>
                    <RightPicker id="dd-rights" firm={asked.firm} value={rights} onChange={setRights} known={brought} />
                  </Field>
                )}
                <Field label={t('diligence.against')} id="dd-appraisal" name="appraisalId" findings={write.findings} extra={t('diligence.against.help')}>
                  <Select id="dd-appraisal" allowClear value={asked.appraisal || null} loading={appraisals.isFetching} onChange={appraisal => change({ appraisal: appraisal ?? '' })} optionRender={option => <span translate="no">{option.label}</span>} options={(appraisals.data?.items ?? []).map(row => ({ value: row.id, label: `${row.name} v${row.version}` }))} />
                </Field>
              </>
            )}
            <div className={styles['grid']}>
              <Field label={t('diligence.day')} id="dd-day" name="day" findings={write.findings} extra={t('diligence.day.help')}>
                <DayField id="dd-day" value={day} max={today()} clearable={false} onChange={next => change({ day: next })} />
              </Field>
              <Field label={t('valueKey.purpose')} id="dd-purpose" name="purpose" findings={write.findings}>
                <Select id="dd-purpose" value={asked.purpose || null} onChange={purpose => change({ purpose })} options={purposes.map(value => ({ value, label: t(`valueWord.${value}`) }))} />
              </Field>
            </div>
            <Button type="primary" loading={write.busy} disabled={!ready} onClick={() => void make()}>
              {t('diligence.start')}
            </Button>
          </Form>
        </Panel>
      </div>
    </>
  );
}
