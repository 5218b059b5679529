import { registerEnumType } from 'type-graphql';

/** Self-declared; the licensing portal judges it. Foreign capital is never UMK. */
export enum BusinessScale {
  UMK = 'UMK',
  NON_UMK = 'NON_UMK',
}

export enum ActorKind {
  INDIVIDUAL = 'INDIVIDUAL',
  BUSINESS_ENTITY = 'BUSINESS_ENTITY',
  REPRESENTATIVE_OFFICE = 'REPRESENTATIVE_OFFICE',
  FOREIGN_ENTITY = 'FOREIGN_ENTITY',
}

export enum EntityKind {
  PT = 'PT',
  PT_PERORANGAN = 'PT_PERORANGAN',
  CV = 'CV',
  FIRMA = 'FIRMA',
  PERSEKUTUAN_PERDATA = 'PERSEKUTUAN_PERDATA',
  KOPERASI = 'KOPERASI',
  YAYASAN = 'YAYASAN',
  PERKUMPULAN = 'PERKUMPULAN',
  PERUM = 'PERUM',
  BLU = 'BLU',
  BUM_DESA = 'BUM_DESA',
  OTHER = 'OTHER',
}

export enum Sex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
}

registerEnumType(BusinessScale, { name: 'BusinessScale' });
registerEnumType(ActorKind, { name: 'ActorKind' });
registerEnumType(EntityKind, { name: 'EntityKind' });
registerEnumType(Sex, { name: 'Sex' });
