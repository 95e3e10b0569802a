import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fileContent } from '../../../api/payments';
import type { PayFile } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import styles from '../Payments.module.css';
import { sizeText } from './size';

/** Files with their prints, each to be fetched as it was. */
export function FileList({ files }: { files: readonly PayFile[] }) {
  const t = useT();
  return (
    <ul className={styles['stack']} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {files.map(file => (
        <li key={file.id}>
          {file.kept ? (
            <Button type="link" icon={<DownloadOutlined />} style={{ paddingInline: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }} href={fileContent(file.id)} download={file.name}>
              {file.name}
            </Button>
          ) : (
            <span>{file.name}</span>
          )}{' '}
          <span className="soft">
            {sizeText(file.size)}
            {!file.kept && ` · ${t('pay.file.notKept')}`}
          </span>
          <div className={`${styles['mono']} soft`}>SHA-256 {file.sha256}</div>
        </li>
      ))}
    </ul>
  );
}
