import { Button, Select, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { importFirms, lookAtFirms, useMappings } from '../../../api/imports';
import type { FirmRead, FirmsImported } from '../../../api/importTypes';
import { useSource } from '../../../api/rightQueries';
import { none } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useT, type Translate } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { FileDrop } from '../../payments/FileDrop';
import { Two } from '../../payments/Two';
import { today } from '../../today';
import styles from '../Assets.module.css';
import { capital } from '../capital';
import { FindingTable } from '../sources/FindingTable';
import { SourceReport } from '../sources/SourceReport';
import { useRightWrite } from '../useRightWrite';
import own from './Import.module.css';
import { KeepMapping } from './KeepMapping';

const rest = { source: '' };

/** Firms' statements: dropped, looked at, taken in. */
export default function FirmImportPage() {
  const t = useT();
  const [{ source }, change] = useAddress(rest);
  const [file, setFile] = useState<File | null>(null);
  const [seen, setSeen] = useState<FirmsImported | null>(null);
  const [edited, setEdited] = useState<Record<string, string>>({});
  const [asOf, setAsOf] = useState(today());
  const write = useRightWrite();
  const report = useSource(source === '' ? null : source);
  const mappings = useMappings('firms');
  const names = mappings.data?.mappings ?? [];
  const look = (next: File, mapping: string) =>
    write.run(
      async () => {
        setFile(next);
        setSeen(null);
        const read = await lookAtFirms(next, mapping);
        setSeen(read);
        setEdited({});
        return read;
      },
      () => t('import.look.done', { format: t('importFormat.firms') }),
    );
  const take = () =>
    file !== null &&
    write.run(
      async () => {
        const answer = await importFirms(file, { mapping: seen?.mapping ?? '', asOf });
        change({ source: answer.report?.source ?? '' });
        return answer;
      },
      answer => t(answer.report?.repeated === true ? 'import.repeated' : 'import.done'),
    );
  const again = () => {
    setFile(null);
    setSeen(null);
    write.forget();
    change({ source: '' });
  };
  const unused = seen === null ? [] : Object.keys(seen.unused);
  return (
    <>
      <PageHead title={t('import.firms.title')} back={<Link to="/firms">{t('firms.title')}</Link>} actions={seen === null && source === '' ? undefined : <Button onClick={again}>{t(source === '' ? 'import.other' : 'import.again')}</Button>} />
      <div className={styles['stack']}>
        <OtherFindings findings={write.findings} fields={[]} />
        {source === '' && seen === null && (write.busy ? <Skeleton active paragraph={{ rows: 8 }} /> : <FileDrop accept=".csv,.txt,.xlsx" label={t('import.firms.drop')} note={t('import.firms.drop.note')} onFile={next => void look(next, '')} />)}
        {source === '' && seen !== null && file !== null && (
          <>
            <div className={own['go']}>
              <span className={own['asOf']}>
                <label htmlFor="firms-as-of">{t('import.asOf')}</label>
                <DayField id="firms-as-of" value={asOf} max={today()} clearable={false} onChange={setAsOf} />
              </span>
              <Select
                aria-label={t('import.mapping')}
                value={seen.mapping ?? ''}
                popupMatchSelectWidth={false}
                onChange={mapping => void look(file, mapping)}
                options={[{ value: '', label: t('import.mapping.none') }, ...names.map(({ name }) => ({ value: name, label: name }))]}
              />
              {Object.keys(edited).length > 0 && <span className="soft">{t('import.mapping.first')}</span>}
              <Button type="primary" loading={write.busy} disabled={seen.firms.length === 0 || Object.keys(edited).length > 0} onClick={() => void take()}>
                {t('import.take')}
              </Button>
            </div>
            <Panel title={t('import.firm')}>
              <FirmTable t={t} firms={seen.firms} />
            </Panel>
            {seen.findings.length > 0 && (
              <Panel title={t('import.problems')} note={t('import.problems.some', { refused: seen.refused, warnings: seen.warnings, shown: seen.findings.length })}>
                <FindingTable findings={seen.findings} />
              </Panel>
            )}
            {unused.length > 0 && (
              <Panel title={t('import.firms.labels')}>
                {Object.keys(edited).length > 0 && <KeepMapping kind="firms" name={seen.mapping ?? ''} before={names.find(({ name }) => name === seen.mapping)?.columns ?? {}} edited={edited} onKept={mapping => void look(file, mapping)} />}
                <dl className={styles['facts']}>
                  {unused.map(label => (
                    <div key={label} style={{ display: 'contents' }}>
                      <dt translate="no">{label}</dt>
                      <dd>
                        <Select
                          className={own['field'] ?? ''}
                          aria-label={t('import.field.of', { column: label })}
                          showSearch
                          optionFilterProp="label"
                          value={edited[label] ?? ''}
                          options={[{ value: '', label: t('import.field.none') }, ...seen.fields.map(value => ({ value, label: fieldTitle(t, value) }))]}
                          onChange={value => {
                            const { [label]: _, ...others } = edited;
                            setEdited(value === '' ? others : { ...edited, [label]: value });
                          }}
                        />
                      </dd>
                    </div>
                  ))}
                </dl>
              </Panel>
            )}
          </>
        )}
        {source !== '' && report.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {source !== '' && report.isError && <Failure reason={report.error} onRetry={() => void report.refetch()} />}
        {source !== '' && report.data !== undefined && <SourceReport report={report.data} />}
      </div>
    </>
  );
}

/** Figures have their words among the figures of statements, the rest among the fields. */
function fieldTitle(t: Translate, field: string) {
  const figure = t.code('figure', field);
  return capital(figure === field ? t.code('importField', field) : figure);
}

function FirmTable({ t, firms }: { t: Translate; firms: readonly FirmRead[] }) {
  return (
    <Table<FirmRead>
      size="small"
      rowKey={firm => `${firm.line} ${firm.name}`}
      dataSource={[...firms]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 760 }}
      locale={{ emptyText: <Nothing>{t('import.firm.none')}</Nothing> }}
      columns={[
        { title: t('import.line'), dataIndex: 'line', width: 64, align: 'right' },
        { title: t('import.firm'), render: (_, firm) => <Two first={firm.known === null ? firm.name : <Link to={`/firms/${firm.known}`}>{firm.name === '' ? firm.code : firm.name}</Link>} second={firm.code ?? undefined} /> },
        { title: t('sources.outcome'), width: 130, render: (_, firm) => <StateMark tone={firm.known === null ? 'blue' : 'grey'}>{t(firm.known === null ? 'import.firm.new' : 'import.firm.known')}</StateMark> },
        { title: t('import.firm.periods'), width: 220, render: (_, firm) => (firm.periods.length === 0 ? none : firm.periods.join('、')) },
        { title: t('import.firm.products'), width: 220, render: (_, firm) => (firm.products.length === 0 ? none : firm.products.join('、')) },
      ]}
    />
  );
}
