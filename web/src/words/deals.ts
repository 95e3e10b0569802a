import type { Phrase } from './entry';

/** Deals list, shelves, names of codes that come as data. */
export const deals = {
  'deals.title': ['交易', 'Deals'],
  'origin.published': ['公布', 'Published'],
  'origin.imported': ['导入', 'Imported'],
  'origin.entered': ['录入', 'Entered'],
  'origin.assumed': ['假设', 'Assumed'],
  'origin.computed': ['计算', 'Computed'],
  'origin.source': ['来源：{source}', 'Source: {source}'],
  'origin.date': ['日期：{date}', 'Date: {date}'],
} as const satisfies Record<string, Phrase>;
