/** Hands a file to the person at the screen. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
