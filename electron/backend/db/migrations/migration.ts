/** One forward step of the schema. Frozen once released: a later change is a later step. */
export interface Migration {
  /** `user_version` after the step; steps count up by one. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
