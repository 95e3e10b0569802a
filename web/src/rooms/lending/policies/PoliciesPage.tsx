import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { importDmn, useCreditPolicies } from '../../../api/creditPolicies';
import type { CreditPolicyRow } from '../../../api/creditPolicyTypes';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { readTerms, textOf } from '../../securitization/terms/document';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { blankPolicy } from './begin';
import { keepDraft } from './drafts';

export const policyPath = (code: string) => `/lending/policies/${encodeURIComponent(code)}`;

/** The policies applications are decided by: what decides today, what waits, who wrote and who checked it. */
export default function PoliciesPage() {
  const t = useT();
  const navigate = useNavigate();
  const refused = useFailureNotice();
  const may = useMay('lending.policy.save');
  const found = useCreditPolicies();
  const [naming, setNaming] = useState(false);
  const open = (code: string, text: string) => {
    keepDraft(code, { from: found.data?.rows.find(row => row.code === code)?.number ?? 0, text });
    void navigate(policyPath(code));
  };
  const load = async (file: File) => {
    try {
      const { text } = await importDmn(file);
      const read = readTerms(text);
      if ('terms' in read) open(textOf(read.terms.root, 'id'), text);
    } catch (reason) {
      refused(reason);
    }
  };
  const actions = may && (
    <>
      <Upload accept=".dmn,.xml" showUploadList={false} beforeUpload={file => { void load(file); return false; }}><Button>{t('policyList.dmn')}</Button></Upload>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setNaming(true)}>{t('policyList.new')}</Button>
    </>
  );
  return (
    <>
      <PageHead title={t('policyList.title')} state={t('policyList.note')} actions={actions} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={5} />}
      {found.data !== undefined && !found.isError && (
        <Table<CreditPolicyRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="code"
          dataSource={found.data.rows}
          pagination={false}
          scroll={{ x: 1080 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t('policyList.empty')}</Nothing> }}
          onRow={row => ({ onClick: () => void navigate(policyPath(row.code)) })}
          columns={[
            { title: t('policyList.called'), fixed: 'left', width: 240, render: (_, row) => <Two first={<Link to={policyPath(row.code)} onClick={event => event.stopPropagation()}>{row.title}</Link>} second={row.code} /> },
            { title: t('policyList.version'), width: 130, render: (_, row) => (row.number === null ? <StateMark tone="grey">{t('policyList.notYet')}</StateMark> : <><span className="tabular">{row.version}</span> <StateMark tone={row.own ? 'blue' : 'grey'}>{t(row.own ? 'product.own' : 'policyList.shipped')}</StateMark></>) },
            { title: t('policyList.next'), width: 160, render: (_, row) => (row.next === null ? '—' : <StateMark tone="amber">{`${row.next} · ${formatDate(row.nextFrom ?? '')}`}</StateMark>) },
            { title: t('policyList.size'), width: 120, align: 'right', render: (_, row) => t('policyList.sized', { tables: row.tables, rows: row.rows }) },
            { title: t('policyList.decided'), width: 100, align: 'right', render: (_, row) => <span className="tabular">{row.decided}</span> },
            { title: t('policyList.author'), width: 170, render: (_, row) => <Two first={row.author === null ? '—' : t.code('person', row.author)} second={row.savedAt === null ? '' : formatInstant(row.savedAt)} /> },
            { title: t('policyList.checker'), width: 110, render: (_, row) => row.checker ?? '—' },
            { title: t('product.checked'), width: 90, render: (_, row) => <StateMark tone={row.verified ? 'green' : 'amber'}>{t(row.verified ? 'product.verified' : 'product.unverified')}</StateMark> },
          ]}
        />
      )}
      {naming && <NewPolicy taken={found.data?.rows.map(row => row.code) ?? []} onMade={(code, zh, en) => open(code, blankPolicy(code, zh, en, today()))} onClose={() => setNaming(false)} />}
    </>
  );
}

function NewPolicy({ taken, onMade, onClose }: { taken: readonly string[]; onMade: (code: string, zh: string, en: string) => void; onClose: () => void }) {
  const t = useT();
  const [code, setCode] = useState('');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const wrong = code !== '' && (!/^[a-z][a-z0-9-]{1,60}$/.test(code) || taken.includes(code));
  return (
    <Modal open title={t('policyList.new')} okText={t('policyList.begin')} cancelText={t('shell.cancel')} okButtonProps={{ disabled: code === '' || wrong || zh.trim() === '' || en.trim() === '' }} onOk={() => onMade(code, zh.trim(), en.trim())} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <Form.Item label={t('policyEdit.code')} htmlFor="policy-code" {...(wrong ? { validateStatus: 'error' as const, help: t(taken.includes(code) ? 'policyList.taken' : 'policyList.codeHint') } : { help: t('policyList.codeHint') })}><Input id="policy-code" value={code} onChange={event => setCode(event.target.value.trim())} /></Form.Item>
        <Form.Item label={t('policyEdit.zh')} htmlFor="policy-new-zh"><Input id="policy-new-zh" value={zh} onChange={event => setZh(event.target.value)} /></Form.Item>
        <Form.Item label={t('policyEdit.en')} htmlFor="policy-new-en"><Input id="policy-new-en" value={en} onChange={event => setEn(event.target.value)} /></Form.Item>
      </Form>
    </Modal>
  );
}
