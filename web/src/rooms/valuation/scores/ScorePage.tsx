import { Button, Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useRight } from '../../../api/rightQueries';
import { keepScore, useRubric, useRubrics, useScoreSheets } from '../../../api/scores';
import type { RubricDetail, ScoreSheet } from '../../../api/scoreTypes';
import { valuationKeys } from '../../../api/valuationQueries';
import { formatNumber, formatPercent } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { titleOf } from '../../assets/codes';
import { OtherFindings } from '../../ledger/FieldNotes';
import { Figures } from '../../payments/Figures';
import { CalculationState } from '../../securitization/deal/CalculationState';
import { today } from '../../today';
import { trimZeros } from '../figureText';
import styles from '../Valuation.module.css';
import { carriedOn, readable, type Typed } from './experts';
import { IndicatorTable } from './IndicatorTable';
import { useLiveScore } from './useLiveScore';
import { Vetoes } from './Vetoes';

const rest = { rubric: '', scenario: '', day: '' };

/** A right is scored by a rubric: the register's facts by themselves, the rest by a person; it counts while it is typed. */
export default function ScorePage() {
  const t = useT();
  const { id = '' } = useParams();
  const [address, change] = useAddress(rest);
  const right = useRight(id, '');
  const rubrics = useRubrics();
  const sheets = useScoreSheets(id);
  const code = address.rubric === '' ? (rubrics.data?.rows[0]?.code ?? null) : address.rubric;
  const rubric = useRubric(code);
  const back = <Link to={`/rights/${id}/valuation`}>← {right.data === undefined ? t('rights.title') : <span translate="no">{titleOf(right.data.right, t.either)}</span>}</Link>;
  const failed = [right, rubrics, rubric, sheets].find(one => one.isError);
  if (failed !== undefined) return <>{back}<Failure reason={failed.error} onRetry={() => void failed.refetch()} /></>;
  if (right.data === undefined || rubrics.data === undefined || rubric.data === undefined || sheets.data === undefined || code === null) return <PageSkeleton rows={12} />;
  return (
    <>
      <PageHead
        title={t('score.title')}
        back={back}
        state={<><span translate="no">{right.data.right.number}</span> · {rubric.data.statement}</>}
      />
      <div className={styles['filters']}>
        <Select aria-label={t('score.rubric')} popupMatchSelectWidth={false} value={code} onChange={next => change({ rubric: next, scenario: '' })} options={rubrics.data.rows.map(one => ({ value: one.code, label: `${capital(one.title)} ${one.version}` }))} />
        <Select aria-label={t('score.scenario')} popupMatchSelectWidth={false} value={address.scenario === '' ? (rubric.data.scenarios[0]?.id ?? '') : address.scenario} onChange={scenario => change({ scenario })} options={rubric.data.scenarios.map(one => ({ value: one.id, label: capital(one.title) }))} />
        <DayField label={t('score.day')} value={address.day === '' ? today() : address.day} max={today()} clearable={false} onChange={day => change({ day })} />
        <Link to={`/rubrics/${encodeURIComponent(code)}`}>{t('score.rubric.open')}</Link>
      </div>
      <Sheet key={`${code} ${rubric.data.row.number}`} id={id} rubric={rubric.data} scenario={address.scenario === '' ? (rubric.data.scenarios[0]?.id ?? '') : address.scenario} day={address.day === '' ? today() : address.day} last={sheets.data.rows[0]} />
    </>
  );
}

const shelf = (right: string, rubric: string) => `zhirong.score.${right}.${rubric}`;

function Sheet({ id, rubric, scenario, day, last }: { id: string; rubric: RubricDetail; scenario: string; day: string; last: ScoreSheet | undefined }) {
  const t = useT();
  const navigate = useNavigate();
  const may = useMay('valuation.score.keep');
  const place = shelf(id, rubric.row.code);
  const [typed, setTyped] = useState<Record<string, Typed>>(() => kept(place) ?? carriedOn(last, rubric));
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const write = useWriting([valuationKeys, ['evidence']], () => setAsking(false));
  const asked = { rightId: id, rubric: rubric.row.code, scenario, scores: readable(typed), day };
  const live = useLiveScore(asked);
  useEffect(() => sessionStorage.setItem(place, JSON.stringify(typed)), [place, typed]);
  const subject = live.score?.result.subjects[0];
  const save = async () => {
    const done = await write.run(() => keepScore({ ...asked, reason: reason.trim() }), sheet => t('score.kept', { grade: sheet.grade ?? t('shell.unknown') }));
    if (done) {
      sessionStorage.removeItem(place);
      void navigate(`/rights/${id}/valuation`);
    }
  };
  return (
    <div className={styles['stack']}>
      <CalculationState failure={live.failure} />
      <OtherFindings findings={live.findings} fields={[]} />
      <div style={{ opacity: live.stale && subject !== undefined ? 0.6 : 1 }}>
        <Figures
          figures={[
            { label: t('score.total'), value: subject?.total == null ? t('shell.unknown') : trimZeros(formatNumber(subject.total, 2)), note: subject === undefined ? null : t(`scoreOutcome.${subject.outcome}`) },
            { label: t('score.grade'), value: subject?.grade == null ? t('shell.unknown') : <StateMark tone="blue">{subject.grade}</StateMark> },
            { label: t('score.coverage'), value: subject === undefined ? t('shell.unknown') : formatPercent(subject.coverage), note: t('score.coverage.need', { need: formatPercent(rubric.coverage, 0) }) },
            ...(subject?.level1 ?? []).map(side => ({ label: capital(side.title), value: side.score === null ? t('shell.unknown') : trimZeros(formatNumber(side.score, 2)), note: t('score.weight', { weight: formatPercent(side.weight, 0) }) })),
          ]}
        />
      </div>
      <Vetoes rubric={rubric} fired={subject?.vetoes ?? []} scenario={scenario} />
      <IndicatorTable rubric={rubric} subject={subject} facts={live.score?.facts ?? []} typed={typed} may={may} onType={(indicator, next) => setTyped(current => ({ ...current, [indicator]: next }))} />
      {may && (
        <div>
          <Button type="primary" disabled={live.stale || live.findings.length > 0 || subject === undefined} onClick={() => setAsking(true)}>
            {t('score.keep')}
          </Button>
        </div>
      )}
      <Modal open={asking} title={t('score.keep')} okText={t('score.keep')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void save()} onCancel={() => setAsking(false)}>
        <OtherFindings findings={write.findings} fields={[]} />
        <label>
          {t('value.save.reason')}
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
        </label>
      </Modal>
    </div>
  );
}

function kept(place: string): Record<string, Typed> | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as Record<string, Typed> | null;
  } catch {
    return null;
  }
}
