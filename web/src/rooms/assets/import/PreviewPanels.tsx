import { Select } from 'antd';
import { useMappings } from '../../../api/imports';
import type { ImportPreview } from '../../../api/importTypes';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { FindingTable } from '../sources/FindingTable';
import { ColumnTable } from './ColumnTable';
import styles from './Import.module.css';
import { KeepMapping } from './KeepMapping';
import { SampleTable } from './SampleTable';

interface Props {
  preview: ImportPreview;
  /** Fields given to columns by title, not kept yet. */
  edited: Record<string, string>;
  onEdit: (edited: Record<string, string>) => void;
  /** Looks at the file again with a mapping; empty for none. */
  onMapping: (mapping: string) => void;
  busy: boolean;
}

/** What a file holds: its columns with their fields, its first records, what is wrong, what nobody reads. */
export function PreviewPanels({ preview, edited, onEdit, onMapping, busy }: Props) {
  const t = useT();
  const mappings = useMappings(preview.tables.length > 0 ? 'rights' : null);
  const names = mappings.data?.mappings ?? [];
  const unused = Object.keys(preview.unused);
  return (
    <>
      {preview.tables.length > 0 && (
        <Panel
          title={t('import.columns')}
          extra={
            <Select
              aria-label={t('import.mapping')}
              value={preview.mapping ?? ''}
              disabled={busy}
              popupMatchSelectWidth={false}
              onChange={onMapping}
              options={[{ value: '', label: t('import.mapping.none') }, ...names.map(({ name }) => ({ value: name, label: name }))]}
            />
          }
        >
          {Object.keys(edited).length > 0 && <KeepMapping kind="rights" name={preview.mapping ?? ''} before={names.find(({ name }) => name === preview.mapping)?.columns ?? {}} edited={edited} onKept={onMapping} />}
          {preview.tables.map(table => (
            <ColumnTable key={table.sheet} table={table} fields={preview.fields} edited={edited} onEdit={onEdit} />
          ))}
        </Panel>
      )}
      {!preview.untitled && (
        <Panel title={t('import.first')}>
          <SampleTable samples={preview.samples} />
        </Panel>
      )}
      {(preview.findings.length > 0 || unused.length > 0) && (
        <Panel title={t('import.problems')} {...(preview.findings.length > 0 ? { note: t('import.problems.some', { refused: preview.refused, warnings: preview.warnings, shown: preview.findings.length }) } : {})}>
          {preview.findings.length > 0 && <FindingTable findings={preview.findings} />}
          {unused.length > 0 && <p className={`soft ${styles['unused']}`}>{t('import.unused', { names: unused.join('、') })}</p>}
        </Panel>
      )}
    </>
  );
}
