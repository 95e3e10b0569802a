import { PlusOutlined, SnippetsOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAccounts } from '../../../../api/ledgerQueries';
import type { BookRow } from '../../../../api/ledgerTypes';
import { exactYuan, uuid7 } from '../../../../format';
import { DayField } from '../../../../shell/DayField';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { useOpenEntry } from '../../entry/useOpenEntry';
import { EventPicker } from '../../EventPicker';
import { Field } from '../../FieldNotes';
import { LineFields } from './LineFields';
import { missing, standing, toEntry, type DraftLine } from './lines';
import { PasteDialog } from './PasteDialog';
import styles from './Post.module.css';
import { PostOutcome } from './PostOutcome';
import { newLine, useEntryDraft } from './useEntryDraft';
import { usePost } from './usePost';

function Difference({ lines }: { lines: readonly DraftLine[] }) {
  const t = useT();
  const { debit, credit, difference, more, balanced } = standing(lines);
  return (
    <span>
      {t('post.totals', { debit: exactYuan(debit), credit: exactYuan(credit) })}{' '}
      {more !== null && <b className={styles['uneven']}>{t('post.difference', { amount: exactYuan(difference), side: t.code('side', more) })}</b>}
      {balanced && <b className={styles['even']}>{t('post.balanced')}</b>}
    </span>
  );
}

/** Debit and credit typed, pasted or filled until they are equal; the draft outlives the page. */
export function PostTab({ book }: { book: BookRow }) {
  const t = useT();
  const { open } = useOpenEntry();
  const accounts = useAccounts(book.id).data ?? [];
  const { draft, kept, touched, set, setLine, clear } = useEntryDraft(book.id, book.businessDate);
  const { busy, result, post } = usePost(book.id);
  const [pasting, setPasting] = useState(false);
  const entry = toEntry(draft);
  const lacking = missing(draft);
  const findings = result?.id === draft.id ? result.errors : [];
  const take = (lines: Omit<DraftLine, 'key'>[]) => {
    const typed = draft.lines.filter(line => line.account !== '' || line.amount !== '');
    set({ lines: [...typed, ...lines.map(line => ({ ...line, key: uuid7() }))] });
    setPasting(false);
  };
  const submit = async () => {
    if (entry !== null && (await post(entry))) clear();
  };
  return (
    <Panel title={t('post.title')} note={touched ? t(kept ? 'post.kept' : 'draft.notKept') : undefined}>
      <div className={styles['form']}>
        {result !== null && <PostOutcome result={result} onOpen={open} />}
        <Form layout="vertical" className={styles['facts'] ?? ''}>
          <Field label={t('entry.effective')} id="entry-effective" name="effective" findings={findings} extra={t('post.date.help', { date: book.businessDate })}>
            <DayField id="entry-effective" value={draft.effective} max={book.businessDate} clearable={false} onChange={effective => set({ effective })} />
          </Field>
          <Field label={t('entry.event')} id="entry-event" name="event" findings={findings}>
            <EventPicker id="entry-event" value={draft.event} onChange={event => set({ event })} label={t('entry.event')} />
          </Field>
          <Field label={t('entry.memo')} id="entry-memo" name="memo" findings={findings}>
            <Input id="entry-memo" value={draft.memo} maxLength={200} onChange={event => set({ memo: event.target.value })} />
          </Field>
        </Form>
        <ol className={styles['lines']}>
          {draft.lines.map((line, index) => (
            <LineFields
              key={line.key}
              lines={draft.lines}
              index={index}
              accounts={accounts}
              findings={findings}
              onChange={change => setLine(line.key, change)}
              onRemove={() => set({ lines: draft.lines.filter(one => one.key !== line.key) })}
            />
          ))}
        </ol>
        <div className={styles['buttons']}>
          <Button icon={<PlusOutlined />} onClick={() => set({ lines: [...draft.lines, newLine(standing(draft.lines).more === 'debit' ? 'credit' : 'debit')] })}>
            {t('post.addLine')}
          </Button>
          <Button icon={<SnippetsOutlined />} onClick={() => setPasting(true)}>
            {t('post.paste')}
          </Button>
          <span className="soft">{t('post.amount.help')}</span>
        </div>
        <div className={styles['foot']}>
          <Difference lines={draft.lines} />
          <span className={styles['buttons']}>
            {touched && lacking !== null && lacking !== 'balance' && <span className="soft">{t(`post.missing.${lacking}`)}</span>}
            <Button disabled={!touched} onClick={clear}>
              {t('post.clear')}
            </Button>
            <Button type="primary" disabled={entry === null} loading={busy} onClick={() => void submit()}>
              {t('post.submit')}
            </Button>
          </span>
        </div>
      </div>
      {pasting && <PasteDialog accounts={accounts} onTake={take} onClose={() => setPasting(false)} />}
    </Panel>
  );
}
