/** An answer that is a problem. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly title: string, readonly detail: string, readonly position: number | null = null) {
    super(title);
  }
}
