/** The facts that an organisation set itself under one name. */
export interface OwnFacts {
  readonly overlay: string;
  /** Ids such as `provider/openai-api`, and names of settings such as `review`, sorted. */
  readonly facts: readonly string[];
}
