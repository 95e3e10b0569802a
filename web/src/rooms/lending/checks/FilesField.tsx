import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import type { KeptFile } from '../../../api/checks';
import { hex } from '../../../proof/bytes';
import { sha256 } from '../../../proof/sha256';
import { useT } from '../../../words';
import styles from '../Lending.module.css';

/** Files of which name and hash are kept; the hash is made here. */
export function FilesField({ id, files, onChange }: { id: string; files: readonly KeptFile[]; onChange: (change: (before: readonly KeptFile[]) => readonly KeptFile[]) => void }) {
  const t = useT();
  return (
    <>
      <Upload
        id={id}
        multiple
        showUploadList={false}
        beforeUpload={async file => {
          const made = { name: file.name, sha256: hex(sha256(new Uint8Array(await file.arrayBuffer()))) };
          onChange(before => (before.some(one => one.sha256 === made.sha256 && one.name === made.name) ? before : [...before, made]));
          return false;
        }}
      >
        <Button size="small" icon={<UploadOutlined />}>{t('check.papers.add')}</Button>
      </Upload>
      {files.length > 0 && (
        <ul className={styles['plain']}>
          {files.map(file => (
            <li key={`${file.name} ${file.sha256}`}>
              <span translate="no">{file.name}</span> <code translate="no">sha256:{file.sha256.slice(0, 12)}</code>{' '}
              <Button size="small" type="text" onClick={() => onChange(before => before.filter(one => one !== file))}>{t('check.papers.remove')}</Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
