import { DownloadOutlined, FileProtectOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useChannels } from '../../../api/paymentQueries';
import { batchWorkbook, postPayments } from '../../../api/payments';
import type { Batch } from '../../../api/paymentTypes';
import { PageHead } from '../../../shell/PageHead';
import { usePreferences } from '../../../shell/Preferences';
import { useMay, useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { AnswerDialog } from '../answers/AnswerDialog';
import styles from '../Payments.module.css';
import { usePayWrite } from '../usePayWrite';
import { offers, wasSent, type Action } from './actions';
import { ApproveDialog } from './ApproveDialog';
import { CheckDialog } from './CheckDialog';
import { SendDialog } from './SendDialog';
import { TakeBackDialog } from './TakeBackDialog';

const forward: readonly Action[] = ['check', 'approve', 'send', 'post'];

/** Title, state, and what this person may do with the batch now; what he may not is said with its reason. */
export function BatchHead({ batch }: { batch: Batch }) {
  const t = useT();
  const navigate = useNavigate();
  const { language } = usePreferences();
  const { me } = useMe();
  const write = usePayWrite();
  const [open, setOpen] = useState<Action | 'answer' | null>(null);
  const mayRead = useMay('payments.answer.read');
  const channel = (useChannels().data ?? []).find(one => one.code === batch.channel)?.title ?? batch.channel;
  const offered = offers(batch, me);
  const primary = offered.find(offer => offer.why === null && forward.includes(offer.action))?.action;
  const refused = offered.filter(offer => offer.why !== null && forward.includes(offer.action));
  const start = (action: Action) => {
    if (action === 'amend') void navigate(`/payments/batches/${batch.id}/amend`);
    else if (action === 'post') void write.run(() => postPayments(batch.id), answer => t(answer.unposted > 0 ? 'pay.post.left' : 'pay.post.done', { count: answer.unposted }));
    else setOpen(action);
  };
  const name = (action: Action) => (action === 'reopen' && wasSent(batch) ? t('pay.act.giveUp') : t(`pay.act.${action}`));
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        title={batch.title}
        named
        back={<Link to="/payments/batches">← {t('pay.batches')}</Link>}
        state={
          <>
            {[batch.code, t.code('payState', batch.state), t('pay.valueDate.of', { date: batch.valueDate }), channel].join(' · ')} ·{' '}
            <Link to={`/payments/accounts/${batch.accountId}`} style={{ textDecoration: 'underline' }}>{`${batch.accountName} ${batch.accountNumber}`}</Link>
          </>
        }
        actions={
          <>
            <Link to={`/evidence?kind=paybatch&subject=${batch.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
            </Link>
            <Button icon={<DownloadOutlined />} href={batchWorkbook(batch.id, language)} download>
              {t('statement.export')}
            </Button>
            {mayRead && wasSent(batch) && (
              <Button icon={<InboxOutlined />} onClick={() => setOpen('answer')}>
                {t('pay.answer.read')}
              </Button>
            )}
            {offered
              .filter(offer => offer.why === null)
              .toReversed()
              .map(({ action }) => (
                <Button key={action} type={action === primary ? 'primary' : 'default'} danger={action === 'cancel'} loading={action === 'post' && write.busy} onClick={() => start(action)}>
                  {name(action)}
                </Button>
              ))}
          </>
        }
      />
      <OtherFindings findings={write.findings} fields={[]} />
      {refused.length > 0 && (
        <ul className={styles['why']} style={{ margin: '-4px 0 12px', paddingInlineStart: 18 }}>
          {refused.map(({ action, act, why }) => (
            <li key={action}>{t(`pay.why.${why ?? 'grant'}`, { action: t(`pay.act.${action}`), act })}</li>
          ))}
        </ul>
      )}
      {open === 'check' && <CheckDialog batch={batch} onClose={close} />}
      {open === 'approve' && <ApproveDialog batch={batch} onClose={close} />}
      {open === 'send' && <SendDialog batch={batch} channel={channel} onClose={close} />}
      {(open === 'reopen' || open === 'cancel') && <TakeBackDialog batch={batch} how={open} title={name(open)} onClose={close} />}
      {open === 'answer' && <AnswerDialog onClose={close} />}
    </>
  );
}
