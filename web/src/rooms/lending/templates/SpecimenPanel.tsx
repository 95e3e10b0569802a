import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { specimenPdf, useSpecimen } from '../../../api/paperTemplates';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { type Language, useLanguage, useT } from '../../../words';
import styles from './Templates.module.css';

interface Props {
  text: string;
  record: string | null;
  /** Whether the text is known to be readable; until it is the last sound page stays. */
  sound: boolean;
  faulty: boolean;
  english: boolean;
  name: string;
}

/** The document the text would make of the record chosen, as it will be printed. */
export function SpecimenPanel({ text, record, sound, faulty, english, name }: Props) {
  const t = useT();
  const reader = useLanguage();
  const refused = useFailureNotice();
  const [chosen, setChosen] = useState<Language>(reader);
  const [busy, setBusy] = useState(false);
  const language = english ? chosen : 'zh';
  const page = useSpecimen(text, record, language, sound);
  const take = async () => {
    if (record === null) return;
    setBusy(true);
    try {
      const place = URL.createObjectURL(await specimenPdf(text, record, language));
      const link = document.createElement('a');
      link.href = place;
      link.download = `${name}-specimen.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(place), 10_000);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={styles['bar']}>
        <span className={styles['note']} role="status">{page.isFetching ? t('template.preview.working') : ''}</span>
        {english && <Segmented size="small" aria-label={t('report.language')} value={chosen} onChange={setChosen} options={[{ value: 'zh', label: t('report.language.zh') }, { value: 'en', label: t('report.language.en') }]} />}
        <Button size="small" icon={<DownloadOutlined />} loading={busy} disabled={record === null || !sound} onClick={() => void take()}>{t('template.pdf')}</Button>
      </div>
      {faulty && page.data !== undefined && <Alert style={{ marginBottom: 8 }} type="warning" showIcon message={t('template.preview.stale')} />}
      {record === null ? <Nothing>{t('template.record.none')}</Nothing>
        : page.isError ? <Failure reason={page.error} onRetry={() => void page.refetch()} />
          : page.data === undefined ? (!faulty ? <PageSkeleton rows={12} /> : <Alert type="error" showIcon message={t('policyEdit.broken')} />)
            : <iframe title={t('template.preview')} sandbox="allow-same-origin" srcDoc={page.data} className={styles['page']} />}
    </>
  );
}
