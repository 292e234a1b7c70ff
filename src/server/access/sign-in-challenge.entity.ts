import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'sign_in_challenges' })
export class SignInChallengeEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  /** Of the token in the browser's cookie. */
  @PrimaryColumn({ type: 'bytea' }) digest: Buffer;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) nonce: string;
  @Column({ type: 'text', name: 'code_verifier' }) codeVerifier: string;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
}
