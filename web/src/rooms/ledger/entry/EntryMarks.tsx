import { LockOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import type { EntryRow } from '../../../api/ledgerTypes';
import { useT } from '../../../words';

interface Props {
  entry: Pick<EntryRow, 'reverses' | 'reversedBy' | 'hold'>;
  /** Number of an entry, where it is known. */
  sequenceOf?: (id: string) => number | undefined;
  onOpen: (id: string) => void;
}

/** What an entry has to do with others: it reverses one, was reversed by one, or came from a hold. */
export function EntryMarks({ entry, sequenceOf, onOpen }: Props) {
  const t = useT();
  const known = (id: string) => sequenceOf?.(id);
  const link = (id: string, words: string) => (
    <Button
      size="small"
      type="link"
      icon={<RollbackOutlined />}
      style={{ padding: 0, height: 'auto' }}
      onClick={event => {
        event.stopPropagation();
        onOpen(id);
      }}
    >
      {words}
    </Button>
  );
  const { reverses, reversedBy, hold } = entry;
  return (
    <>
      {reverses !== null && link(reverses, known(reverses) === undefined ? t('entry.reverses') : t('entry.reverses.of', { sequence: known(reverses) ?? '' }))}
      {reversedBy !== null && link(reversedBy, known(reversedBy) === undefined ? t('entry.reversedBy') : t('entry.reversedBy.of', { sequence: known(reversedBy) ?? '' }))}
      {hold !== null && (
        <Tag icon={<LockOutlined />} style={{ margin: 0 }}>
          {t('entry.hold')}
        </Tag>
      )}
    </>
  );
}
