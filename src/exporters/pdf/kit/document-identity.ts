/** What a document says of itself in its metadata. */
export interface DocumentIdentity {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Written as creation and modification date, so that the same report has the same bytes. */
  readonly date: Date;
  /** `urn:uuid:` made from the digest. */
  readonly documentId: string;
  readonly reportId: string;
  /** `sha256:` of the attached result. */
  readonly digest: string;
}
