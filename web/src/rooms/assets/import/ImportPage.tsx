import { Alert, Button, Skeleton, Steps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { importRights, lookAtRights } from '../../../api/imports';
import type { ImportPreview } from '../../../api/importTypes';
import { useSource } from '../../../api/rightQueries';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { FileDrop } from '../../payments/FileDrop';
import styles from '../Assets.module.css';
import { SourceReport } from '../sources/SourceReport';
import { useRightWrite } from '../useRightWrite';
import { PreviewPanels } from './PreviewPanels';
import { TakeBar } from './TakeBar';

const rest = { source: '' };

/** A file of a register: dropped, looked at, set right, taken in; its report has an address of its own. */
export default function ImportPage() {
  const t = useT();
  const [{ source }, change] = useAddress(rest);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [edited, setEdited] = useState<Record<string, string>>({});
  const [asOf, setAsOf] = useState('');
  const reading = useRightWrite();
  const report = useSource(source === '' ? null : source);
  const look = (next: File, mapping: string | null) =>
    reading.run(
      async () => {
        setFile(next);
        setPreview(null);
        const seen = await lookAtRights(next, mapping);
        setPreview(seen);
        setEdited({});
        return seen;
      },
      seen => t('import.look.done', { format: t.code('importFormat', seen.format) }),
    );
  const take = () =>
    file !== null &&
    reading.run(
      async () => {
        const answer = await importRights(file, { mapping: preview?.mapping ?? '', asOf });
        change({ source: answer.report?.source ?? '' });
        return answer;
      },
      answer => t(answer.report?.repeated === true ? 'import.repeated' : answer.job === null ? 'import.done' : 'import.going'),
    );
  const again = () => {
    setFile(null);
    setPreview(null);
    setEdited({});
    reading.forget();
    change({ source: '' });
  };
  const step = source !== '' ? 2 : preview === null ? 0 : 1;
  return (
    <>
      <PageHead
        title={t('import.title')}
        back={<Link to="/rights/sources">{t('sources.title')}</Link>}
        state={<Steps size="small" responsive={false} current={step} items={[{ title: t('import.step.file') }, { title: t('import.step.check') }, { title: t('import.step.done') }]} />}
        actions={step === 0 ? <Link to="/firms/import"><Button>{t('import.firms.title')}</Button></Link> : <Button onClick={again}>{t(step === 1 ? 'import.other' : 'import.again')}</Button>}
      />
      <div className={styles['stack']}>
        <OtherFindings findings={reading.findings} fields={[]} />
        {source === '' && preview === null && (reading.busy ? <Skeleton active paragraph={{ rows: 8 }} /> : <FileDrop accept=".csv,.txt,.tsv,.xlsx,.xml" label={t('import.drop')} note={t('import.drop.note')} onFile={next => void look(next, null)} />)}
        {source === '' && preview !== null && file !== null && (
          <>
            {preview.stored !== null && <Alert type="info" showIcon message={t('import.stored')} action={<Button size="small" onClick={() => change({ source: preview.stored ?? '' })}>{t('import.stored.link')}</Button>} />}
            {preview.untitled && <Alert type="warning" showIcon message={t('import.untitled')} />}
            <TakeBar preview={preview} asOf={asOf} onAsOf={setAsOf} busy={reading.busy} edited={Object.keys(edited).length} onTake={() => void take()} />
            <PreviewPanels preview={preview} edited={edited} onEdit={setEdited} onMapping={mapping => void look(file, mapping)} busy={reading.busy} />
          </>
        )}
        {source !== '' && report.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {source !== '' && report.isError && <Failure reason={report.error} onRetry={() => void report.refetch()} />}
        {source !== '' && report.data !== undefined && <SourceReport report={report.data} />}
      </div>
    </>
  );
}
