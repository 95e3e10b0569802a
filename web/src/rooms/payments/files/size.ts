const units = ['B', 'KB', 'MB', 'GB'];

/** 1536 → `1.5 KB`. */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length - 1);
  const shown = bytes / 1024 ** power;
  return `${power === 0 ? shown : shown.toFixed(1)} ${units[power]}`;
}
