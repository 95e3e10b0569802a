import { Alert, Button, Progress } from 'antd';
import { Link } from 'react-router';
import { findingsAddress } from '../../../api/imports';
import type { ImportReport } from '../../../api/importTypes';
import { formatDate, formatNumber } from '../../../format';
import { useLanguage, useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import styles from '../Assets.module.css';
import { FindingTable } from './FindingTable';

/** What became of a file: what was taken, joined, refused, warned of and left; while it is being read, how far it is. */
export function SourceReport({ report }: { report: ImportReport }) {
  const t = useT();
  const language = useLanguage();
  const count = (value: number) => formatNumber(String(value), 0);
  const unused = Object.entries(report.unused).sort(([, one], [, other]) => other - one);
  const all = report.refused + report.warnings;
  const firms = report.format === 'firms';
  const percent = report.size === 0 ? 0 : Math.floor((report.readBytes / report.size) * 100);
  return (
    <div className={styles['stack']}>
      {report.repeated && <Alert type="info" showIcon message={t('import.repeated')} />}
      {!report.done && (
        <div role="status">
          <Alert type="info" showIcon message={t('import.going')} description={t('import.going.far', { percent, taken: count(report.taken), refused: count(report.refused) })} />
          <Progress percent={percent} status="active" aria-label={t('import.going')} />
        </div>
      )}
      <Figures
        figures={[
          { label: t('sources.rows'), value: count(report.rows), note: [report.name, t.code('importFormat', report.format), report.mapping].filter(part => part !== '').join(' · ') },
          { label: t('sources.taken'), value: count(report.taken), note: report.done ? t(firms ? 'sources.taken.firms' : 'sources.taken.note', { rights: count(report.rights), merged: count(report.merged) }) : undefined },
          { label: t('sources.refused'), value: count(report.refused) },
          { label: t('sources.warnings'), value: count(report.warnings) },
          { label: t('import.asOf'), value: formatDate(report.asOf) },
        ]}
      />
      <div className={styles['marks']}>
        <Link to={firms ? '/firms' : `/rights?source=${report.source}`}>
          <Button>{t(firms ? 'import.firms' : 'import.rights')}</Button>
        </Link>
        {report.questions > 0 && (
          <Link to={`/rights/questions?source=${report.source}`}>
            <Button>{t('import.questions', { count: count(report.questions) })}</Button>
          </Link>
        )}
        {report.kept > 0 && (
          <>
            <Button href={findingsAddress(report.source, 'xlsx', language)}>{t('import.download.xlsx')}</Button>
            <Button href={findingsAddress(report.source, 'csv', language)}>{t('import.download.csv')}</Button>
          </>
        )}
      </div>
      <h3>{t('sources.findings')}</h3>
      {all > report.findings.length && <Alert type="info" showIcon message={t('sources.findings.some', { shown: report.findings.length, kept: count(report.kept), all: count(all) })} />}
      <FindingTable findings={report.findings} />
      <h3>{t('sources.unused')}</h3>
      {unused.length === 0 ? (
        <p className="soft">{t('sources.unused.none')}</p>
      ) : (
        <dl className={styles['facts']}>
          {unused.map(([name, times]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt translate="no">{name}</dt>
              <dd>{t('sources.unused.times', { count: times })}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
