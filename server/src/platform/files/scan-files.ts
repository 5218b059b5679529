/** CLEAN and INFECTED are verdicts; UNKNOWN is none: the file is held and asked about again (R81). */
export type ScanVerdict = 'CLEAN' | 'INFECTED' | 'UNKNOWN';

export type Scan = (content: Buffer) => Promise<ScanVerdict>;

/** Where an operator states that nothing is scanned. */
export const scanNothing: Scan = async () => 'CLEAN';
