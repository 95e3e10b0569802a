import { Alert, InputNumber, Table } from 'antd';
import { Link, useParams } from 'react-router';
import { useFirmIndex, type IndexPart } from '../../../api/instant';
import { formatDate, formatInstant } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { figureText } from '../promises/figures';
import { sourceName } from '../sourceName';

const rest = { founded: '', overdueDays: '' };

/** The index of a firm by our model: what each indicator brings, from which fact, and what is not known. */
export default function FirmIndexPage() {
  const t = useT();
  const { firm = '' } = useParams();
  const [address, change] = useAddress(rest);
  const found = useFirmIndex(firm, address);
  const back = <Link to={`/firms/${firm}`}>← {found.data?.firmName ?? t('instant.firm')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={10} />
    );
  }
  const view = found.data;
  return (
    <>
      <PageHead title={t('index.title')} back={back} state={<><span translate="no">{view.firmName}</span> · {formatDate(view.day)}</>} />
      {view.missing.length > 0 && <Alert type="warning" showIcon style={{ marginBottom: 10 }} message={t('index.missing', { names: view.missing.join(t('form.and')) })} />}
      <Figures
        figures={[
          { label: t('index.points'), value: view.points ?? t('shell.unknown') },
          { label: t('index.grade'), value: view.grade ?? t('shell.unknown') },
          { label: t('index.model'), value: view.modelTitle, note: <span translate="no">{view.model}</span> },
        ]}
      />
      <p className="soft">{t('index.disclaimer')}</p>
      <div className={styles['filters']}>
        <label>{t('index.founded')} <DayField id="index-founded" value={address.founded} onChange={founded => change({ founded })} /></label>
        <label>{t('index.overdue')} <InputNumber id="index-overdue" min={0} max={9999} value={address.overdueDays === '' ? null : Number(address.overdueDays)} onChange={value => change({ overdueDays: value === null ? '' : String(value) })} /></label>
        <span className="soft">{t('index.stated')}</span>
      </div>
      <div className={styles['stack']}>
        <Panel title={t('index.parts')}>
          <Table<IndexPart>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: 860 }}
            dataSource={[...view.parts]}
            columns={[
              { title: t('index.part'), width: 190, render: (_, one) => <Two first={one.title} second={one.group} /> },
              { title: t('index.has'), width: 140, align: 'right', render: (_, one) => <span className="tabular">{one.has == null ? t('shell.unknown') : figureText('', '', `${one.has}`)}</span> },
              { title: t('index.partPoints'), width: 90, align: 'right', render: (_, one) => <span className="tabular">{one.points ?? '—'}</span> },
              { title: t('index.weight'), width: 100, align: 'right', render: (_, one) => <span className="tabular">{(Number(one.weight) * 100).toFixed(2)}</span> },
              { title: t('index.brings'), width: 90, align: 'right', render: (_, one) => <span className="tabular">{one.brings ?? '—'}</span> },
              { title: t('instant.source'), render: (_, one) => one.facts.map(fact => <Two key={fact.name} first={<span translate="no">{sourceName(t, fact.source)}</span>} second={fact.date === null || fact.date === undefined ? fact.title : `${fact.title} · ${formatDate(fact.date)}`} />) },
            ]}
          />
        </Panel>
        <Panel title={t('index.givenList')} extra={<Link to="/lending/indices">{t('index.takeMore')}</Link>}>
          <Table
            size="small"
            rowKey={one => `${one.model} ${one.day}`}
            pagination={false}
            scroll={{ x: 640 }}
            dataSource={[...view.given]}
            locale={{ emptyText: t('index.givenNone') }}
            columns={[
              { title: t('index.model'), render: (_, one) => <span translate="no">{one.model}</span> },
              { title: t('index.points'), width: 100, align: 'right', render: (_, one) => <span className="tabular">{one.points}</span> },
              { title: t('instant.day'), width: 120, render: (_, one) => formatDate(one.day) },
              { title: t('index.file'), render: (_, one) => <Two first={<span translate="no">{one.source}</span>} second={<Link translate="no" title={one.sha256} to={`/evidence?kind=index_file&subject=${one.sha256}`}>SHA-256 {one.sha256.slice(0, 12)}…</Link>} /> },
              { title: t('indices.at'), width: 170, render: (_, one) => <Two first={formatInstant(one.at)} second={t.code('person', one.by)} /> },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
