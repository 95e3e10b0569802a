/** A table to fill, with the titles that are read; a byte mark first, so that Excel takes it for UTF-8. */
const titles = ['收款人名称', '账户类型', '收款人账号', '开户行', '联行号', '运营机构', '金额', '用途', '借据号', '附言', '资金来源'];

export const template = `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${titles.join(',')}\r\n`)}`;
