import { Link } from 'react-router';
import type { AppraisalDetail } from '../../../api/valuationTypes';
import { difference, formatDate, formatPercent, isZero, ratio } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { StateMark } from '../../../shell/StateMark';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { unitWord } from '../appraisals/appraisalColumns';
import type { Live } from './useLive';

/** The diligence the value is read with, else the way to one. */
function ToDiligence({ detail }: { detail: AppraisalDetail }) {
  const t = useT();
  const { row, diligence } = detail;
  const style = { textDecoration: 'underline' };
  if (diligence !== null) return <Link style={style} to={`/diligence/${diligence.id}`}>{t('value.diligence.see', { day: formatDate(diligence.day) })}</Link>;
  return row.firmId === null ? null : <Link style={style} to={`/diligence/new?firm=${row.firmId}&appraisal=${row.id}&purpose=${row.purpose}`}>{t('diligence.new')}</Link>;
}

/** What the request gives as it stands, and how far that is from what was saved. */
export function ValueBar({ live, detail }: { live: Live; detail: AppraisalDetail | null }) {
  const t = useT();
  const { unit } = usePreferences();
  const of = live.calculation;
  const word = unitWord(t, unit);
  const unknown = <span className="soft">{t('shell.unknown')}</span>;
  const saved = detail?.row.total ?? null;
  const moved = of?.total === undefined || of.total === null || saved === null ? null : difference(of.total, saved);
  const part = moved === null ? null : ratio(moved, saved);
  const after = of?.afterDiligence;
  return (
    <div style={{ opacity: live.stale && of !== null ? 0.6 : 1 }} aria-busy={live.stale} data-value={of?.total ?? ''}>
      <Figures
        figures={[
          {
            label: t('value.concluded', { unit: word }),
            value: of?.total === null || of === null ? unknown : <Amount value={of.total} />,
            note: of === null ? null : of.total === null ? t('value.concluded.none') : moved === null || isZero(moved) ? null : <>{t('value.moved')} <Amount value={moved} signed /> {part === null ? null : formatPercent(part)}</>,
          },
          { label: t('value.range', { unit: word }), value: of === null || of.low === null || of.rangeBasis === null ? unknown : <><Amount value={of.low} /> – <Amount value={of.high} /></>, note: of?.rangeBasis === null || of === null ? null : t.code('valueRange', of.rangeBasis) },
          { label: t('appraisals.after', { unit: word }), value: after === undefined || after.value === null ? unknown : <Amount value={after.value} />, note: after === undefined ? null : <>{after.reason} {detail === null ? null : <ToDiligence detail={detail} />}</> },
          { label: t('value.pledge.of', { unit: word }), value: of?.result.pledge == null ? unknown : <Amount value={of.result.pledge.value} />, note: of !== null && of.result.pledge === null ? t('value.pledge.none') : null },
          { label: t('value.methods.count'), value: of === null ? unknown : of.result.methods.length, note: of === null ? null : of.result.open.length === 0 ? t('value.open.none') : <StateMark tone="amber">{t('value.open.count', { count: of.result.open.length })}</StateMark> },
        ]}
      />
    </div>
  );
}
