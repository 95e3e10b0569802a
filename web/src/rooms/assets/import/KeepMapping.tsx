import { Button, Input } from 'antd';
import { useState } from 'react';
import { keepMapping } from '../../../api/imports';
import type { MappingKind } from '../../../api/importTypes';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { useRightWrite } from '../useRightWrite';
import styles from './Import.module.css';

interface Props {
  kind: MappingKind;
  /** Of the mapping in use; empty for none. */
  name: string;
  /** What that mapping says already. */
  before: Record<string, string>;
  edited: Record<string, string>;
  onKept: (name: string) => void;
}

/** Changed columns are kept under a name, for this file and the next of the same make. */
export function KeepMapping({ kind, name, before, edited, onKept }: Props) {
  const t = useT();
  const [typed, setTyped] = useState(name);
  const write = useRightWrite();
  const keep = () =>
    write.run(
      async () => {
        const kept = await keepMapping(kind, typed.trim(), { ...before, ...edited });
        onKept(kept.name);
        return kept;
      },
      () => t('import.mapping.kept'),
    );
  return (
    <form
      className={styles['keep']}
      onSubmit={event => {
        event.preventDefault();
        void keep();
      }}
    >
      <span>{t('import.mapping.changed', { count: Object.keys(edited).length })}</span>
      <Input aria-label={t('import.mapping.name')} placeholder={t('import.mapping.name.hint')} value={typed} maxLength={80} onChange={event => setTyped(event.target.value)} />
      <Button htmlType="submit" loading={write.busy} disabled={typed.trim() === ''}>
        {t('import.mapping.keep')}
      </Button>
      <OtherFindings findings={write.findings} fields={[]} />
    </form>
  );
}
