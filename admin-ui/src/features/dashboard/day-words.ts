/** `23/11`: short enough to stand ninety times under a drawing. */
export const dayWords = (day: string): string => day.slice(5).split('-').reverse().join('/');
