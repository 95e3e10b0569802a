import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';

interface Props {
  accept: string;
  label: string;
  note: string;
  onFile: (file: File) => void;
}

/** A place to drop one file, or to choose it. */
export function FileDrop({ accept, label, note, onFile }: Props) {
  return (
    <Upload.Dragger
      accept={accept}
      maxCount={1}
      showUploadList={false}
      beforeUpload={file => {
        onFile(file);
        return false;
      }}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined />
      </p>
      <p>{label}</p>
      <p className="soft">{note}</p>
    </Upload.Dragger>
  );
}
