import { Alert, InputNumber, Select, Table } from 'antd';
import { Link } from 'react-router';
import { useBenchmark, type BenchmarkDeal, type OutsideFigure } from '../../../api/benchmark';
import { formatDate, formatNumber, formatPercent } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { usePreferences } from '../../../shell/Preferences';
import { SearchBox } from '../../../shell/SearchBox';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { rightKinds } from '../../assets/codes';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { unitWord } from '../appraisals/appraisalColumns';
import styles from '../Valuation.module.css';
import { Spread } from './Spread';

const rest = { measure: 'price', kind: '', ipc: '', ageFrom: '', ageTo: '', trlFrom: '', trlTo: '', until: '' };

/** What one's own comparable deals say: sample size and spread first, and no point on thin data. */
export default function BenchmarkPage() {
  const t = useT();
  const { unit } = usePreferences();
  const [address, change] = useAddress(rest);
  const found = useBenchmark(address);
  const rate = address.measure === 'royalty';
  const shown = (value: string | null) => (value === null ? <span className="soft">{t('shell.unknown')}</span> : rate ? formatPercent(value) : <Amount value={value} />);
  const label = (word: 'benchmark.median' | 'benchmark.quartiles' | 'benchmark.ends' | 'benchmark.value') => (rate ? t(word) : `${t(word)}${t('benchmark.unit', { unit: unitWord(t, unit) })}`);
  const whole = (name: 'ageFrom' | 'ageTo' | 'trlFrom' | 'trlTo', max: number) => <InputNumber aria-label={t(`benchmark.${name}`)} placeholder={t(`benchmark.${name}`)} min={0} max={max} precision={0} style={{ width: 116 }} value={address[name] === '' ? null : Number(address[name])} onChange={next => change({ [name]: next === null ? '' : String(next) })} />;
  const data = found.data;
  const left = data === undefined ? [] : (['related', 'unknownAge', 'unknownTrl'] as const).filter(why => data.leftOut[why] > 0).map(why => t(`benchmark.leftOut.${why}`, { count: data.leftOut[why] }));
  return (
    <>
      <PageHead title={t('benchmark.title')} state={t('benchmark.note')} actions={<UnitSwitch />} />
      <div className={styles['filters']}>
        <Select aria-label={t('benchmark.measure')} popupMatchSelectWidth={false} value={address.measure} onChange={measure => change({ measure })} options={(['price', 'royalty', 'value'] as const).map(value => ({ value, label: t(`benchmark.measure.${value}`) }))} />
        <Select aria-label={t('rights.kind')} popupMatchSelectWidth={false} value={address.kind} onChange={kind => change({ kind })} options={[{ value: '', label: t('rights.kind.all') }, ...rightKinds.map(value => ({ value, label: capital(t(`rightKind.${value}`)) }))]} />
        <span className={styles['short']}>
          <SearchBox value={address.ipc} placeholder={t('rights.ipc')} onChange={ipc => change({ ipc })} />
        </span>
        {whole('ageFrom', 100)}
        {whole('ageTo', 100)}
        {whole('trlFrom', 9)}
        {whole('trlTo', 9)}
        <DayField label={t('benchmark.until')} value={address.until} onChange={until => change({ until })} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {data !== undefined && !found.isError && (
        <div className={styles['stack']}>
          {data.thin && <Alert type="warning" showIcon message={t('benchmark.thin', { count: data.n, fewest: data.fewest })} description={t('benchmark.thin.note')} />}
          <Figures
            figures={[
              { label: t('benchmark.n'), value: data.n, note: left.length === 0 ? t('benchmark.fewest', { fewest: data.fewest }) : left.join(' · ') },
              { label: label('benchmark.median'), value: shown(data.median) },
              { label: label('benchmark.quartiles'), value: data.p25 === null ? t('shell.unknown') : <>{shown(data.p25)} – {shown(data.p75)}</> },
              { label: label('benchmark.ends'), value: data.least === null ? t('shell.unknown') : <>{shown(data.least)} – {shown(data.most)}</> },
            ]}
          />
          {!data.thin && <Spread benchmark={data} unit={unit} rate={rate} />}
          <Panel title={t('benchmark.deals')} note={t('benchmark.policy', { version: data.policy })}>
            <Table<BenchmarkDeal>
              size="small"
              rowKey={deal => `${deal.from} ${deal.id}`}
              dataSource={data.deals}
              loading={found.isPlaceholderData}
              locale={{ emptyText: <Nothing>{t('benchmark.empty')}</Nothing> }}
              pagination={data.deals.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
              scroll={{ x: 860 }}
              columns={[
                { title: t('rights.number'), width: 160, fixed: 'left', render: (_, deal) => (deal.rightId === null ? <span translate="no">{deal.number}</span> : <Link translate="no" to={`/rights/${deal.rightId}`}>{deal.number}</Link>) },
                { title: t('benchmark.right'), render: (_, deal) => <span translate="no">{deal.title}</span> },
                { title: t('benchmark.from'), width: 110, render: (_, deal) => (deal.from === 'appraisal' ? <Link to={`/appraisals/${deal.id}`}>{t('batch.open')}</Link> : t('benchmark.trade')) },
                { title: t('benchmark.day'), width: 106, render: (_, deal) => formatDate(deal.day) },
                { title: t('rights.ipc.main'), width: 100, render: (_, deal) => deal.ipc ?? t('shell.none') },
                { title: t('benchmark.age'), width: 80, align: 'right', render: (_, deal) => (deal.age === null ? <span className="soft">{t('shell.unknown')}</span> : formatNumber(deal.age, 1)) },
                { title: t('benchmark.trl'), width: 70, align: 'right', render: (_, deal) => deal.trl ?? <span className="soft">{t('shell.unknown')}</span> },
                { title: label('benchmark.value'), width: 130, align: 'right', render: (_, deal) => shown(deal.value) },
              ]}
            />
          </Panel>
          {data.outside.length > 0 && (
            <Panel title={t('benchmark.outside')} note={t('benchmark.outside.note')}>
              <Table<OutsideFigure>
                size="small"
                rowKey={one => `${one.provider} ${one.asOf} ${one.kind} ${one.ipc}`}
                dataSource={data.outside}
                pagination={false}
                scroll={{ x: 760 }}
                columns={[
                  { title: t('benchmark.provider'), render: (_, one) => <Two first={<span translate="no">{one.provider}</span>} second={<span translate="no">{one.source}</span>} /> },
                  { title: t('value.date'), width: 110, render: (_, one) => formatDate(one.asOf) },
                  { title: t('benchmark.n'), width: 90, align: 'right', render: (_, one) => <>{one.n} {one.thin && <StateMark tone="amber">{t('benchmark.thin.word')}</StateMark>}</> },
                  { title: label('benchmark.median'), width: 130, align: 'right', render: (_, one) => shown(one.median) },
                  { title: label('benchmark.quartiles'), width: 190, align: 'right', render: (_, one) => (one.p25 === null ? t('shell.unknown') : <>{shown(one.p25)} – {shown(one.p75)}</>) },
                ]}
              />
            </Panel>
          )}
        </div>
      )}
    </>
  );
}
