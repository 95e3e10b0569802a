import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { eraseContent } from '../../../api/evidence';
import { ledgerKeys } from '../../../api/ledgerQueries';
import { ApprovalAsked } from '../../../api/problem';
import type { LeafDetail } from '../../../api/ledgerTypes';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';

function EraseDialog({ leaf, onClose }: { leaf: LeafDetail; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [understood, setUnderstood] = useState(false);
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    try {
      const answer = await eraseContent(leaf.id, reason.trim());
      void message.success(t('approval' in answer ? 'leaf.erase.asked' : 'leaf.erase.done'));
      await queries.invalidateQueries({ queryKey: ledgerKeys.evidence });
      onClose();
    } catch (failure) {
      refused(failure);
      if (failure instanceof ApprovalAsked) onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('leaf.erase.title')}
      okText={t('leaf.erase')}
      cancelText={t('shell.cancel')}
      confirmLoading={busy}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' || !understood }}
      onOk={() => void erase()}
      onCancel={onClose}
    >
      <Alert type="warning" showIcon message={t('leaf.erase.warning')} />
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <Form.Item label={t('leaf.erase.reason')} htmlFor="erase-reason">
          <Input id="erase-reason" value={reason} maxLength={200} autoFocus onChange={event => setReason(event.target.value)} />
        </Form.Item>
        <Checkbox checked={understood} onChange={event => setUnderstood(event.target.checked)}>
          {t('leaf.erase.understood')}
        </Checkbox>
      </Form>
    </Modal>
  );
}

/** Content and salt can be erased; record and proofs stand. */
export function EraseContent({ leaf }: { leaf: LeafDetail }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (leaf.erased || leaf.content === null) return null;
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('leaf.erase')}
      </Button>
      {open && <EraseDialog leaf={leaf} onClose={() => setOpen(false)} />}
    </>
  );
}
