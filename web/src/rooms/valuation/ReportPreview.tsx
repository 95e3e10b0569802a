import { DownloadOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { fetchFile } from '../../api/ask';
import { Failure } from '../../shell/Failure';
import { Panel } from '../../shell/Panel';
import { useFailureNotice } from '../../shell/useFailureNotice';
import { useLanguage, useT, type Language } from '../../words';
import styles from './Valuation.module.css';

interface Props {
  /** Under `/api/v1`, without what is asked. */
  path: string;
  /** Versions that can be chosen; none where there is but one state. */
  versions?: readonly number[];
  note?: string;
  /** There is no English of it. */
  chineseOnly?: boolean;
  name: string;
}

const kinds = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

/** A report as it will be printed, and the files to take away. */
export function ReportPreview({ path, versions = [], note, chineseOnly = false, name }: Props) {
  const t = useT();
  const reader = useLanguage();
  const refused = useFailureNotice();
  const [language, setLanguage] = useState<Language>(chineseOnly ? 'zh' : reader);
  const [version, setVersion] = useState(versions[0] ?? null);
  const [page, setPage] = useState<{ html: string } | { failure: unknown } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const asked = (format: string) => `${path}?format=${format}&lang=${language}${version === null ? '' : `&version=${version}`}`;
  const html = asked('html');
  useEffect(() => {
    const stop = new AbortController();
    setPage(null);
    void fetchFile(html, stop.signal)
      .then(({ bytes }) => setPage({ html: new TextDecoder().decode(bytes) }))
      .catch((failure: unknown) => {
        if (!stop.signal.aborted) setPage({ failure });
      });
    return () => stop.abort();
  }, [html, attempt]);
  const take = async (format: keyof typeof kinds) => {
    setBusy(format);
    try {
      const { bytes, name: given } = await fetchFile(asked(format));
      const link = document.createElement('a');
      const place = URL.createObjectURL(new Blob([bytes], { type: kinds[format] }));
      link.href = place;
      link.download = given ?? `${name}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(place), 10_000);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Panel
      title={t('report.title')}
      note={note}
      extra={
        <div className={styles['actions']}>
          {versions.length > 1 && version !== null && <Select aria-label={t('version.number')} size="small" value={version} onChange={setVersion} options={versions.map(number => ({ value: number, label: `v${number}` }))} />}
          {!chineseOnly && <Segmented size="small" aria-label={t('report.language')} value={language} onChange={setLanguage} options={[{ value: 'zh', label: t('report.language.zh') }, { value: 'en', label: t('report.language.en') }]} />}
          {(['pdf', 'docx'] as const).map(format => (
            <Button key={format} size="small" icon={<DownloadOutlined />} loading={busy === format} onClick={() => void take(format)}>
              {t('report.take', { format: format.toUpperCase() })}
            </Button>
          ))}
        </div>
      }
    >
      {page === null && <Skeleton active title={false} paragraph={{ rows: 14 }} />}
      {page !== null && 'failure' in page && <Failure reason={page.failure} onRetry={() => setAttempt(count => count + 1)} />}
      {page !== null && 'html' in page && <iframe title={t('report.title')} sandbox="allow-same-origin" srcDoc={page.html} style={{ width: '100%', height: '78vh', border: '1px solid var(--z-line)', borderRadius: 4, background: '#fff' }} />}
    </Panel>
  );
}
