import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One answer that has let somebody through. The primary key decides who, however many send it at once. */
@Entity('used_captchas')
@Index('ix_used_captchas_expires_at', ['expiresAt'])
export class UsedCaptcha {
  /** 64 hex digits; never the answer itself. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  digest!: string;

  /** From then on the answer is refused for its age, and the row may go. */
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
