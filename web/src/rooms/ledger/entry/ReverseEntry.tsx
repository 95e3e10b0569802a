import { RollbackOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { reverseEntry } from '../../../api/ledger';
import { useBook } from '../../../api/ledgerQueries';
import type { EntryDetail } from '../../../api/ledgerTypes';
import { uuid7 } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../FieldNotes';
import { useWrite } from '../useWrite';

const fields = ['effective', 'memo'];

function ReverseDialog({ entry, onClose, onReversed }: { entry: EntryDetail; onClose: () => void; onReversed: (id: string) => void }) {
  const t = useT();
  const write = useWrite(onClose);
  const book = useBook(entry.book.id);
  const [id] = useState(() => uuid7());
  const [memo, setMemo] = useState('');
  const [chosen, setChosen] = useState('');
  const effective = chosen === '' ? (book.data?.businessDate ?? entry.businessDate) : chosen;
  const reverse = async () => {
    const done = await write.run(
      () => reverseEntry(entry.id, { id, effective, memo: memo.trim() }),
      made => t('entry.reverse.done', { sequence: made.sequence }),
    );
    if (done) onReversed(id);
  };
  return (
    <Modal
      open
      title={t('entry.reverse.title', { sequence: entry.sequence })}
      okText={t('entry.reverse')}
      cancelText={t('shell.cancel')}
      confirmLoading={write.busy}
      okButtonProps={{ disabled: memo.trim() === '', danger: true }}
      onOk={() => void reverse()}
      onCancel={onClose}
    >
      <p className="soft">{t('entry.reverse.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('entry.reverse.reason')} id="reverse-memo" name="memo" findings={write.findings}>
          <Input id="reverse-memo" value={memo} maxLength={200} autoFocus onChange={event => setMemo(event.target.value)} />
        </Field>
        <Field label={t('entry.effective')} id="reverse-effective" name="effective" findings={write.findings}>
          <DayField id="reverse-effective" value={effective} clearable={false} onChange={setChosen} />
        </Field>
      </Form>
    </Modal>
  );
}

/** An entry is corrected by its opposite; a reversed entry and a reversal cannot be reversed again. */
export function ReverseEntry({ entry, onReversed }: { entry: EntryDetail; onReversed: (id: string) => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (entry.reversedBy !== null || entry.reverses !== null) return null;
  return (
    <>
      <Button icon={<RollbackOutlined />} onClick={() => setOpen(true)}>
        {t('entry.reverse')}
      </Button>
      {open && (
        <ReverseDialog
          entry={entry}
          onClose={() => setOpen(false)}
          onReversed={id => {
            setOpen(false);
            onReversed(id);
          }}
        />
      )}
    </>
  );
}
