export interface StringType {
  readonly kind: 'string';
  /** Present where only these values occur; rules may compare with no others. */
  readonly values?: readonly string[];
}

export interface ListType {
  readonly kind: 'list';
  readonly of: ValueType;
  readonly maxItems: number;
}

export interface FieldType {
  readonly type: ValueType;
  readonly optional: boolean;
  /** Values of a sensitive field never reach a message or an explanation. */
  readonly sensitive: boolean;
}

export interface ObjectType {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, FieldType>>;
}

/** What the policy language knows of a value. Timestamps are ISO 8601 text in documents and milliseconds since 1970 in rules. */
export type ValueType = StringType | ListType | ObjectType | { readonly kind: 'number' | 'boolean' | 'timestamp' | 'duration' };

/** Types by variable name, as plain JSON, so that it can be computed at build time. */
export type TypeEnvironment = Readonly<Record<string, ValueType>>;
