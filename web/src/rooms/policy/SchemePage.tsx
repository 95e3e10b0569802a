import { Alert, Button, Table, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useScheme } from '../../api/policy';
import type { RuleLine, SchemeDetail } from '../../api/policyTypes';
import { formatDate, formatInstant } from '../../format';
import { Failure } from '../../shell/Failure';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { useT } from '../../words';
import styles from '../valuation/Valuation.module.css';
import { Two } from '../payments/Two';
import { today } from '../today';
import { Calculator } from './Calculator';
import { Region } from './Region';
import { schemePath } from './SchemesPage';

/** A scheme: the rule in words, where it comes from, what is not published, and what a case would get. */
export default function SchemePage() {
  const t = useT();
  const { kind = '', code = '' } = useParams();
  const found = useScheme(kind === 'share' ? 'share' : 'subsidy', code);
  const back = <Link to="/policy/schemes">← {t('policy.schemes')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const scheme = found.data;
  const { row } = scheme;
  return (
    <>
      <PageHead title={row.title} back={back} state={<><code>{row.code}</code> · {row.version} · <StateMark tone={row.verified ? 'green' : 'amber'}>{t(row.verified ? 'policy.verified' : 'policy.unverified')}</StateMark></>} actions={<>{row.kind === 'subsidy' && <Link to={`/policy/applications/new?scheme=${encodeURIComponent(row.code)}`}><Button type="primary">{t('aid.new')}</Button></Link>}<Link to={`${schemePath(row)}/edit`}><Button>{t('schemeEdit.begin')}</Button></Link></>} />
      <div className={styles['stack']}>
        {scheme.open.length > 0 && <Alert type="warning" showIcon message={t('policy.open')} description={scheme.open.map(words => <div key={words}>{words}</div>)} />}
        <Panel title={t('policy.rule')}>
          <dl className={styles['facts']}>
            <dt>{t('policy.text')}</dt>
            <dd translate="no">{row.policy === '' ? t('shell.none') : row.policy}</dd>
            <dt>{t('policy.source')}</dt>
            <dd translate="no">{row.source}</dd>
            <dt>{t('policy.where')}</dt>
            <dd><Region code={row.jurisdiction} /></dd>
            <dt>{t('policy.dated')}</dt>
            <dd>{formatDate(row.dated)}</dd>
          </dl>
          <Table<RuleLine>
            size="small"
            rowKey={(_, index) => `${index}`}
            pagination={false}
            scroll={{ x: 900 }}
            dataSource={scheme.lines}
            columns={[
              { title: t('policy.part'), width: 110, render: (_, line) => t.code('rulePart', line.part) },
              { title: t('policyEdit.name'), width: 280, render: (_, line) => line.title },
              { title: t('policy.says'), render: (_, line) => (line.part === 'eligibility' || line.part === 'trigger' ? <code translate="no">{line.text}</code> : line.text) },
              { title: t('policy.lineSource'), width: 200, render: (_, line) => <span translate="no">{line.source}</span> },
            ]}
          />
        </Panel>
        <Panel title={t('schemeEdit.versions')} note={t('schemeEdit.versions.note')}>
          <Table<SchemeDetail['versions'][number]>
            size="small"
            rowKey="number"
            pagination={false}
            scroll={{ x: 900 }}
            dataSource={[...scheme.versions].reverse()}
            columns={[
              { title: t('policy.version'), width: 150, render: (_, one) => <>{one.version} {one.number === 0 ? <Tag>{t('policy.shipped')}</Tag> : <Tag color="blue">{t('policy.own')}</Tag>}</> },
              { title: t('schemeEdit.from'), width: 130, render: (_, one) => (one.from === null ? t('shell.none') : formatDate(one.from)) },
              { title: t('aid.state'), width: 120, render: (_, one) => <StateMark tone={one.inForce ? 'green' : 'grey'}>{t(one.inForce ? 'schemeEdit.inForce' : one.from !== null && one.from > today() ? 'schemeEdit.later' : 'schemeEdit.past')}</StateMark> },
              { title: t('funds.reason'), render: (_, one) => <span translate="no">{one.reason ?? t('shell.none')}</span> },
              { title: t('aid.by'), width: 170, render: (_, one) => (one.savedAt === null ? t('shell.none') : <Two first={formatInstant(one.savedAt)} second={<span translate="no">{one.savedBy}</span>} />) },
            ]}
          />
        </Panel>
        <Calculator key={`${row.kind}/${row.code}`} scheme={scheme} />
      </div>
    </>
  );
}
