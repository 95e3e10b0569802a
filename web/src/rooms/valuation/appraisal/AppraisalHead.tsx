import { FileProtectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { AppraisalDetail } from '../../../api/valuationTypes';
import { formatDate, formatInstant } from '../../../format';
import { PageHead } from '../../../shell/PageHead';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT } from '../../../words';
import { stateTones } from '../codes';
import { Person } from '../Person';
import { text } from '../request';
import type { Working } from './useWorking';

/** Name, state in one line, and where to go from here. */
export function AppraisalHead({ detail, working }: { detail: AppraisalDetail | null; working: Working }) {
  const t = useT();
  const { request } = working;
  const day = text(request['base_date']);
  const facts = [
    ...(day === '' ? [] : [t('value.head.day', { day: formatDate(day) })]),
    ...[text(request['value_type']), text(request['purpose'])].filter(word => word !== '').map(word => t.code('valueWord', word)),
  ];
  return (
    <PageHead
      named
      title={working.name === '' ? t('appraisals.unnamed') : working.name}
      back={<Link to="/appraisals">← {t('appraisals.title')}</Link>}
      state={
        <>
          {detail === null ? <StateMark tone="grey">{t('value.unsaved')}</StateMark> : <StateMark tone={stateTones[detail.row.state]}>{t.code('appraisalState', detail.row.state)}</StateMark>}{' '}
          {working.firmId === null ? working.firmName === '' ? t('appraisals.noFirm') : <span translate="no">{working.firmName}</span> : <Link translate="no" style={{ textDecoration: 'underline' }} to={`/firms/${working.firmId}`}>{working.firmName === '' ? t('appraisals.firm') : working.firmName}</Link>} · {facts.join(' · ')}{detail === null ? null : <> · v{detail.row.version} {formatInstant(detail.row.changedAt)} <Person name={detail.row.changedBy} /></>}
        </>
      }
      actions={
        <>
          <UnitSwitch />
          {detail !== null && (
            <Link to={`/evidence?kind=appraisal&subject=${detail.row.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
            </Link>
          )}
        </>
      }
    />
  );
}
