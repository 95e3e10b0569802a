/** A word of a code list as it stands alone: the lists are written for the middle of a sentence. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
