export const PARTS = ['ringkasan', 'permohonan', 'pengiriman', 'riwayat'] as const;
export type Part = (typeof PARTS)[number];
